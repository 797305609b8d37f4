package dev.synth.internal.validate.fidelity;

import dev.synth.base.RandomStream;
import dev.synth.internal.stats.Circle;
import dev.synth.internal.stats.KolmogorovSmirnov;
import dev.synth.internal.stats.Kuiper;
import dev.synth.internal.stats.Present;
import dev.synth.internal.stats.TotalVariation;
import dev.synth.internal.stats.Wasserstein;
import dev.synth.internal.validate.metric.Metric.Definition;
import dev.synth.internal.validate.metric.RowSums;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleColumn;
import dev.synth.validate.SkipReason.Cause;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A way to set the real cells of one column beside its synthetic cells; 0 is alike.
 *
 * @param id what it is called in ids, such as {@code ks}
 * @param title what it is called in plain words
 * @param maximum the largest value there can be; may be infinite
 * @param definition what it computes
 * @param source where the definition comes from
 * @param applies the columns that it is for
 * @param distance the measure itself
 * @param overAll the measure of sums over all rows, or null where these do not give it
 * @param nullDraws its null distribution for two large samples, of no draws where none is known
 * @param whyNone why no column has a value
 */
record ColumnDistance(
    String id,
    String title,
    double maximum,
    Definition definition,
    String source,
    Predicate<SampleColumn> applies,
    Distance distance,
    @Nullable SumDistance overAll,
    NullDraws nullDraws,
    Cause whyNone) {

  /** A distance of two columns of values, NaN where there is nothing to compare. */
  interface Distance {
    double between(SampleColumn column, double[] real, double[] synthetic);
  }

  /** A distance of a column's sums over all rows, NaN where there is nothing to compare. */
  interface SumDistance {
    double between(int column, RowSums real, RowSums synthetic);
  }

  /** The null distribution of a distance of two large samples. */
  interface NullDraws {
    /** No null distribution is known. */
    NullDraws UNKNOWN = (column, real, syntheticRows, stream) -> new double[0];

    /** Returns its quantiles or draws from it, in any order. */
    double[] draws(SampleColumn column, RealCells real, double syntheticRows, RandomStream stream);
  }

  /**
   * The real cells of a column.
   *
   * @param values of a sample, NaN where missing
   * @param rows how many real rows there are, of which the values may be a sample
   * @param levels how many of these rows each level has, and last how many are missing; empty for
   *     numbers
   * @param missing which share of these rows is missing
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record RealCells(double[] values, double rows, long[] levels, double missing) {
    /** The cells of a sample that is all there is. */
    static RealCells of(SampleColumn column, double[] values) {
      long[] levels =
          column.isNumber()
              ? new long[0]
              : Arrays.stream(counts(column, values)).asLongStream().toArray();
      return new RealCells(values, values.length, levels, missingShare(values));
    }

    /** The cells of all rows, of which some are at hand. */
    static RealCells of(int column, Sample sample, RowSums all) {
      long[] levels = sample.columns().get(column).isNumber() ? new long[0] : all.levels(column);
      double missing = all.missing(column) / (double) all.rows();
      return new RealCells(sample.values(column), all.rows(), levels, missing);
    }
  }

  /**
   * A null distribution of the real values that are present, beside as large a share of the
   * synthetic ones.
   */
  private static double[] ofPresent(RealCells real, double syntheticRows, ByNoise distribution) {
    double[] present = Present.sorted(real.values());
    double own = real.rows() * present.length / real.values().length;
    double others = syntheticRows * present.length / real.values().length;
    return Math.min(own, others) < EnoughValues.LEAST
        ? new double[0]
        : distribution.draws(present, Math.sqrt(1.0 / own + 1 / others));
  }

  private interface ByNoise {
    double[] draws(double[] sorted, double noise);
  }

  private static double[] scaled(double[] values, double factor) {
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }

  private static double[] largest(SampleColumn column, double[] sorted, RandomStream stream) {
    BridgeNull bridge = new BridgeNull(sorted);
    return column.circle() == null ? bridge.largest(stream) : bridge.range(stream);
  }

  private static double[] area(SampleColumn column, double[] sorted, RandomStream stream) {
    BridgeNull bridge = new BridgeNull(sorted);
    Circle circle = column.circle();
    return circle == null ? bridge.area(stream) : bridge.areaOnCircle(circle, stream);
  }

  private static double moved(SampleColumn column, double[] real, double[] synthetic) {
    Circle circle = column.circle();
    return circle == null
        ? Wasserstein.distance(real, synthetic)
        : Wasserstein.onCircle(real, synthetic, circle);
  }

  private static double[] levels(RealCells real, double syntheticRows) {
    return SharesNull.distance(real.levels(), real.rows(), syntheticRows);
  }

  /** Returns how many rows each level has, and last how many are missing. */
  private static int[] counts(SampleColumn column, double[] values) {
    int[] counts = new int[column.levels().size() + 1];
    for (double value : values) {
      counts[Double.isNaN(value) ? counts.length - 1 : (int) value]++;
    }
    return counts;
  }

  private static double[] missing(RealCells real, double syntheticRows) {
    double p = real.missing();
    return SharesNull.folded(Math.sqrt(p * (1 - p) * (1.0 / real.rows() + 1.0 / syntheticRows)));
  }

  static final ColumnDistance KOLMOGOROV_SMIRNOV =
      new ColumnDistance(
          "ks",
          "Kolmogorov-Smirnov distance of numeric columns",
          1,
          new Definition(
              "The largest difference of the two empirical distribution functions,"
                  + " sup |F(x) − G(x)|. 0: the same values as often; 1: one side lies wholly below"
                  + " the other.",
              "Ties are exact. Missing cells are left aside; a column with fewer than three values"
                  + " on either side is left out. Two constant columns differ by 0 or by 1."
                  + " Asymptotic null distribution: the largest absolute value of a Brownian bridge"
                  + " at the real distribution function. Times of day lie on a circle. There it is"
                  + " Kuiper's distance, sup (F − G) + sup (G − F), which is the same wherever a"
                  + " day begins."),
          "Kolmogorov (1933), Smirnov (1948): sup |F - G|; Kuiper (1960) for times of day",
          SampleColumn::isNumber,
          (column, real, synthetic) ->
              EnoughValues.distance(
                  real,
                  synthetic,
                  column.circle() == null ? KolmogorovSmirnov::distance : Kuiper::distance),
          SumDistances::largest,
          (column, real, syntheticRows, stream) ->
              ofPresent(
                  real,
                  syntheticRows,
                  (sorted, noise) -> scaled(largest(column, sorted, stream), noise)),
          Cause.NO_NUMBER_COLUMN);

  static final ColumnDistance TOTAL_VARIATION =
      new ColumnDistance(
          "tvd",
          "total variation distance of categorical columns",
          1,
          new Definition(
              "½·Σ |p(k) − q(k)| over the levels k. 0: every level has the same share; 1: the"
                  + " sides have no level in common.",
              "Missing is a level of its own, so a column that is all missing on one side alone"
                  + " differs by 1. One level on both sides: 0 or 1. Asymptotic null distribution:"
                  + " a multiple of a chi variable with the mean and variance of the sum of folded"
                  + " normal variables."),
          "half the sum of |p - q| over levels, missing being one",
          column -> !column.isNumber(),
          (column, real, synthetic) ->
              TotalVariation.ofCounts(counts(column, real), counts(column, synthetic)),
          (column, real, synthetic) ->
              TotalVariation.ofCounts(real.levels(column), synthetic.levels(column)),
          (column, real, syntheticRows, stream) -> levels(real, syntheticRows),
          Cause.NO_CATEGORICAL_COLUMN);

  static final ColumnDistance WASSERSTEIN =
      new ColumnDistance(
          "wasserstein",
          "Wasserstein distance of numeric columns, in spreads",
          Double.POSITIVE_INFINITY,
          new Definition(
              "∫ |F(x) − G(x)| dx, divided by the column's spread. The spread is the distance"
                  + " between the 5 % and the 95 % quantile of all rare training rows, or their"
                  + " range where these agree. 1: values had to be moved by one spread on average."
                  + " Unlike the Kolmogorov-Smirnov distance it tells how far off values are.",
              "Missing cells are left aside. A column with fewer than three values on either side"
                  + " is left out, as is one that is constant in the rare training rows. One huge"
                  + " value counts with its full distance. Asymptotic null distribution: the area"
                  + " under a Brownian bridge's absolute value at the real distribution function."
                  + " Times of day are moved the shorter way round."),
          "Kantorovich (1942), Vaserstein (1969): W1, divided by the spread",
          SampleColumn::isNumber,
          (column, real, synthetic) ->
              EnoughValues.distance(real, synthetic, (a, b) -> moved(column, a, b))
                  / column.spread(),
          SumDistances::moved,
          (column, real, syntheticRows, stream) ->
              ofPresent(
                  real,
                  syntheticRows,
                  (sorted, noise) -> scaled(area(column, sorted, stream), noise / column.spread())),
          Cause.NO_VARYING_NUMBER_COLUMN);

  static final ColumnDistance MISSING_RATE =
      new ColumnDistance(
          "missing_difference",
          "difference of missing rates",
          1,
          new Definition(
              "|p − q|, where p and q are the shares of missing cells.",
              "Computed for the columns in which any cell, real or synthetic, is missing; others"
                  + " would only dilute the mean. All missing on one side alone: 1. Asymptotic null"
                  + " distribution: a folded normal variable."),
          "|p - q| of the shares of missing cells",
          SampleColumn::mayBeMissing,
          (column, real, synthetic) -> Math.abs(missingShare(real) - missingShare(synthetic)),
          (column, real, synthetic) ->
              Math.abs(
                  real.missing(column) / (double) real.rows()
                      - synthetic.missing(column) / (double) synthetic.rows()),
          (column, real, syntheticRows, stream) -> missing(real, syntheticRows),
          Cause.NO_MISSING_CELL);

  static final ColumnDistance RANGE_LOSS =
      new ColumnDistance(
          "range_loss",
          "part of numeric ranges not covered (1 - range coverage)",
          1,
          new Definition(
              "The part of [min real, max real] below the smallest or above the largest synthetic"
                  + " value, as a share of its length, at most 1. Range coverage is 1 minus it. 0:"
                  + " synthetic values reach both ends. Values beyond the ends cost nothing here.",
              "Missing cells are left aside; a column whose real side is constant, or that has"
                  + " fewer than three values on either side, is left out. Even real rows lose a"
                  + " little, since the most extreme row is on one side only: see the floor."),
          "1 minus RangeCoverage of SDMetrics",
          SampleColumn::isNumber,
          (column, real, synthetic) -> ValueCoverage.rangeLoss(real, synthetic),
          null,
          NullDraws.UNKNOWN,
          Cause.NO_VARYING_NUMBER_COLUMN);

  static final ColumnDistance LEVEL_LOSS =
      new ColumnDistance(
          "level_loss",
          "share of levels not covered (1 - level coverage)",
          1,
          new Definition(
              "The share of the real side's levels that no synthetic row has; level coverage is 1"
                  + " minus it. 0: every level occurs; new levels cost nothing here.",
              "Missing is no level. A column whose real side is all missing is left out; all"
                  + " missing on the synthetic side alone: 1. Levels of single rows are lost"
                  + " between real halves too: see the floor."),
          "1 minus CategoryCoverage of SDMetrics",
          column -> !column.isNumber(),
          (column, real, synthetic) ->
              ValueCoverage.levelLoss(column.levels().size(), real, synthetic),
          null,
          NullDraws.UNKNOWN,
          Cause.NO_LEVEL);

  private static double missingShare(double[] values) {
    int missing = 0;
    for (double value : values) {
      missing += Double.isNaN(value) ? 1 : 0;
    }
    return (double) missing / values.length;
  }
}
