package dev.synth.internal.validate.plot;

import dev.synth.internal.base.Micros;
import dev.synth.internal.stats.Quantiles;
import dev.synth.internal.validate.metric.SampleColumn;
import dev.synth.internal.validate.plot.ColumnPlot.Scale;
import java.util.Arrays;
import java.util.List;

/**
 * Bins of numbers that several samples share: of equal width on an axis that spreads the rows out,
 * between the outer quantiles of the samples; beyond, one open bin on either side. Edges are round
 * numbers, so that none is a row's own value.
 *
 * @param scale how the axis runs
 * @param edges where bins meet, strictly ascending, one fewer than there are bins
 * @param widths how wide each bin is on the axis, 1 for most
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record NumberBins(Scale scale, double[] edges, double[] widths) {
  /** A column with few different values has a bin for each. */
  private static final int MOST_VALUES = 40;

  private static final int MOST_BINS = 30;
  private static final int FEWEST_BINS = 6;
  private static final double OUTER = 0.005;
  private static final double OUTER_OF_MAJORITY = 0.05;

  /** An axis that is not linear must spread rows out clearly better. */
  private static final double CLEARLY = 0.85;

  private static final double HOUR = Micros.PER_DAY / 24.0;
  private static final List<Double> TIME_STEPS =
      List.of(1e6, 10e6, 60e6, 600e6, HOUR, 6 * HOUR, 24 * HOUR);

  /** A bin of more steps than this holds about as many of them wherever it is cut. */
  private static final double MANY_STEPS = 20;

  /** Digits that leave a microsecond of today, and drop what a product leaves behind. */
  private static final int EXACT = 16;

  private static final int DIGITS_MORE = 1;

  /**
   * Returns the bins of a column.
   *
   * @param real present values of rare training rows, ascending; likewise the others
   */
  static NumberBins of(SampleColumn column, double[] real, double[] synthetic, double[] majority) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double[][] samples = {real, synthetic, majority};
    for (int i = 0; i < samples.length; i++) {
      if (samples[i].length > 0) {
        double outer = i == 2 ? OUTER_OF_MAJORITY : OUTER;
        low = Math.min(low, Quantiles.of(samples[i], outer));
        high = Math.max(high, Quantiles.of(samples[i], 1 - outer));
      }
    }
    if (!(low < high) || !Double.isFinite(high - low)) {
      return on(BinAxis.LINEAR, new double[0], 1);
    }
    int bins = Math.clamp(Math.round(2 * StrictMath.cbrt(real.length)), FEWEST_BINS, MOST_BINS);
    return switch (column.kind()) {
      case TIME_OF_DAY -> hours(column, bins);
      case TIME -> times(low, high, bins);
      case NUMBER, LEVEL -> numbers(column, low, high, bins, samples);
    };
  }

  /** Whole hours of the day, or every few of them. */
  private static NumberBins hours(SampleColumn column, int bins) {
    int every = bins >= 24 ? 1 : bins >= 12 ? 2 : 3;
    double width = every * HOUR;
    double first = width - column.origin() % width;
    int count = (int) Math.ceil((Micros.PER_DAY - first) / width);
    double[] edges = new double[count];
    for (int i = 0; i < count; i++) {
      edges[i] = first + i * width;
    }
    return on(BinAxis.LINEAR, edges, width);
  }

  private static NumberBins times(double low, double high, int bins) {
    double gap = (high - low) / bins;
    double unit = TIME_STEPS.getFirst();
    for (double step : TIME_STEPS) {
      unit = 2 * step <= gap ? step : unit;
    }
    return snapped(BinAxis.LINEAR, low, high, bins, unit, 0);
  }

  private static NumberBins numbers(
      SampleColumn column, double low, double high, int bins, double[][] samples) {
    double step = column.step();
    double values = (high - low) / step;
    if (values <= MOST_VALUES && (!column.continuous() || values <= bins)) {
      int count = (int) Math.round(values);
      double[] edges = new double[count];
      double first = Math.rint(low / step);
      for (int i = 0; i < count; i++) {
        edges[i] = ChartNumbers.digits((first + i + 0.5) * step, 12);
      }
      return on(BinAxis.LINEAR, edges, step);
    }
    BinAxis axis = axis(low, high, bins, samples);
    boolean coarse = values < 1e4;
    double unit = coarse ? step : 0;
    if (coarse && axis.scale() == Scale.LINEAR) {
      double width = Math.ceil(values / bins) * step; // each bin holds as many values
      return on(BinAxis.LINEAR, evenly(low, high, width, step), width);
    }
    return snapped(axis, low, high, bins, unit, 0.5);
  }

  private static double[] evenly(double low, double high, double width, double step) {
    int count = (int) Math.floor((high - low) / width) + 1;
    double[] edges = new double[count];
    double first = Math.floor(low / width) * width;
    for (int i = 0; i < count; i++) {
      edges[i] = ChartNumbers.digits(first + (i + 1) * width - step / 2, 12);
    }
    return edges;
  }

  /** Edges at equal distances on an axis, moved to multiples of a unit or to round numbers. */
  private static NumberBins snapped(
      BinAxis axis, double low, double high, int bins, double unit, double offset) {
    double from = axis.place(low);
    double width = (axis.place(high) - from) / (bins - 2);
    double[] edges = new double[bins - 1];
    for (int i = 0; i < edges.length; i++) {
      double edge = axis.value(from + i * width);
      double gap = axis.value(from + (i + 1) * width) - edge;
      boolean fine = unit == 0 || (offset > 0 && gap > MANY_STEPS * unit);
      edges[i] =
          fine
              ? round(edge, gap)
              : ChartNumbers.digits((Math.floor(edge / unit) + offset) * unit, EXACT);
    }
    return on(axis, Arrays.stream(edges).sorted().distinct().toArray(), width);
  }

  /** Measures the bins on their axis; the open ones count as 1. */
  private static NumberBins on(BinAxis axis, double[] edges, double width) {
    double[] widths = new double[edges.length + 1];
    Arrays.fill(widths, 1);
    for (int i = 1; i < edges.length; i++) {
      double wide = (axis.place(edges[i]) - axis.place(edges[i - 1])) / width;
      widths[i] = ChartNumbers.decimals(Math.clamp(wide, 0.1, 100), 2);
    }
    return new NumberBins(axis.scale(), edges, widths);
  }

  /** A number to a tenth of the width of its bin. */
  private static double round(double value, double gap) {
    if (!(gap > 0) || value == 0) {
      return value;
    }
    int magnitude = exponent(value) - exponent(gap);
    return ChartNumbers.digits(value, Math.max(1, magnitude + 1 + DIGITS_MORE));
  }

  private static int exponent(double value) {
    return (int) Math.floor(StrictMath.log10(Math.abs(value)));
  }

  /**
   * The axis on which rows are spread out best; the linear one unless another is clearly better.
   */
  private static BinAxis axis(double low, double high, int bins, double[][] samples) {
    double linear = evenness(BinAxis.LINEAR, low, high, bins, samples);
    BinAxis other =
        low > 0
            ? new BinAxis(Scale.LOG, 1)
            : new BinAxis(Scale.SIGNED_LOG, unit(samples, high - low));
    double curved = evenness(other, low, high, bins, samples);
    return linear >= CLEARLY * curved ? BinAxis.LINEAR : other;
  }

  /** Around zero, the size below which a quarter of the values other than zero lie. */
  private static double unit(double[][] samples, double range) {
    double[] sizes =
        Arrays.stream(samples)
            .limit(2)
            .flatMapToDouble(Arrays::stream)
            .map(Math::abs)
            .filter(size -> size > 0)
            .sorted()
            .toArray();
    return sizes.length == 0 ? range : Math.max(Quantiles.of(sizes, 0.25), range * 1e-6);
  }

  /** The entropy of the shares of real and synthetic rows in bins of equal width, in nats. */
  private static double evenness(
      BinAxis axis, double low, double high, int bins, double[][] samples) {
    double from = axis.place(low);
    double width = (axis.place(high) - from) / bins;
    double entropy = 0;
    for (double[] sample : List.of(samples[0], samples[1])) {
      int[] counts = new int[bins];
      for (double value : sample) {
        counts[(int) Math.clamp((axis.place(value) - from) / width, 0, bins - 1)]++;
      }
      for (int count : counts) {
        double share = (double) count / Math.max(1, sample.length);
        entropy -= share > 0 ? share * StrictMath.log(share) : 0;
      }
    }
    return entropy;
  }

  /**
   * An axis.
   *
   * @param scale how it runs
   * @param unit of a signed logarithm, the size up to which it is about linear
   */
  private record BinAxis(Scale scale, double unit) {
    static final BinAxis LINEAR = new BinAxis(Scale.LINEAR, 1);

    /** Returns the place of a value; below the least positive one of a logarithm, the same. */
    double place(double value) {
      return switch (scale) {
        case LINEAR, LEVELS -> value;
        case LOG -> StrictMath.log(Math.max(value, Double.MIN_NORMAL));
        case SIGNED_LOG -> Math.signum(value) * StrictMath.log1p(Math.abs(value) / unit);
      };
    }

    /** Returns the value at a place. */
    double value(double place) {
      return switch (scale) {
        case LINEAR, LEVELS -> place;
        case LOG -> StrictMath.exp(place);
        case SIGNED_LOG -> Math.signum(place) * StrictMath.expm1(Math.abs(place)) * unit;
      };
    }
  }

  /** Returns how many values each bin holds; missing ones are passed over. */
  int[] counts(double[] values) {
    int[] counts = new int[edges.length + 1];
    for (double value : values) {
      if (!Double.isNaN(value)) {
        int place = Arrays.binarySearch(edges, value);
        counts[place >= 0 ? place + 1 : -place - 1]++;
      }
    }
    return counts;
  }

  /** Returns how wide merged bins are. */
  double[] widths(int[] starts) {
    double[] merged = new double[starts.length];
    for (int i = 0; i < starts.length; i++) {
      int end = i + 1 < starts.length ? starts[i + 1] : widths.length;
      merged[i] = ChartNumbers.decimals(Arrays.stream(widths, starts[i], end).sum(), 2);
    }
    return merged;
  }

  /** Returns the edges between merged bins. */
  double[] edges(int[] starts) {
    return Arrays.stream(starts).skip(1).mapToDouble(start -> edges[start - 1]).toArray();
  }
}
