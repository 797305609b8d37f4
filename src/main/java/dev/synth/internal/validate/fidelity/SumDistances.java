package dev.synth.internal.validate.fidelity;

import dev.synth.internal.stats.Circle;
import dev.synth.internal.stats.Wasserstein;
import dev.synth.internal.validate.metric.NumberSums;
import dev.synth.internal.validate.metric.RowSums;
import dev.synth.internal.validate.metric.SampleColumn;

/**
 * Distances of two columns of numbers from {@link NumberSums}, where the values themselves are too
 * many to be held.
 *
 * <p>Where all values are cuts, they are those of the values. Else both are from below: the largest
 * difference is looked for at the cuts, and the area between two cuts is that of the mean
 * difference. They miss the largest difference by the share of rows between two cuts at most.
 */
final class SumDistances {
  private SumDistances() {}

  /** Returns the Kolmogorov–Smirnov distance at the cuts; Kuiper's on a circle. */
  static double largest(int column, RowSums real, RowSums synthetic) {
    NumberSums a = real.numbers(column);
    NumberSums b = synthetic.numbers(column);
    if (!isEnough(a, b)) {
      return Double.NaN;
    }
    double[] first = a.distribution();
    double[] second = b.distribution();
    double above = 0;
    double below = 0;
    for (int i = 0; i < first.length; i++) {
      above = Math.max(above, first[i] - second[i]);
      below = Math.max(below, second[i] - first[i]);
    }
    return real.column(column).circle() == null
        ? Math.max(above, below)
        : Math.min(1, above + below);
  }

  /** Returns the Wasserstein distance in spreads; the shorter way round on a circle. */
  static double moved(int column, RowSums real, RowSums synthetic) {
    NumberSums a = real.numbers(column);
    NumberSums b = synthetic.numbers(column);
    if (!isEnough(a, b)) {
      return Double.NaN;
    }
    SampleColumn kind = real.column(column);
    Circle circle = kind.circle();
    return (circle == null ? onLine(a, b) : onCircle(a, b, circle)) / kind.spread();
  }

  private static double onLine(NumberSums a, NumberSums b) {
    double area = Math.abs(a.meanBelow() - b.meanBelow()) + Math.abs(a.meanAbove() - b.meanAbove());
    double[] first = a.heights();
    double[] second = b.heights();
    for (int i = 0; i < first.length; i++) {
      area += Math.abs(first[i] - second[i]) * (a.cuts()[i + 1] - a.cuts()[i]);
    }
    return area;
  }

  private static double onCircle(NumberSums a, NumberSums b, Circle circle) {
    double[] first = a.heights();
    double[] second = b.heights();
    double[] heights = new double[first.length + 2];
    double[] widths = new double[heights.length];
    for (int i = 0; i < first.length; i++) {
      heights[i] = first[i] - second[i];
      widths[i] = a.cuts()[i + 1] - a.cuts()[i];
    }
    double low = a.cuts()[0];
    double high = circle.circumference() - a.cuts()[first.length];
    widths[first.length] = low;
    heights[first.length] = low > 0 ? (a.meanBelow() - b.meanBelow()) / low : 0;
    widths[first.length + 1] = high;
    heights[first.length + 1] = high > 0 ? (b.meanAbove() - a.meanAbove()) / high : 0;
    return Wasserstein.areaAroundMedian(heights, widths);
  }

  private static boolean isEnough(NumberSums a, NumberSums b) {
    return Math.min(a.present(), b.present()) >= EnoughValues.LEAST && a.cuts().length > 0;
  }
}
