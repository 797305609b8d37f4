package dev.synth.internal.validate.sdmetrics;

import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleColumn;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One column of one side as SDMetrics sees it.
 *
 * <p>Points in time are nanoseconds, as in pandas. For contingency tables, numbers are cut into ten
 * bins of equal width between this side's own smallest and largest value (the library bins each
 * side by itself), with the largest value and missing cells in an eleventh.
 */
final class ScoredColumn {
  private static final int BINS = 10;
  private static final double NANOS_PER_MICRO = 1_000;

  private final SampleColumn kind;
  private final double[] values;
  private int @Nullable [] codes;
  private final int codeCount;
  private final boolean constant;
  private final double @Nullable [] centred;

  ScoredColumn(Sample sample, int column) {
    this.kind = sample.columns().get(column);
    double[] plain = sample.values(column);
    this.values = kind.kind() == SampleColumn.Kind.TIME ? nanos(plain) : plain;
    this.codeCount = kind.isNumber() ? BINS + 2 : kind.levels().size() + 1;
    this.constant = isConstant(values);
    this.centred = kind.isNumber() && !constant ? centredIfComplete(values) : null;
  }

  private static double @Nullable [] centredIfComplete(double[] values) {
    for (double value : values) {
      if (Double.isNaN(value)) {
        return null;
      }
    }
    double[] centred = values.clone();
    return PairTrends.centre(centred, centred.length) ? centred : null;
  }

  private static double[] nanos(double[] micros) {
    return Arrays.stream(micros).map(value -> value * NANOS_PER_MICRO).toArray();
  }

  private static int[] levelCodes(double[] values, int levels) {
    return Arrays.stream(values).mapToInt(v -> Double.isNaN(v) ? levels : (int) v).toArray();
  }

  /** Returns whether exactly one value occurs, missing cells aside. */
  private static boolean isConstant(double[] values) {
    double first = Double.NaN;
    for (double value : values) {
      if (Double.isNaN(first)) {
        first = value;
      } else if (!Double.isNaN(value) && value != first) {
        return false;
      }
    }
    return !Double.isNaN(first);
  }

  private static int[] binned(double[] values) {
    double[] edges = edges(values);
    int[] bins = new int[values.length];
    for (int row = 0; row < bins.length; row++) {
      bins[row] = bin(values[row], edges);
    }
    return bins;
  }

  /** The edges of {@code numpy.histogram_bin_edges}, by the arithmetic of its linspace. */
  private static double[] edges(double[] values) {
    double first = Double.POSITIVE_INFINITY;
    double last = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      first = Double.isNaN(value) ? first : Math.min(first, value);
      last = Double.isNaN(value) ? last : Math.max(last, value);
    }
    if (first > last) { // all missing
      first = 0;
      last = 1;
    } else if (first == last) {
      first -= 0.5;
      last += 0.5;
    }
    double step = (last - first) / BINS;
    double[] edges = new double[BINS + 1];
    for (int i = 0; i < BINS; i++) {
      edges[i] = (step == 0 ? i / (double) BINS * (last - first) : i * step) + first;
    }
    edges[BINS] = last;
    return edges;
  }

  /** The number of edges at or below a value, as {@code numpy.digitize}; all of them for NaN. */
  private static int bin(double value, double[] edges) {
    int bin = 0;
    while (bin < edges.length && !(value < edges[bin])) {
      bin++;
    }
    return bin;
  }

  boolean isNumber() {
    return kind.isNumber();
  }

  boolean isTimeOfDay() {
    return kind.kind() == SampleColumn.Kind.TIME_OF_DAY;
  }

  boolean isTime() {
    return kind.kind() == SampleColumn.Kind.TIME;
  }

  boolean constant() {
    return constant;
  }

  double[] values() {
    return values;
  }

  /**
   * Returns the deviations from the mean, scaled to length 1, of numbers of which none is missing
   * and that vary; else null.
   */
  double @Nullable [] centred() {
    return centred;
  }

  /** Returns each row's bin or level; made when first asked for, which most numbers never are. */
  int[] codes() {
    int[] known = codes;
    if (known == null) {
      known = kind.isNumber() ? binned(values) : levelCodes(values, kind.levels().size());
      codes = known;
    }
    return known;
  }

  /** Returns a number above every code. */
  int codeCount() {
    return codeCount;
  }
}
