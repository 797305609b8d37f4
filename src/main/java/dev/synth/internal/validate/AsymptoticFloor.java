package dev.synth.internal.validate;

import dev.synth.base.Context;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.NullDistribution;
import dev.synth.internal.validate.metric.OverAll;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.validate.SkipReason.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The noise floor of two large samples, from the null distributions of a metric's parts instead of
 * draws.
 *
 * <p>Each part has the quantiles of its null distribution at the samples' full size. How parts go
 * together does not depend on the size, so that it is taken from the draws: a part that has rank r
 * of n there has the quantile (r + ½) / n of its distribution here. So means and largest values
 * over dependent columns have their floor too, and floors of several metrics stay joint.
 */
final class AsymptoticFloor {
  /** The number of rows on either side up to which floors are drawn. */
  static final int MOST_DRAWN = 10_000;

  private AsymptoticFloor() {}

  /**
   * Returns the value over all rows beside an analytic floor, as draws of which one holds the
   * value; the given draws where either side is not large, or the metric has no null distribution.
   */
  static HalfSamples of(
      Metric metric, Sample real, Sample synthetic, HalfSamples drawn, Context context) {
    if (Math.min(real.rowCount(), synthetic.rowCount()) <= MOST_DRAWN) {
      return drawn;
    }
    List<NullDistribution> nullDistributions =
        metric.nullDistributions(real, synthetic.rowCount(), context);
    if (nullDistributions.isEmpty()) {
      return drawn;
    }
    MetricOutcome value = metric.compute(real, synthetic, context);
    return new HalfSamples(
        harmonicMean(real.rowCount(), synthetic.rowCount()),
        floor(nullDistributions, drawn.realAgainstReal()),
        List.of(value),
        true);
  }

  /** Returns the value over all rows, of which the draws are, beside its analytic floor. */
  static HalfSamples of(OverAll all, HalfSamples drawn) {
    return new HalfSamples(
        harmonicMean(all.realRows(), all.syntheticRows()),
        floor(all.nullDistributions(), drawn.realAgainstReal()),
        List.of(all.value()),
        true);
  }

  /** Two sides of that many rows are as noisy as the given ones. */
  private static int harmonicMean(long a, long b) {
    return (int) Math.round(2 / (1.0 / a + 1.0 / b));
  }

  private static List<MetricOutcome> floor(
      List<NullDistribution> nullDistributions, List<MetricOutcome> draws) {
    Map<String, double[]> byPart = byPart(draws);
    List<MetricOutcome> floor = new ArrayList<>();
    for (int draw = 0; draw < draws.size(); draw++) {
      List<MetricOutcome.Part> parts = new ArrayList<>();
      double total = 0;
      for (NullDistribution distribution : nullDistributions) {
        double[] values = byPart.get(distribution.part());
        if (values != null && !Double.isNaN(values[draw])) {
          double value = distribution.quantile(share(values, values[draw]));
          parts.add(new MetricOutcome.Part(distribution.part(), value));
          total += value;
        }
      }
      floor.add(
          parts.isEmpty()
              ? MetricOutcome.Skipped.because(Cause.NO_PART)
              : new MetricOutcome.Value(total / parts.size(), parts));
    }
    return floor;
  }

  /** Returns each part's value in each draw, NaN where it has none. */
  private static Map<String, double[]> byPart(List<MetricOutcome> draws) {
    Map<String, double[]> byPart = new HashMap<>();
    for (int draw = 0; draw < draws.size(); draw++) {
      if (draws.get(draw) instanceof MetricOutcome.Value value) {
        for (MetricOutcome.Part part : value.parts()) {
          byPart.computeIfAbsent(part.name(), name -> nothing(draws.size()))[draw] = part.value();
        }
      }
    }
    return byPart;
  }

  private static double[] nothing(int count) {
    double[] values = new double[count];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /** Returns the share of values below one of them, equal ones counting half; in (0, 1). */
  private static double share(double[] values, double value) {
    double below = 0;
    int count = 0;
    for (double other : values) {
      below += other < value ? 1 : other == value ? 0.5 : 0;
      count += Double.isNaN(other) ? 0 : 1;
    }
    return below / count;
  }
}
