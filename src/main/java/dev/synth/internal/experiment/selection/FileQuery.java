package dev.synth.internal.experiment.selection;

import dev.synth.internal.table.stage.FileScan;
import dev.synth.internal.table.stage.ScanColumns;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

/**
 * A query of a file.
 *
 * @param file the file's path, which whoever answers must see
 * @param columns the columns that it must have
 * @param sql the query
 */
public record FileQuery(String file, ScanColumns columns, String sql) implements Serializable {
  /**
   * Returns the answer's rows, a text a cell.
   *
   * @param threads how many work on it
   */
  public List<List<String>> answer(int threads) {
    return FileScan.answer(Path.of(file), columns, sql, threads);
  }
}
