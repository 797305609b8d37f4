package dev.synth.internal.experiment.selection;

import dev.synth.internal.table.stage.FileScan;
import dev.synth.internal.table.stage.ScanColumns;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query of a file.
 *
 * @param file the file's path, on a disk that every answering machine sees
 * @param columns the columns that it must have
 * @param sql the query
 * @param to the file that the answer is written to; null where it is returned
 */
public record FileQuery(String file, ScanColumns columns, String sql, @Nullable String to)
    implements FileTask {
  /** Returns the answer's rows; none where they are written. */
  @Override
  public List<List<String>> answer(int threads) {
    if (to != null) {
      FileScan.write(Path.of(file), columns, FileScan.View.PLAIN, sql, threads, Path.of(to));
      return List.of();
    }
    return FileScan.answer(Path.of(file), columns, FileScan.View.PLAIN, sql, threads);
  }
}
