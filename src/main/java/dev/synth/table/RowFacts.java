package dev.synth.table;

import dev.synth.internal.base.PlainText;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Facts of rows beside their features and their class, for figures alone: nothing learns from them.
 * It goes where the rows go, and test rows' facts are opened with their classes.
 */
public final class RowFacts {
  /** The day of a row whose time is missing. */
  public static final long NO_DAY = Long.MIN_VALUE;

  private final double @Nullable [] losses;
  private final long @Nullable [] days;

  /**
   * Copies its arguments.
   *
   * @param losses what it costs to miss each row, should it be rare: finite and not negative; null
   *     where nobody asks
   * @param days the day of each row, or {@link #NO_DAY}; null where nobody asks
   * @throws IllegalArgumentException if a loss is negative or not finite, or the lengths differ
   */
  public RowFacts(double @Nullable [] losses, long @Nullable [] days) {
    if (losses != null && days != null && losses.length != days.length) {
      throw new IllegalArgumentException(
          PlainText.of("%d losses and %d days", losses.length, days.length));
    }
    this.losses = losses == null ? null : losses.clone();
    this.days = days == null ? null : days.clone();
    if (losses != null
        && !Arrays.stream(losses).allMatch(loss -> loss >= 0 && Double.isFinite(loss))) {
      throw new IllegalArgumentException("a loss is negative or not finite");
    }
  }

  /** Returns what it costs to miss each row, a copy; null where nobody asks. */
  public double @Nullable [] losses() {
    return losses == null ? null : losses.clone();
  }

  /** Returns the day of each row, a copy; null where nobody asks. */
  public long @Nullable [] days() {
    return days == null ? null : days.clone();
  }

  boolean isOf(int rows) {
    return (losses == null || losses.length == rows) && (days == null || days.length == rows);
  }

  /** The facts of the given rows, in the given order. */
  RowFacts rows(int[] rows) {
    double[] ownLosses = losses;
    long[] ownDays = days;
    return new RowFacts(
        ownLosses == null ? null : Arrays.stream(rows).mapToDouble(row -> ownLosses[row]).toArray(),
        ownDays == null ? null : Arrays.stream(rows).mapToLong(row -> ownDays[row]).toArray());
  }

  /** These facts followed by those of other rows; what is known of some rows alone is left out. */
  RowFacts followedBy(RowFacts more) {
    double[] moreLosses = more.losses;
    long[] moreDays = more.days;
    double[] allLosses = null;
    long[] allDays = null;
    if (losses != null && moreLosses != null) {
      allLosses = Arrays.copyOf(losses, losses.length + moreLosses.length);
      System.arraycopy(moreLosses, 0, allLosses, losses.length, moreLosses.length);
    }
    if (days != null && moreDays != null) {
      allDays = Arrays.copyOf(days, days.length + moreDays.length);
      System.arraycopy(moreDays, 0, allDays, days.length, moreDays.length);
    }
    return new RowFacts(allLosses, allDays);
  }
}
