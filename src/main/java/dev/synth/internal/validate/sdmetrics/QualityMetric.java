package dev.synth.internal.validate.sdmetrics;

import dev.synth.base.Context;
import dev.synth.internal.validate.metric.ColumnPairs;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.validate.Finding;
import dev.synth.validate.Goal;
import dev.synth.validate.SkipReason.Cause;
import java.util.ArrayList;
import java.util.List;

/**
 * A score of SDMetrics, under its name and equal to the library's (0.29), so that people can
 * compare.
 *
 * <p>Known to mislead by itself: independent columns score best in Column Shapes, and so do copies.
 * Above 50,000 rows the library samples rows of contingency tables without a seed; here all rows
 * count, as with its {@code num_rows_subsample=None}.
 */
public final class QualityMetric implements Metric {
  private static final int MINIMUM_ROWS = 4;

  /** 200 rows a side keep the floor's 400 reports within seconds. */
  private static final int ROW_LIMIT = 200;

  private static final int PAIRS_NAMED = 5;

  private static final String SHAPES = "column_shapes";
  private static final String TRENDS = "column_pair_trends";
  private static final String QUALITY = "quality_score";

  private static final String PAIRS =
      "For two numeric columns 1 − |r − s| / 2 with Pearson's correlations of the real and the"
          + " synthetic rows (CorrelationSimilarity). For all others 1 minus the total variation"
          + " distance of the two contingency tables (ContingencySimilarity). There numbers are cut"
          + " into ten bins of equal width, each side by its own smallest and largest value. Pairs"
          + " without a strong trend in the real rows, |r| ≤ 0.5 or Cramér's V ≤ 0.3, are left out."
          + ColumnPairs.DRAWN;

  private final String id;

  private QualityMetric(String id) {
    this.id = id;
  }

  /** Returns the three scores, in the order of reports. */
  public static List<Metric> all() {
    return List.of(
        new QualityMetric(SHAPES), new QualityMetric(TRENDS), new QualityMetric(QUALITY));
  }

  @Override
  public Description description() {
    String title =
        switch (id) {
          case SHAPES -> "Column Shapes (SDMetrics)";
          case TRENDS -> "Column Pair Trends (SDMetrics)";
          default -> "Quality Score (SDMetrics)";
        };
    return new Description(
        id,
        title,
        Goal.HIGHER,
        0,
        1,
        "SDMetrics 0.29, QualityReport of a single table",
        "look at the columns and pairs that differ most, in the metrics that have a noise floor");
  }

  @Override
  public Definition definition() {
    return switch (id) {
      case SHAPES ->
          new Definition(
              "The mean over columns. A column of numbers or points in time has 1 minus the"
                  + " Kolmogorov-Smirnov distance (KSComplement, after rounding to 14 decimals)."
                  + " One of categories has 1 minus the total variation distance (TVComplement)."
                  + " Best for independent columns and for copies, so never alone.",
              "Missing cells are left aside; a column that is all missing on either side is left"
                  + " out. Constant columns count. A level that only synthetic rows have counts as"
                  + " a millionth of a real row, as in the library.");
      case TRENDS ->
          new Definition(
              "The mean over pairs of columns. " + PAIRS,
              "A pair of numbers is scored over the rows in which neither is missing, and not where"
                  + " a column is constant on either side. Missing is a category of its own; a"
                  + " missing number shares the bin of the largest value, as in the library. A"
                  + " column of one category makes no scored pair. Skipped where no pair is"
                  + " scored.");
      default ->
          new Definition(
              "The mean of Column Shapes and Column Pair Trends.",
              "The one that has a value, where the other has none.");
    };
  }

  @Override
  public MetricProtocol protocol() {
    return MetricProtocol.of(MetricRows.ALL_ROWS, MINIMUM_ROWS, ROW_LIMIT)
        .valuedOn(Integer.MAX_VALUE);
  }

  @Override
  public String readsDrawsOf() {
    return SHAPES;
  }

  @Override
  public MetricOutcome compute(Sample real, Sample synthetic, Context context) {
    return compute(real, List.of(synthetic), context).getFirst();
  }

  @Override
  public List<MetricOutcome> compute(Sample real, List<Sample> others, Context context) {
    QualityReport.Real prepared = new QualityReport.Real(real);
    return others.stream().map(other -> outcome(prepared.against(other))).toList();
  }

  private MetricOutcome outcome(QualityReport report) {
    List<MetricOutcome.Part> parts = new ArrayList<>();
    add(parts, SHAPES, report.columnShapes());
    add(parts, TRENDS, report.pairTrends());
    add(parts, QUALITY, report.qualityScore());
    return parts.isEmpty()
        ? MetricOutcome.Skipped.because(Cause.NO_SCORED_COLUMN)
        : own(parts, parts);
  }

  private static void add(List<MetricOutcome.Part> parts, String name, double value) {
    if (!Double.isNaN(value)) {
      parts.add(new MetricOutcome.Part(name, value));
    }
  }

  @Override
  public MetricOutcome read(MetricOutcome drawn) {
    return drawn instanceof MetricOutcome.Value value ? own(value.parts(), List.of()) : drawn;
  }

  /** Returns this score among all three, with parts for the other two to be read from. */
  private MetricOutcome own(List<MetricOutcome.Part> all, List<MetricOutcome.Part> parts) {
    return all.stream()
        .filter(part -> part.name().equals(id))
        .findFirst()
        .<MetricOutcome>map(part -> new MetricOutcome.Value(part.value(), parts))
        .orElse(MetricOutcome.Skipped.because(Cause.NO_STRONG_TREND));
  }

  @Override
  public List<Finding> findings(Sample real, Sample synthetic, Context context) {
    if (id.equals(QUALITY)) {
      return List.of();
    }
    QualityReport report = QualityReport.of(real, synthetic);
    if (id.equals(SHAPES)) {
      return List.of(new Finding.ScoredColumns(report.columns(), real.columnCount()));
    }
    List<Finding> found = new ArrayList<>();
    found.add(new Finding.ScoredPairs(report.pairs().size(), report.allPairs()));
    report.pairs().stream()
        .limit(PAIRS_NAMED)
        .map(pair -> new Finding.PairScore(pair.names(), pair.score()))
        .forEach(found::add);
    found.addAll(real.pairs().findings());
    return found;
  }
}
