package dev.synth.internal.table.read;

import dev.synth.internal.table.cell.DurationFinder;
import dev.synth.internal.table.read.problem.ReadProblems;
import dev.synth.internal.table.stage.Dictionary;
import dev.synth.table.DurationForm;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns as durations, which are numbers of seconds: where the user said that they are
 * numbers, else where nearly all cells are durations and can be nothing else.
 */
final class DurationReader {
  /** Fewer different durations are rather levels, such as {@code 1h 30m}. */
  private static final int FEWEST = 20;

  /** From this share of cells on that are durations the others are a question for the user. */
  private static final double NEARLY_ALL = 0.95;

  private static final double DAY = 86_400;

  private static final int HOURS_OF_CLOCK = 24;

  private final ReadProblems problems;
  private final ReadNotes notes;

  DurationReader(ReadProblems problems, ReadNotes notes) {
    this.problems = problems;
    this.notes = notes;
  }

  /** The result of looking for durations in a column. */
  sealed interface Outcome {
    /**
     * Its cells are durations.
     *
     * @param seconds one a row, NaN where missing
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Durations(double[] seconds, DurationForm form) implements Outcome {}

    /** The user must decide, and has been told. */
    record Undecided() implements Outcome {}
  }

  /** Returns what a column of texts is; null where it holds no durations. */
  @Nullable Outcome infer(String name, Dictionary texts) {
    int[] counts = texts.counts();
    DurationFinder.FoundDurations found = DurationFinder.find(texts.values(), counts);
    if (found == null) {
      return null;
    }
    int read = IntStream.range(0, counts.length).filter(found::reads).map(i -> counts[i]).sum();
    int present = texts.present();
    if (read < NEARLY_ALL * present || !isLikely(name, found)) {
      return null;
    }
    if (read < present) {
      problems.strays(name, "durations", texts, found::reads);
      return new Outcome.Undecided();
    }
    return read(name, texts, found);
  }

  /** Returns a column that is said to hold numbers; null where a cell is no duration. */
  Outcome.@Nullable Durations asked(String name, Dictionary texts) {
    DurationFinder.FoundDurations found = DurationFinder.find(texts.values(), texts.counts());
    if (found == null || found.kind() == DurationFinder.Kind.ONE_UNIT) {
      return null;
    }
    boolean readsAll = IntStream.range(0, texts.values().size()).allMatch(found::reads);
    return readsAll ? read(name, texts, found) : null;
  }

  private Outcome.Durations read(
      String name, Dictionary texts, DurationFinder.FoundDurations found) {
    notes.form(name, texts.values().getFirst(), "seconds");
    return new Outcome.Durations(texts.mapped(found.seconds()), new DurationForm(found.example()));
  }

  /** A clock below 24 hours is a time of day, and a number with one unit is a number. */
  private static boolean isLikely(String name, DurationFinder.FoundDurations found) {
    return switch (found.kind()) {
      case CLOCK ->
          TimeNames.sayLength(name)
              || Arrays.stream(found.seconds()).anyMatch(seconds -> Math.abs(seconds) > DAY);
      case MINUTES ->
          TimeNames.sayLength(name)
              || (!TimeNames.sayOther(name) && exceedsClock(found) && isMany(found));
      case DAYS -> true;
      case UNITS -> isMany(found);
      case ONE_UNIT -> false;
    };
  }

  /** {@code 63:20} is no time of day. */
  private static boolean exceedsClock(DurationFinder.FoundDurations found) {
    return Arrays.stream(found.seconds()).anyMatch(seconds -> seconds > HOURS_OF_CLOCK * 60);
  }

  private static boolean isMany(DurationFinder.FoundDurations found) {
    return Arrays.stream(found.seconds()).filter(each -> !Double.isNaN(each)).distinct().count()
        >= FEWEST;
  }
}
