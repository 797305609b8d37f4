package dev.synth.internal.experiment.scoring;

import dev.synth.internal.table.stage.RowPart;
import dev.synth.internal.table.stage.TypedColumns;
import dev.synth.table.FileFormat;
import java.util.List;

/**
 * Rows to score, in the order of their files.
 *
 * @param format the files' format
 * @param parts their rows
 * @param typed the columns of Parquet files together; none of text
 * @param columns the columns of the first file
 */
public record RowSource(
    FileFormat format, List<RowPart> parts, TypedColumns typed, List<String> columns) {
  public RowSource {
    parts = List.copyOf(parts);
    columns = List.copyOf(columns);
  }
}
