package dev.synth.internal.experiment.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.base.Problem;
import dev.synth.compare.Comparison;
import dev.synth.compare.Verdict;
import dev.synth.internal.files.FileLocks;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.listing.RunListing;
import dev.synth.internal.listing.RunListing.Entry;
import dev.synth.internal.listing.RunListing.State;
import dev.synth.run.RunFile;
import dev.synth.run.RunFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists the runs below an output folder: finished ones, and what is left of others. */
public final class RunHistory {
  /** The names of a run in the making: {@code .NAME.partial} and its like. */
  private static final Pattern HIDDEN =
      Pattern.compile("\\.(.+?)\\.((?:evaluation\\.)?(?:partial|old)|grid|lock)");

  private final Path out;

  /**
   * The runs below a folder.
   *
   * @param out the folder that holds {@code synthetic-out} and {@code evaluation}
   */
  public RunHistory(Path out) {
    this.out = out;
  }

  /** Returns all runs, by name. */
  public RunListing list() {
    Map<String, List<Path>> places = new TreeMap<>();
    for (String root : List.of("synthetic-out", "evaluation")) {
      for (Path place : children(out.resolve(root))) {
        nameOf(place)
            .ifPresent(name -> places.computeIfAbsent(name, key -> new ArrayList<>()).add(place));
      }
    }
    List<Entry> runs = new ArrayList<>();
    places.forEach(
        (name, own) -> {
          if (!own.stream().allMatch(RunHistory::isLock) || isHeld(own)) {
            runs.add(entry(name, own));
          }
        });
    return new RunListing(runs);
  }

  private static List<Path> children(Path root) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(root)) {
      return children.sorted().toList();
    } catch (IOException e) {
      throw Problem.environment("cannot read %s: %s", root, OutputFiles.reason(e)).causedBy(e);
    }
  }

  /** Returns whose place it is; empty where it is no run's, such as a file of the user's. */
  private static Optional<String> nameOf(Path place) {
    String name = String.valueOf(place.getFileName());
    Matcher hidden = HIDDEN.matcher(name);
    if (hidden.matches()) {
      return Optional.of(hidden.group(1));
    }
    boolean isRun =
        Files.isRegularFile(place.resolve(RunFolders.DONE))
            || RunFile.RESOLVED.isIn(place)
            || RunFile.COMPARISON.isIn(place);
    return isRun ? Optional.of(name) : Optional.empty();
  }

  private static boolean isLock(Path place) {
    return String.valueOf(place.getFileName()).endsWith(".lock");
  }

  private Entry entry(String name, List<Path> places) {
    RunFolders folders = RunFolders.below(out, name);
    boolean done =
        Files.isRegularFile(folders.synthesis().resolve(RunFolders.DONE))
            || Files.isRegularFile(folders.evaluation().resolve(RunFolders.DONE));
    State state = isHeld(places) ? State.RUNNING : done ? State.FINISHED : State.UNFINISHED;
    long bytes = 0;
    Instant changed = Instant.EPOCH;
    for (Path place : places) {
      for (Path file : files(place)) {
        try {
          bytes += Files.size(file);
          Instant own = Files.getLastModifiedTime(file).toInstant();
          changed = own.isAfter(changed) ? own : changed;
        } catch (IOException e) {
          // it was moved into place or removed at this moment
        }
      }
    }
    return new Entry(
        name,
        state,
        gatesPassed(folders.synthesis()),
        verdict(folders.evaluation()),
        bytes,
        changed,
        places);
  }

  private static List<Path> files(Path place) {
    try (Stream<Path> tree = Files.walk(place)) {
      return tree.filter(Files::isRegularFile).toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      return List.of(); // gone meanwhile
    }
  }

  /** Returns whether a process has a run's lock, or uses its grid. */
  private static boolean isHeld(List<Path> places) {
    return places.stream()
        .map(place -> isLock(place) ? place : place.resolve("users"))
        .filter(Files::isRegularFile)
        .anyMatch(RunHistory::isLocked);
  }

  private static boolean isLocked(Path file) {
    Optional<FileLocks.Held> lock = FileLocks.tryExclusive(file);
    lock.ifPresent(FileLocks.Held::close);
    return lock.isEmpty();
  }

  static @Nullable Boolean gatesPassed(Path synthesis) {
    if (!RunFile.VALIDATION.isIn(synthesis)) {
      return null;
    }
    try {
      JsonNode passed = RunFile.VALIDATION.read(synthesis, JsonNode.class).path("passed");
      return passed.isBoolean() ? (Boolean) passed.booleanValue() : null;
    } catch (Problem e) {
      return null; // damaged, or of another version
    }
  }

  private static @Nullable Verdict verdict(Path evaluation) {
    return comparison(evaluation).map(Comparison::verdict).orElse(null);
  }

  static Optional<Comparison> comparison(Path evaluation) {
    if (!RunFile.COMPARISON.isIn(evaluation)) {
      return Optional.empty();
    }
    try {
      return Optional.of(RunFile.COMPARISON.read(evaluation, Comparison.class));
    } catch (Problem e) {
      return Optional.empty(); // damaged, or of another version
    }
  }
}
