package dev.synth.validate.fidelity;

import dev.synth.base.Context;
import dev.synth.validate.Goal;
import dev.synth.validate.Metric;
import dev.synth.validate.Outcome;
import dev.synth.validate.Sample;
import dev.synth.validate.SampleColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Distances between the real and the synthetic cells of one column, over all columns that they
 * apply to; 0 is alike, 1 is as different as can be.
 */
public final class ColumnMetric implements Metric {
  /** Fewer rows than four on each side make even the floor's values a handful. */
  private static final int MINIMUM_ROWS = 4;

  /** More rows make a draw slower and its floor no different: KS noise is then below 0.03. */
  private static final int ROW_LIMIT = 2_000;

  private static final String MARGINS_REMEDY =
      "train for more steps, or look at the named columns' types and bounds in data.types";

  private final Description description;
  private final String drawsOf;
  private final Summary summary;
  private final Predicate<SampleColumn> applies;
  private final Distance distance;
  private final String whyNone;

  private ColumnMetric(
      String what,
      Description description,
      Summary summary,
      Predicate<SampleColumn> applies,
      Distance distance,
      String whyNone) {
    this.description = description;
    this.drawsOf = Summary.MEAN.id(what);
    this.summary = summary;
    this.applies = applies;
    this.distance = distance;
    this.whyNone = whyNone;
  }

  /** A distance of two columns of values, NaN where neither side has values to compare. */
  private interface Distance {
    double between(SampleColumn column, double[] real, double[] synthetic);
  }

  /**
   * The two-sample Kolmogorov–Smirnov distance of each column of numbers or points in time, see
   * {@link KolmogorovSmirnov}; missing cells are left aside.
   */
  public static ColumnMetric kolmogorovSmirnov(Summary summary) {
    return new ColumnMetric(
        "ks",
        describe(
            summary.id("ks"),
            summary.title("Kolmogorov-Smirnov distance of numeric columns"),
            "Kolmogorov (1933), Smirnov (1948): sup |F - G|",
            MARGINS_REMEDY),
        summary,
        SampleColumn::isNumber,
        (column, real, synthetic) -> KolmogorovSmirnov.distance(real, synthetic),
        "no column of numbers has three values on either side");
  }

  /**
   * The total variation distance of each column of levels, see {@link TotalVariation}; missing is a
   * level.
   */
  public static ColumnMetric totalVariation(Summary summary) {
    return new ColumnMetric(
        "tvd",
        describe(
            summary.id("tvd"),
            summary.title("total variation distance of categorical columns"),
            "half the sum of |p - q| over levels, missing being one",
            MARGINS_REMEDY),
        summary,
        column -> !column.isNumber(),
        (column, real, synthetic) ->
            TotalVariation.distance(column.levels().size(), real, synthetic),
        "there is no categorical column");
  }

  /**
   * The difference of the shares of missing cells, |p − q| in [0, 1], of each column that misses
   * any cell, real or synthetic.
   */
  public static ColumnMetric missingRate(Summary summary) {
    return new ColumnMetric(
        "missing_difference",
        describe(
            summary.id("missing_difference"),
            summary.title("difference of missing rates"),
            "|p - q| of the shares of missing cells",
            "train for more steps, or look at how the named columns mark missing cells"),
        summary,
        SampleColumn::mayBeMissing,
        (column, real, synthetic) -> Math.abs(missingShare(real) - missingShare(synthetic)),
        "no cell is missing");
  }

  private static Description describe(String id, String title, String source, String remedy) {
    return new Description(id, title, Goal.LOWER, 0, 1, source, remedy);
  }

  private static double missingShare(double[] values) {
    int missing = 0;
    for (double value : values) {
      missing += Double.isNaN(value) ? 1 : 0;
    }
    return (double) missing / values.length;
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public Protocol protocol() {
    return new Protocol(
        Protocol.DRAWS,
        MINIMUM_ROWS,
        ROW_LIMIT,
        ROW_LIMIT,
        Band.EMPIRICAL,
        Scope.SAME_SIZE,
        summary.partsShown());
  }

  @Override
  public String readsDrawsOf() {
    return drawsOf;
  }

  @Override
  public Outcome read(Outcome drawn) {
    return summary.read(drawn);
  }

  @Override
  public Outcome compute(Sample real, Sample synthetic, Context context) {
    List<Outcome.Part> parts = new ArrayList<>();
    for (int i = 0; i < real.columnCount(); i++) {
      SampleColumn column = real.columns().get(i);
      if (applies.test(column)) {
        double value = distance.between(column, real.values(i), synthetic.values(i));
        if (!Double.isNaN(value)) {
          parts.add(new Outcome.Part(column.name(), value));
        }
      }
    }
    return summary.read(Summary.mean(parts, whyNone));
  }
}
