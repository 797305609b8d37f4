package dev.synth.internal.experiment.judging;

import dev.synth.internal.experiment.selection.FileTask;
import dev.synth.internal.table.stage.FileScan;
import dev.synth.internal.table.stage.ScanColumns;
import java.nio.file.Path;
import java.util.List;

/**
 * A query of a file's rows and their places, whose answer is written.
 *
 * @param file the file's path
 * @param columns the columns that it must have
 * @param sql the query
 * @param to the file that the answer is written to
 */
record NumberedQuery(String file, ScanColumns columns, String sql, String to) implements FileTask {
  @Override
  public List<List<String>> answer(int threads) {
    FileScan.write(Path.of(file), columns, FileScan.View.NUMBERED, sql, 1, Path.of(to));
    return List.of();
  }
}
