package dev.synth.internal.cli.option;

import dev.synth.config.ExperimentConfig;
import dev.synth.internal.base.PlainText;
import dev.synth.run.RunResult;
import dev.synth.run.WrittenTable;
import org.jspecify.annotations.Nullable;

/** The line about the table that a run's rows went to. */
public final class WrittenNote {
  private WrittenNote() {}

  /** Returns what became of the rows; null where the config names no table. */
  public static @Nullable String of(RunResult result, ExperimentConfig config) {
    WrittenTable written = result.written();
    if (written != null) {
      return PlainText.of(
          "%,d rows are in the table '%s' of %s", written.rows(), written.table(), written.jdbc());
    }
    return config.to() == null
        ? null
        : PlainText.of(
            "nothing was written into the table '%s', since a gate failed; --force writes all the"
                + " same",
            config.to().table());
  }
}
