package dev.synth.internal.validate.fidelity;

import dev.synth.base.Context;
import dev.synth.internal.stats.TotalVariation;
import dev.synth.internal.validate.metric.CellCounts;
import dev.synth.internal.validate.metric.ColumnPairs;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.NullDistribution;
import dev.synth.internal.validate.metric.OverAll;
import dev.synth.internal.validate.metric.RowSums;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.validate.Finding;
import dev.synth.validate.Goal;
import dev.synth.validate.SkipReason.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Differences between real and synthetic rows in how two columns go together, over all pairs of
 * columns; 0 is alike.
 *
 * <p>Needs ten rows on each side: below, associations are noise.
 */
public final class PairMetric implements Metric {
  private static final int MINIMUM_ROWS = 10;

  /** Two independent columns of 500 rows have |ρ| = 0.036 in the mean: noise enough resolved. */
  private static final int ROW_LIMIT = 500;

  private final PairMeasure measure;
  private final Aggregation summary;

  private PairMetric(PairMeasure measure, Aggregation summary) {
    this.measure = measure;
    this.summary = summary;
  }

  /** Values of pairs of columns of two samples. */
  private interface PairDistances {
    /** Returns the value of one of {@link Sample#pairs}; NaN where there is nothing to compare. */
    double of(int pair);
  }

  /** Real rows, ready to be compared with any others. */
  private interface Prepared {
    PairDistances to(Sample synthetic);
  }

  /** Prepares real rows for comparing pairs of columns. */
  private interface PairComparison {
    Prepared of(Sample real);
  }

  /** The null distributions of pairs' values for two large samples. */
  private interface NullDistributions {
    List<NullDistribution> of(Sample real, int syntheticRows);
  }

  /** Values of pairs and their null distributions, from sums over all rows. */
  private interface Sums {
    @Nullable OverAll of(RowSums real, RowSums synthetic);
  }

  private record PairMeasure(
      String id,
      String title,
      double maximum,
      Definition definition,
      String source,
      PairComparison comparison,
      NullDistributions nullDistributions,
      Sums sums,
      Cause whyNone) {}

  private static final PairMeasure ASSOCIATIONS =
      new PairMeasure(
          "pair_difference",
          "difference of pairwise associations",
          2,
          new Definition(
              "|a − b|, where a and b are how strongly two columns go together on either side. For"
                  + " two numeric columns that is Spearman's ρ; for two categorical ones, Cramér's"
                  + " V without bias correction. For one of each it is the correlation ratio η of"
                  + " the numbers' mid-ranks. 0: as strongly as in the real rows."
                  + ColumnPairs.DRAWN,
              "Over the rows in which neither cell is missing. A pair has no association on a side"
                  + " where a column is constant, or has fewer than three rows. It counts as 0"
                  + " there; a pair without one on both sides is left out. Ties share their mean"
                  + " rank. No asymptotic null distribution is known that holds for ties, levels"
                  + " and dependence, so that floors are drawn always."),
          "Spearman (1904), Cramer (1946), correlation ratio of ranks: |a - b|",
          PairMetric::differences,
          (real, syntheticRows) -> List.of(), // ties, levels and dependence each have their own
          (real, synthetic) -> null, // ranks are no sums
          Cause.NO_TWO_VARYING_COLUMNS);

  private static final PairMeasure CONTINGENCY =
      new PairMeasure(
          "contingency_tvd",
          "total variation distance of pairwise contingency tables",
          1,
          new Definition(
              "½·Σ |p − q| over the cells of the table of two columns, with numbers cut at the real"
                  + " rows' quintiles. 0: every combination is as frequent; 1: no combination"
                  + " occurs on both sides. Unlike associations it sees any dependence, and the"
                  + " columns' own distances too."
                  + ColumnPairs.DRAWN,
              "Missing is a category of its own. Equal quintiles merge, so a constant column of"
                  + " numbers has two bins: up to its value, and above. It adds nothing while it"
                  + " stays constant. Few rows in many cells: see the floor. Asymptotic null"
                  + " distribution: as for `mean_tvd`."),
          "half the sum of |p - q| over cells; quintiles of the real rows",
          PairMetric::contingencies,
          PairMetric::contingencyNulls,
          PairMetric::contingencySums,
          Cause.NO_TWO_COLUMNS);

  /** |a − b| of {@link Associations} of each pair; in [0, 2]. */
  public static PairMetric associations(Aggregation summary) {
    return new PairMetric(ASSOCIATIONS, summary);
  }

  /** The total variation distance of each pair's {@link ContingencyTables}; in [0, 1]. */
  public static PairMetric contingency(Aggregation summary) {
    return new PairMetric(CONTINGENCY, summary);
  }

  private static Prepared differences(Sample real) {
    double[] ofReal = associations(real);
    return synthetic -> {
      double[] ofSynthetic = associations(synthetic);
      return pair -> {
        double a = ofReal[pair];
        double b = ofSynthetic[pair];
        return Double.isNaN(a) && Double.isNaN(b) ? Double.NaN : Math.abs(orZero(a) - orZero(b));
      };
    };
  }

  private static double[] associations(Sample sample) {
    Associations associations = new Associations(sample);
    ColumnPairs pairs = sample.pairs();
    return IntStream.range(0, pairs.count())
        .mapToDouble(pair -> associations.between(pairs.first(pair), pairs.second(pair)))
        .toArray();
  }

  private static Prepared contingencies(Sample real) {
    ContingencyTables.Real prepared = new ContingencyTables.Real(real);
    ColumnPairs pairs = real.pairs();
    return synthetic -> {
      ContingencyTables tables = new ContingencyTables(prepared, synthetic);
      return pair -> tables.distance(pairs.first(pair), pairs.second(pair));
    };
  }

  /**
   * The tables' null distributions; where numbers are cut by the real rows' quintiles makes no
   * difference.
   */
  private static List<NullDistribution> contingencyNulls(Sample real, int syntheticRows) {
    ContingencyTables.Real tables = new ContingencyTables.Real(real);
    ColumnPairs pairs = real.pairs();
    List<NullDistribution> nullDistributions = new ArrayList<>();
    for (int pair = 0; pair < pairs.count(); pair++) {
      int[] counts = tables.counts(pairs.first(pair), pairs.second(pair));
      nullDistributions.add(
          new NullDistribution(
              pairs.name(pair), SharesNull.distance(counts, real.rowCount(), syntheticRows)));
    }
    return nullDistributions;
  }

  private static OverAll contingencySums(RowSums real, RowSums synthetic) {
    ColumnPairs pairs = real.pairs();
    List<MetricOutcome.Part> parts = new ArrayList<>();
    List<NullDistribution> nullDistributions = new ArrayList<>();
    for (int pair = 0; pair < pairs.count(); pair++) {
      long[][] counts = CellCounts.together(real.table(pair), synthetic.table(pair));
      String name = pairs.name(pair);
      parts.add(new MetricOutcome.Part(name, TotalVariation.ofCounts(counts[0], counts[1])));
      nullDistributions.add(
          new NullDistribution(
              name,
              SharesNull.distance(counts[0], (double) real.rows(), (double) synthetic.rows())));
    }
    return OverAll.of(
        Aggregation.mean(parts, Cause.NO_TWO_COLUMNS), nullDistributions, real, synthetic);
  }

  private static double orZero(double association) {
    return Double.isNaN(association) ? 0 : association;
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
        "train for more steps or with a wider latent space; the pairs that differ most are listed");
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
    return measure.nullDistributions().of(real, syntheticRows);
  }

  @Override
  public @Nullable OverAll overAll(
      RowSums real, RowSums synthetic, Sample sample, Context context) {
    return measure.sums().of(real, synthetic);
  }

  @Override
  public MetricOutcome compute(Sample real, Sample synthetic, Context context) {
    return compute(real, List.of(synthetic), context).getFirst();
  }

  @Override
  public List<MetricOutcome> compute(Sample real, List<Sample> others, Context context) {
    Prepared prepared = measure.comparison().of(real);
    return others.stream()
        .map(other -> outcome(real.pairs(), prepared.to(other), context))
        .toList();
  }

  private MetricOutcome outcome(ColumnPairs pairs, PairDistances distances, Context context) {
    List<MetricOutcome.Part> parts = new ArrayList<>();
    for (int pair = 0; pair < pairs.count(); pair++) {
      double distance = distances.of(pair);
      if (!Double.isNaN(distance)) {
        parts.add(new MetricOutcome.Part(pairs.name(pair), distance));
      }
    }
    context.cancellation().check();
    return summary.read(Aggregation.mean(parts, measure.whyNone()));
  }

  @Override
  public List<Finding> findings(Sample real, Sample synthetic, Context context) {
    return real.pairs().findings();
  }
}
