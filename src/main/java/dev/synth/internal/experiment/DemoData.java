package dev.synth.internal.experiment;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.base.Remedy;
import dev.synth.internal.demo.DemoDays;
import dev.synth.internal.demo.TransactionSimulator;
import dev.synth.internal.experiment.run.DataSource;
import dev.synth.internal.table.write.TableWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Simulated card transactions, streamed to a file. */
public final class DemoData {
  /** The number of rows where none is asked for. */
  public static final int DEFAULT_ROWS = TransactionSimulator.DEFAULT_ROWS;

  /** The share of frauds where none is asked for. */
  public static final double DEFAULT_FRAUDS = TransactionSimulator.FRAUD_SHARE;

  private DemoData() {}

  /**
   * Writes simulated transactions, in constant memory; the same rows and seed give the same bytes.
   *
   * @param file its name ends in .csv, .csv.gz or .parquet
   * @param rows how many, at least 1
   * @param overwrite whether an existing file may be replaced
   * @return how many rows there are
   * @throws Problem if the file exists, or cannot be written, or the number of rows is below 1
   */
  public static long write(Path file, long rows, boolean overwrite, Context context) {
    return write(file, rows, null, DEFAULT_FRAUDS, overwrite, context);
  }

  /**
   * Writes simulated transactions of a number of days.
   *
   * @param days the days; null for as many as the rows take
   * @param frauds about which share of the rows are frauds
   * @return how many rows there are
   */
  public static long write(
      Path file,
      long rows,
      @Nullable DemoDays days,
      double frauds,
      boolean overwrite,
      Context context) {
    if (rows < 1) {
      throw Problem.invalid("rows", "must be at least 1, but is %d", rows);
    }
    if (!(frauds > 0 && frauds <= TransactionSimulator.MOST_FRAUDS)) {
      throw Problem.invalid(
          "frauds",
          "must be above 0 and at most %s, but is %s",
          TransactionSimulator.MOST_FRAUDS,
          frauds);
    }
    if (Files.isDirectory(file)) {
      throw Problem.usage(
          "%s is a folder; name a file, such as %s", file, file.resolve("cards.csv"));
    }
    if (Files.exists(file) && !overwrite) {
      throw Problem.usage("%s exists; choose another name", file).remedy(Remedy.OVERWRITE);
    }
    TransactionSimulator simulator =
        new TransactionSimulator(DataSource.demoSeeds(context.seeds()), rows, days, frauds);
    long[] written = new long[1];
    try (Progress.Stage stage = context.progress().stage("simulating", rows, "rows");
        TableWriter writer = TableWriter.open(file, TransactionSimulator.schema())) {
      simulator.forEachBatch(
          batch -> {
            context.cancellation().check();
            writer.append(batch);
            written[0] += batch.rowCount();
            stage.advance(batch.rowCount());
          });
      writer.commit();
      return written[0];
    }
  }
}
