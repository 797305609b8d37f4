package dev.synth.spark;

import dev.synth.internal.table.stage.RowPart;
import java.util.ArrayList;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.util.LongAccumulator;

/** The work of an executor on some text files, whose parts it finds. */
final class PartFunction implements FlatMapFunction<Iterator<String>, Outcome<ArrayList<RowPart>>> {
  private static final long serialVersionUID = 1L;

  private final int rows;
  private final LongAccumulator files;
  private final SameVersion version = new SameVersion();

  /**
   * The work.
   *
   * @param rows how many rows each part has
   * @param files counts the files that are read
   */
  PartFunction(int rows, LongAccumulator files) {
    this.rows = rows;
    this.files = files;
  }

  @Override
  public Iterator<Outcome<ArrayList<RowPart>>> call(Iterator<String> paths) {
    version.require();
    return Outcome.ofEach(
        paths,
        path -> {
          ArrayList<RowPart> parts = new ArrayList<>(RowPart.ofText(path, rows));
          files.add(1);
          return parts;
        });
  }
}
