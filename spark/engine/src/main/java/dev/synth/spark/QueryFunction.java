package dev.synth.spark;

import dev.synth.internal.experiment.selection.FileQuery;
import java.util.ArrayList;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.util.LongAccumulator;

/** The work of an executor on some files that are queried. */
final class QueryFunction
    implements FlatMapFunction<Iterator<FileQuery>, Outcome<ArrayList<ArrayList<String>>>> {
  private static final long serialVersionUID = 1L;

  private final LongAccumulator files;
  private final SameVersion version = new SameVersion();

  /**
   * The work.
   *
   * @param files counts the files that are read
   */
  QueryFunction(LongAccumulator files) {
    this.files = files;
  }

  @Override
  public Iterator<Outcome<ArrayList<ArrayList<String>>>> call(Iterator<FileQuery> scans) {
    version.require();
    return Outcome.ofEach(
        scans,
        scan -> {
          ArrayList<ArrayList<String>> rows = new ArrayList<>();
          scan.answer(1).forEach(row -> rows.add(new ArrayList<>(row)));
          files.add(1);
          return rows;
        });
  }
}
