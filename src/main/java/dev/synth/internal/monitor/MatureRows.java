package dev.synth.internal.monitor;

import dev.synth.base.Context;
import dev.synth.internal.bundle.BundleFiles;
import dev.synth.table.DataOptions;
import java.util.List;

/**
 * Rows whose labels are known, as a model scores them, in the order of the files.
 *
 * @param rows the rows
 */
public record MatureRows(List<Row> rows) {
  /**
   * A row.
   *
   * @param score its score
   * @param isRare whether it is rare
   * @param day days since 1970-01-01
   */
  public record Row(double score, boolean isRare, long day) {}

  public MatureRows {
    rows = List.copyOf(rows);
  }

  /**
   * Reads labelled rows; those without a label or a time are passed over.
   *
   * @param source a file or glob that has the label column, too
   * @param options how labels are read
   * @param time the column that tells the time
   * @throws dev.synth.base.Problem (data) if it can't be read
   */
  public static MatureRows read(
      BundleFiles.LoadedBundle model,
      String source,
      DataOptions options,
      String time,
      int jobs,
      Context context) {
    String label = model.bundle().contract().label().column();
    LateLabels labels =
        LateLabels.read(source, new LateLabels.Columns(null, label, options, List.of()), true);
    LabelledRows labelled = new LabelledRows(labels);
    WindowReader.read(model, time, source, labelled, jobs, context);
    return new MatureRows(
        labelled.rows().stream()
            .map(row -> new Row(row.score(), row.isRare(), row.day()))
            .toList());
  }
}
