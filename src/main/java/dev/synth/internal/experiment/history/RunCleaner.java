package dev.synth.internal.experiment.history;

import dev.synth.internal.experiment.grid.GridFolder;
import dev.synth.internal.experiment.run.RunStaging;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.listing.RunListing;
import dev.synth.internal.listing.RunListing.Entry;
import dev.synth.internal.listing.RunListing.State;
import dev.synth.run.RunFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Removes runs that were never finished, and old ones; never one that a process works on. */
public final class RunCleaner {
  private static final String ANY = "";

  private final Path out;

  /**
   * A sweeper of an output folder.
   *
   * @param out the folder that holds {@code synthetic-out} and {@code evaluation}
   */
  public RunCleaner(Path out) {
    this.out = out;
  }

  /**
   * Returns what would be removed: runs that are not finished and that nobody works on, or runs of
   * an age, finished or not.
   *
   * @param olderThan the age; null for unfinished runs of any age
   */
  public RunListing candidates(@Nullable Duration olderThan) {
    Instant now = Instant.now();
    return new RunListing(
        new RunHistory(out)
            .list().runs().stream()
                .filter(run -> run.state() != State.RUNNING)
                .filter(
                    run ->
                        olderThan == null
                            ? run.state() == State.UNFINISHED
                            : run.changed().isBefore(now.minus(olderThan)))
                .toList());
  }

  /**
   * Removes runs, each under its lock.
   *
   * @return those that were removed; one that a process has begun to work on is not
   */
  public RunListing remove(RunListing runs) {
    List<Entry> removed = new ArrayList<>();
    for (Entry run : runs.runs()) {
      if (remove(run)) {
        removed.add(run);
      }
    }
    return new RunListing(removed);
  }

  private boolean remove(Entry run) {
    RunFolders folders = RunFolders.below(out, run.name());
    List<RunStaging> claims = new ArrayList<>();
    try {
      boolean isFree =
          claim(folders.synthesis(), folders, claims)
              && claim(folders.evaluation(), RunFolders.ofEvaluation(out, run.name()), claims);
      if (!isFree) {
        return false;
      }
      OutputFiles.remove(folders.synthesis());
      OutputFiles.remove(folders.evaluation());
      GridFolder.discard(folders);
      return true;
    } finally {
      claims.reversed().forEach(RunStaging::close); // which removes what is half-made, and the lock
    }
  }

  /** Claims a run in a root that is there. */
  private static boolean claim(Path place, RunFolders folders, List<RunStaging> claims) {
    Path root = place.getParent();
    if (root == null || !Files.isDirectory(root)) {
      return true;
    }
    Optional<RunStaging> claim = RunStaging.tryClaim(folders, ANY);
    claim.ifPresent(claims::add);
    return claim.isPresent();
  }
}
