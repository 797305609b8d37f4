package dev.synth.internal.validate.fidelity;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.internal.stats.KolmogorovSmirnov;
import dev.synth.internal.stats.TotalVariation;
import dev.synth.internal.stats.Wasserstein;
import dev.synth.internal.validate.fidelity.ColumnDistance.RealCells;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.NullDistribution;
import dev.synth.internal.validate.metric.OverAll;
import dev.synth.internal.validate.metric.RowSums;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleColumn;
import dev.synth.validate.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Distances between the real and the synthetic cells of one column, over all columns that they
 * apply to; 0 is alike. What each computes, and its edge cases, stand in {@link ColumnDistance}.
 */
public final class ColumnMetric implements Metric {
  /** Fewer rows than four on each side make even the floor's values a handful. */
  private static final int MINIMUM_ROWS = 4;

  /** More rows make a draw slower and its floor no different: KS noise is then below 0.03. */
  private static final int ROW_LIMIT = 2_000;

  private static final String REMEDY =
      "train for more steps, or look at the named columns' types and bounds in data.types";
  private static final String MISSING_REMEDY =
      "train for more steps, or look at how the named columns mark missing cells";

  private final ColumnDistance measure;
  private final Aggregation summary;

  private ColumnMetric(ColumnDistance measure, Aggregation summary) {
    this.measure = measure;
    this.summary = summary;
  }

  /**
   * The two-sample Kolmogorov–Smirnov distance of each column of numbers or points in time, see
   * {@link KolmogorovSmirnov}; in [0, 1], missing cells are left aside.
   */
  public static ColumnMetric kolmogorovSmirnov(Aggregation summary) {
    return new ColumnMetric(ColumnDistance.KOLMOGOROV_SMIRNOV, summary);
  }

  /**
   * The total variation distance of each column of levels, see {@link TotalVariation}; in [0, 1],
   * missing is a level.
   */
  public static ColumnMetric totalVariation(Aggregation summary) {
    return new ColumnMetric(ColumnDistance.TOTAL_VARIATION, summary);
  }

  /**
   * The Wasserstein-1 distance of each column of numbers or points in time, divided by its spread
   * ({@link SampleColumn#spread}), see {@link Wasserstein}; in [0, ∞).
   */
  public static ColumnMetric wasserstein(Aggregation summary) {
    return new ColumnMetric(ColumnDistance.WASSERSTEIN, summary);
  }

  /**
   * The difference of the shares of missing cells, |p − q| in [0, 1], of each column that misses
   * any cell, real or synthetic.
   */
  public static ColumnMetric missingRate(Aggregation summary) {
    return new ColumnMetric(ColumnDistance.MISSING_RATE, summary);
  }

  /** The part of each real range that synthetic values don't reach, see {@link ValueCoverage}. */
  public static ColumnMetric rangeLoss(Aggregation summary) {
    return new ColumnMetric(ColumnDistance.RANGE_LOSS, summary);
  }

  /**
   * The share of each column's real levels that no synthetic row has, see {@link ValueCoverage}.
   */
  public static ColumnMetric levelLoss(Aggregation summary) {
    return new ColumnMetric(ColumnDistance.LEVEL_LOSS, summary);
  }

  @Override
  public Description description() {
    return new Description(
        summary.id(measure.id()),
        summary.title(measure.title()),
        Goal.LOWER,
        0,
        measure.maximum(),
        measure.source(),
        measure.equals(ColumnDistance.MISSING_RATE) ? MISSING_REMEDY : REMEDY);
  }

  @Override
  public Definition definition() {
    return measure.definition();
  }

  @Override
  public MetricProtocol protocol() {
    return summary.protocol(MINIMUM_ROWS, ROW_LIMIT);
  }

  @Override
  public String readsDrawsOf() {
    return Aggregation.MEAN.id(measure.id());
  }

  @Override
  public MetricOutcome read(MetricOutcome drawn) {
    return summary.read(drawn);
  }

  @Override
  public List<NullDistribution> nullDistributions(Sample real, int syntheticRows, Context context) {
    return nullDistributions(
        real,
        column -> RealCells.of(real.columns().get(column), real.values(column)),
        syntheticRows,
        context);
  }

  private List<NullDistribution> nullDistributions(
      Sample real, IntFunction<RealCells> cells, double syntheticRows, Context context) {
    List<NullDistribution> nullDistributions = new ArrayList<>();
    for (int i = 0; i < real.columnCount(); i++) {
      SampleColumn column = real.columns().get(i);
      if (measure.applies().test(column)) {
        RandomStream stream = context.seeds().stream("law/" + column.name()); // frozen
        double[] draws = measure.nullDraws().draws(column, cells.apply(i), syntheticRows, stream);
        if (draws.length > 0 && Double.isFinite(draws[0])) { // as in compute
          nullDistributions.add(new NullDistribution(column.name(), draws));
        }
      }
    }
    return nullDistributions;
  }

  @Override
  public @Nullable OverAll overAll(
      RowSums real, RowSums synthetic, Sample sample, Context context) {
    ColumnDistance.SumDistance distance = measure.overAll();
    if (distance == null) {
      return null;
    }
    List<MetricOutcome.Part> parts = new ArrayList<>();
    for (int i = 0; i < sample.columnCount(); i++) {
      SampleColumn column = sample.columns().get(i);
      double value =
          measure.applies().test(column) ? distance.between(i, real, synthetic) : Double.NaN;
      if (Double.isFinite(value)) {
        parts.add(new MetricOutcome.Part(column.name(), value));
      }
    }
    return OverAll.of(
        Aggregation.mean(parts, measure.whyNone()),
        nullDistributions(
            sample,
            column -> RealCells.of(column, sample, real),
            (double) synthetic.rows(),
            context),
        real,
        synthetic);
  }

  @Override
  public MetricOutcome compute(Sample real, Sample synthetic, Context context) {
    List<MetricOutcome.Part> parts = new ArrayList<>();
    for (int i = 0; i < real.columnCount(); i++) {
      SampleColumn column = real.columns().get(i);
      if (measure.applies().test(column)) {
        double value = measure.distance().between(column, real.values(i), synthetic.values(i));
        if (Double.isFinite(value)) { // a spread of 0 makes it infinite or NaN
          parts.add(new MetricOutcome.Part(column.name(), value));
        }
      }
    }
    return summary.read(Aggregation.mean(parts, measure.whyNone()));
  }
}
