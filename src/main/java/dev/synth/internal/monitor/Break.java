package dev.synth.internal.monitor;

import dev.synth.internal.bundle.LogColumns;
import dev.synth.internal.bundle.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A break of the model's contract.
 *
 * @param kind what is wrong
 * @param column the column
 * @param cells how many cells are wrong; all rows where the column itself is
 * @param isAlarm whether it concerns a whole column, or at least one row in a hundred
 */
public record Break(Kind kind, String column, long cells, boolean isAlarm) {
  private static final double SHARE = 0.01;

  /** The kind of break. */
  public enum Kind {
    /** A column of the model is not there. */
    MISSING_COLUMN,
    /** A column is there that the model does not know. */
    EXTRA_COLUMN,
    /** Cells are of another type. */
    OTHER_TYPE,
    /** Levels are new. */
    NEW_LEVEL,
    /** Cells are missing where no fitted row lacked one. */
    NEWLY_MISSING,
    /** Numbers lie beyond the range of the fitted rows. */
    BEYOND_RANGE
  }

  static List<Break> of(Tally.Counts odd, long rows, Set<String> exempt) {
    List<Break> breaks = new ArrayList<>();
    odd.missingColumns().forEach(each -> breaks.add(whole(Kind.MISSING_COLUMN, each, rows)));
    odd.extraColumns().stream()
        .filter(each -> !LogColumns.ALL.contains(each))
        .forEach(each -> breaks.add(whole(Kind.EXTRA_COLUMN, each, rows)));
    add(breaks, Kind.OTHER_TYPE, odd.misfits(), rows, Set.of());
    add(breaks, Kind.NEW_LEVEL, odd.newLevels(), rows, exempt);
    add(breaks, Kind.NEWLY_MISSING, odd.newlyMissing(), rows, exempt);
    add(breaks, Kind.BEYOND_RANGE, odd.beyondRange(), rows, exempt);
    return breaks;
  }

  private static Break whole(Kind kind, String column, long rows) {
    return new Break(kind, column, rows, true);
  }

  private static void add(
      List<Break> breaks, Kind kind, Map<String, Long> cells, long rows, Set<String> exempt) {
    cells.forEach(
        (column, count) ->
            breaks.add(
                new Break(kind, column, count, count >= SHARE * rows && !exempt.contains(column))));
  }
}
