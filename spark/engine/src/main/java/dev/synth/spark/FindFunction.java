package dev.synth.spark;

import dev.synth.internal.table.stage.RowPart;
import dev.synth.internal.table.stage.TypedColumns;
import dev.synth.table.FileFormat;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.util.LongAccumulator;

/** The work of an executor on files of another file system, whose rows it finds. */
final class FindFunction implements FlatMapFunction<Iterator<String>, Outcome<FoundRows>> {
  private static final long serialVersionUID = 1L;

  private final Storage storage;
  private final int rows;
  private final LongAccumulator files;
  private final SameVersion version = new SameVersion();

  /**
   * The work.
   *
   * @param rows how many rows each part has
   * @param files counts the files that are read
   */
  FindFunction(Storage storage, int rows, LongAccumulator files) {
    this.storage = storage;
    this.rows = rows;
    this.files = files;
  }

  @Override
  public Iterator<Outcome<FoundRows>> call(Iterator<String> all) {
    version.require();
    return Outcome.ofEach(
        all,
        file -> {
          FoundRows found = RowCopies.read(storage, file, copy -> found(file, copy));
          files.add(1);
          return found;
        });
  }

  private FoundRows found(String file, String copy) {
    boolean isParquet = FileFormat.toRead(Path.of(copy)).orElseThrow() == FileFormat.PARQUET;
    List<RowPart> parts = isParquet ? RowPart.ofParquet(copy, rows) : RowPart.ofText(copy, rows);
    TypedColumns typed =
        isParquet ? TypedColumns.ofParquet(List.of(Path.of(copy))) : TypedColumns.NONE;
    List<String> columns = isParquet ? typed.names() : parts.getFirst().textColumns();
    return new FoundRows(parts.stream().map(part -> part.at(file)).toList(), typed, columns);
  }
}
