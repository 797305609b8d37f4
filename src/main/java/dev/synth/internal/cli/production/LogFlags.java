package dev.synth.internal.cli.production;

import dev.synth.base.Problem;
import dev.synth.internal.serve.LogOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code serve} for writing down what was decided. */
final class LogFlags {
  @Option(
      names = "--log",
      paramLabel = "DIR",
      description =
          "Writes rows, scores and decisions to Parquet files in this folder (default: "
              + "nothing of a row is written down).")
  private @Nullable Path folder;

  @Option(
      names = "--log-rows",
      paramLabel = "N",
      defaultValue = "" + LogOptions.MOST_ROWS,
      description = "A file of the log is finished at so many rows (default: ${DEFAULT-VALUE}).")
  private int mostRows;

  @Option(
      names = "--log-seconds",
      paramLabel = "SECONDS",
      defaultValue = "" + LogOptions.MOST_SECONDS,
      description = "And when its first row is so old (default: ${DEFAULT-VALUE}).")
  private int mostSeconds;

  @Option(
      names = "--event-id",
      paramLabel = "COLUMN",
      description =
          "The column that names a row, one that the model hands on (default: event_id "
              + "where there is one, else the request's name and the row's number).")
  private @Nullable String column;

  /** Returns the column that names rows, if one was named. */
  @Nullable String column() {
    return column;
  }

  /** Returns the log, or null where none is asked for. */
  @Nullable LogOptions log() {
    if (mostRows < 1 || mostRows > 10_000_000) {
      throw Problem.usage("--log-rows must be in [1, 10000000], but is %d", mostRows);
    }
    if (mostSeconds < 1 || mostSeconds > 86_400) {
      throw Problem.usage("--log-seconds must be in [1, 86400], but is %d", mostSeconds);
    }
    return folder == null
        ? null
        : new LogOptions(folder, mostRows, Duration.ofSeconds(mostSeconds), InstantSource.system());
  }
}
