package dev.synth.internal.profile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The changes over time.
 *
 * @param column the column that orders the rows
 * @param from the first time
 * @param to the last time
 * @param stretches stretches of about equal numbers of rows, in the order of time
 * @param rateChange how many standard errors the share of rare rows of the later half lies above
 *     that of the earlier one; null without a label or where it cannot vary
 * @param columns the columns whose later half differs from the earlier one by more than chance, the
 *     most changed first
 */
public record DriftProfile(
    String column,
    String from,
    String to,
    List<Stretch> stretches,
    @Nullable Double rateChange,
    List<ColumnDrift> columns) {
  /** The number of standard errors from which on a rate is taken to change. */
  private static final double RATE_CHANGES = 3;

  /**
   * A stretch of time.
   *
   * @param from when it begins
   * @param rows how many rows it has
   * @param rare how many of them are rare; 0 without a label
   */
  public record Stretch(String from, int rows, int rare) {
    private Stretch and(Stretch next) {
      return new Stretch(from, rows + next.rows, rare + next.rare);
    }
  }

  /**
   * A column that changes.
   *
   * @param column its name
   * @param distance of the halves: Kolmogorov-Smirnov of numbers, total variation of levels, in [0,
   *     1]
   * @param early the median of the earlier half, or its most changed level's share
   * @param late the same of the later half
   * @param level the level that changed most; null of numbers
   */
  public record ColumnDrift(
      String column, double distance, double early, double late, @Nullable String level) {}

  public DriftProfile {
    stretches = List.copyOf(stretches);
    columns = List.copyOf(columns);
  }

  /**
   * Returns the same with stretches joined until each has no rare row or enough of them.
   *
   * @param least at least 1
   */
  public DriftProfile withoutFewRare(int least) {
    List<Stretch> joined = new ArrayList<>();
    for (Stretch next : stretches) {
      Stretch last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && isFew(last, least)) {
        joined.set(joined.size() - 1, last.and(next));
      } else {
        joined.add(next);
      }
    }
    while (joined.size() > 1 && isFew(joined.getLast(), least)) {
      Stretch last = joined.removeLast();
      joined.set(joined.size() - 1, joined.getLast().and(last));
    }
    boolean areFew = joined.stream().anyMatch(stretch -> isFew(stretch, least));
    return new DriftProfile(column, from, to, areFew ? List.of() : joined, rateChange, columns);
  }

  private static boolean isFew(Stretch stretch, int least) {
    return stretch.rare() > 0 && stretch.rare() < least;
  }

  /** Returns whether the share of rare rows changes by more than chance. */
  public boolean rateChanges() {
    return rateChange != null && Math.abs(rateChange) >= RATE_CHANGES;
  }

  /** Returns whether anything changes. */
  public boolean changes() {
    return rateChanges() || !columns.isEmpty();
  }
}
