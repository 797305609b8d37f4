package dev.synth.internal.validate.metric;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Sums over the values of one column of numbers, cut at some values: how many are equal to each cut
 * and how many lie between two, and how far these reach on average.
 *
 * <p>All sums are of whole numbers or of decimals without rounding, so that any parts of the rows
 * can be joined in any order. Between two cuts a value counts as a multiple of 2⁻³⁰ of their
 * distance.
 */
public final class NumberSums {
  private static final double UNIT = 1 << 30;

  private final double[] cuts;
  private final long[] counts;
  private final long[] reached;
  private BigDecimal below = BigDecimal.ZERO;
  private BigDecimal above = BigDecimal.ZERO;
  private long missing;

  /**
   * Sums of no value.
   *
   * @param cuts ascending and distinct; maybe none
   */
  NumberSums(double[] cuts) {
    this.cuts = cuts;
    this.counts = new long[2 * cuts.length + 1];
    this.reached = new long[counts.length];
  }

  void add(double value) {
    if (Double.isNaN(value)) {
      missing++;
      return;
    }
    int found = Arrays.binarySearch(cuts, value + 0.0); // -0.0 is 0
    int bin = found >= 0 ? 2 * found + 1 : 2 * (-found - 1);
    counts[bin]++;
    if (found >= 0 || cuts.length == 0) {
      return;
    }
    if (bin == 0) {
      below = below.add(new BigDecimal(cuts[0]).subtract(new BigDecimal(value)));
    } else if (bin == counts.length - 1) {
      above = above.add(new BigDecimal(value).subtract(new BigDecimal(cuts[cuts.length - 1])));
    } else {
      double low = cuts[bin / 2 - 1];
      reached[bin] += (long) Math.rint((value - low) / (cuts[bin / 2] - low) * UNIT);
    }
  }

  void add(NumberSums more) {
    for (int bin = 0; bin < counts.length; bin++) {
      counts[bin] += more.counts[bin];
      reached[bin] += more.reached[bin];
    }
    below = below.add(more.below);
    above = above.add(more.above);
    missing += more.missing;
  }

  /** Returns the cuts; shared, not to be changed. */
  public double[] cuts() {
    return cuts;
  }

  /** Returns how many cells are missing. */
  public long missing() {
    return missing;
  }

  /** Returns how many values there are. */
  public long present() {
    return Arrays.stream(counts).sum();
  }

  /**
   * Returns the distribution function at its breaks: below each cut, and at it; two a cut.
   *
   * @return ascending; NaN where there is no value
   */
  public double[] distribution() {
    double all = present();
    double[] shares = new double[2 * cuts.length];
    long reachedSoFar = 0;
    for (int i = 0; i < shares.length; i++) {
      reachedSoFar += counts[i];
      shares[i] = reachedSoFar / all;
    }
    return shares;
  }

  /** Returns how far values lie below the first cut, as a mean over all values. */
  public double meanBelow() {
    return below.doubleValue() / present();
  }

  /** Returns how far values lie above the last cut, as a mean over all values. */
  public double meanAbove() {
    return above.doubleValue() / present();
  }

  /** Returns the mean of the distribution function between each cut and the next. */
  public double[] heights() {
    double all = present();
    double[] heights = new double[Math.max(0, cuts.length - 1)];
    long before = counts[0];
    for (int i = 0; i < heights.length; i++) {
      before += counts[2 * i + 1];
      long between = counts[2 * i + 2];
      heights[i] = (before + (between - reached[2 * i + 2] / UNIT)) / all;
      before += between;
    }
    return heights;
  }

  /** Returns all sums as words. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(missing).append(' ').append(below).append(' ').append(above);
    for (int bin = 0; bin < counts.length; bin++) {
      if (counts[bin] > 0) {
        text.append(' ')
            .append(bin)
            .append(' ')
            .append(counts[bin])
            .append(' ')
            .append(reached[bin]);
      }
    }
    return text.toString();
  }

  /** Adds sums that {@link #text} wrote. */
  void add(String[] words) {
    missing += Long.parseLong(words[0]);
    below = below.add(new BigDecimal(words[1]));
    above = above.add(new BigDecimal(words[2]));
    for (int i = 3; i < words.length; i += 3) {
      int bin = Integer.parseInt(words[i]);
      counts[bin] += Long.parseLong(words[i + 1]);
      reached[bin] += Long.parseLong(words[i + 2]);
    }
  }
}
