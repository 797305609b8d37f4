package dev.synth.internal.cli.production;

import dev.synth.base.Problem;
import dev.synth.internal.serve.state.StateOptions;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code serve} for a model that computes features of the rows before each row. */
final class StateFlags {
  @Option(
      names = "--state",
      paramLabel = "DIR",
      description =
          "Keeps the state of features in this folder, so that a killed server goes on "
              + "where it was (default: in memory alone).")
  private @Nullable Path folder;

  @Option(
      names = "--history",
      paramLabel = "ROWS",
      description = "A file or glob of earlier rows that warms a state without any.")
  private @Nullable String history;

  @Option(
      names = "--most-events",
      paramLabel = "N",
      defaultValue = "" + StateOptions.MOST_EVENTS,
      description = "Events that are remembered; more get 503 (default: ${DEFAULT-VALUE}).")
  private int mostEvents;

  /** Returns how the state is kept. */
  StateOptions state() {
    if (mostEvents < 1 || mostEvents > 500_000_000) {
      throw Problem.usage("--most-events must be in [1, 500000000], but is %d", mostEvents);
    }
    return new StateOptions(
        folder, history, mostEvents, StateOptions.SNAPSHOT_EVENTS, InstantSource.system());
  }
}
