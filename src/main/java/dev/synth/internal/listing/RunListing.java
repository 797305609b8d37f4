package dev.synth.internal.listing;

import dev.synth.compare.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The runs below an output folder.
 *
 * @param runs by name
 */
public record RunListing(List<Entry> runs) {
  /** The state of a run. */
  public enum State {
    /** All of it is there. */
    FINISHED,
    /** A process works on it. */
    RUNNING,
    /** It was stopped or killed; the same command goes on where it was. */
    UNFINISHED
  }

  /**
   * A run.
   *
   * @param name its name
   * @param state how far it is
   * @param gatesPassed whether its synthetic rows passed; null where there are none, or where too
   *     few gates could be judged
   * @param verdict of its comparison; null where nothing was compared, or it cannot be read
   * @param bytes what it takes on disk
   * @param changed when it was last written to
   * @param places its files and folders
   */
  public record Entry(
      String name,
      State state,
      @Nullable Boolean gatesPassed,
      @Nullable Verdict verdict,
      long bytes,
      Instant changed,
      List<Path> places) {
    public Entry {
      places = List.copyOf(places);
    }
  }

  public RunListing {
    runs = List.copyOf(runs);
  }
}
