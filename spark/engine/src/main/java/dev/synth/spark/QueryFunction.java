package dev.synth.spark;

import dev.synth.internal.experiment.selection.FileTask;
import java.util.ArrayList;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.util.LongAccumulator;

/** The work of an executor on files. */
final class QueryFunction
    implements FlatMapFunction<Iterator<FileTask>, Outcome<ArrayList<ArrayList<String>>>> {
  private static final long serialVersionUID = 1L;

  private final LongAccumulator files;
  private final SameVersion version = new SameVersion();

  /**
   * The work.
   *
   * @param files counts the tasks that are done
   */
  QueryFunction(LongAccumulator files) {
    this.files = files;
  }

  @Override
  public Iterator<Outcome<ArrayList<ArrayList<String>>>> call(Iterator<FileTask> tasks) {
    version.require();
    return Outcome.ofEach(
        tasks,
        task -> {
          ArrayList<ArrayList<String>> rows = new ArrayList<>();
          task.answer(1).forEach(row -> rows.add(new ArrayList<>(row)));
          files.add(1);
          return rows;
        });
  }
}
