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
  private final double @Nullable [] weights;

  /**
   * Copies its arguments.
   *
   * @param losses what it costs to miss each row, should it be rare: finite and not negative; null
   *     where losses are not needed
   * @param days the day of each row, or {@link #NO_DAY}; null where days are not needed
   * @throws IllegalArgumentException if a loss is negative or not finite, or the lengths differ
   */
  public RowFacts(double @Nullable [] losses, long @Nullable [] days) {
    this(losses, days, null);
  }

  private RowFacts(
      double @Nullable [] losses, long @Nullable [] days, double @Nullable [] weights) {
    if (losses != null && days != null && losses.length != days.length) {
      throw new IllegalArgumentException(
          PlainText.of("%d losses and %d days", losses.length, days.length));
    }
    this.losses = losses == null ? null : losses.clone();
    this.days = days == null ? null : days.clone();
    this.weights = weights == null ? null : weights.clone();
    if (losses != null
        && !Arrays.stream(losses).allMatch(loss -> loss >= 0 && Double.isFinite(loss))) {
      throw new IllegalArgumentException("a loss is negative or not finite");
    }
    if (weights != null
        && !Arrays.stream(weights).allMatch(weight -> weight > 0 && Double.isFinite(weight))) {
      throw new IllegalArgumentException("a weight is not above 0 or not finite");
    }
  }

  /**
   * Returns these facts, and of how many rows each is the sample.
   *
   * @param sampled one a row, above 0 and finite
   */
  public RowFacts withWeights(double[] sampled) {
    return new RowFacts(losses, days, sampled);
  }

  /** Returns what it costs to miss each row, a copy; null where that is not known. */
  public double @Nullable [] losses() {
    return losses == null ? null : losses.clone();
  }

  /** Returns the day of each row, a copy; null where days are not known. */
  public long @Nullable [] days() {
    return days == null ? null : days.clone();
  }

  /** Returns how many rows each row stands for, a copy; null where each stands for itself. */
  public double @Nullable [] weights() {
    return weights == null ? null : weights.clone();
  }

  boolean isOf(int rows) {
    return (losses == null || losses.length == rows)
        && (days == null || days.length == rows)
        && (weights == null || weights.length == rows);
  }

  /** The facts of the given rows, in the given order. */
  RowFacts rows(int[] rows) {
    double[] ownLosses = losses;
    long[] ownDays = days;
    double[] ownWeights = weights;
    return new RowFacts(
        ownLosses == null ? null : Arrays.stream(rows).mapToDouble(row -> ownLosses[row]).toArray(),
        ownDays == null ? null : Arrays.stream(rows).mapToLong(row -> ownDays[row]).toArray(),
        ownWeights == null
            ? null
            : Arrays.stream(rows).mapToDouble(row -> ownWeights[row]).toArray());
  }

  /** These facts followed by those of other rows; what is known of some rows alone is left out. */
  RowFacts followedBy(RowFacts more) {
    double[] allLosses = followedBy(losses, more.losses);
    double[] allWeights = followedBy(weights, more.weights);
    long[] moreDays = more.days;
    long[] allDays = null;
    if (days != null && moreDays != null) {
      allDays = Arrays.copyOf(days, days.length + moreDays.length);
      System.arraycopy(moreDays, 0, allDays, days.length, moreDays.length);
    }
    return new RowFacts(allLosses, allDays, allWeights);
  }

  private static double @Nullable [] followedBy(double @Nullable [] own, double @Nullable [] more) {
    if (own == null || more == null) {
      return null;
    }
    double[] all = Arrays.copyOf(own, own.length + more.length);
    System.arraycopy(more, 0, all, own.length, more.length);
    return all;
  }
}
