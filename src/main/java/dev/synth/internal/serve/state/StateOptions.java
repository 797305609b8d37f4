package dev.synth.internal.serve.state;

import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The options of the state of features.
 *
 * @param folder where snapshots and the log of events are kept; null for memory alone
 * @param history a file or glob of earlier rows, read where there is no state yet; or null
 * @param mostEvents how many events are remembered; further ones are refused
 * @param snapshotEvents after so many events the log begins anew behind a snapshot
 * @param clock the time, against events from the future
 */
public record StateOptions(
    @Nullable Path folder,
    @Nullable String history,
    int mostEvents,
    int snapshotEvents,
    InstantSource clock) {
  /** The most events that are remembered, where nothing else is asked for. */
  public static final int MOST_EVENTS = 2_000_000;

  /** The events between two snapshots, where nothing else is asked for. */
  public static final int SNAPSHOT_EVENTS = 200_000;
}
