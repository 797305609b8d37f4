package dev.synth.internal.validate.fidelity;

import dev.synth.base.Context;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.NullDistribution;
import dev.synth.internal.validate.metric.Outcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.validate.Goal;
import java.util.ArrayList;
import java.util.List;

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

  private final Measure measure;
  private final Summary summary;

  private PairMetric(Measure measure, Summary summary) {
    this.measure = measure;
    this.summary = summary;
  }

  /** Values of pairs of columns of two samples. */
  private interface Distances {
    /** Returns the value of a pair; NaN where there is nothing to compare. */
    double of(int first, int second);
  }

  /** Prepares two samples for comparing pairs of columns. */
  private interface Comparison {
    Distances between(Sample real, Sample synthetic);
  }

  /** The laws of pairs' values for two large samples. */
  private interface Laws {
    List<NullDistribution> of(Sample real, int syntheticRows);
  }

  private record Measure(
      String id,
      String title,
      double maximum,
      Definition definition,
      String source,
      Comparison comparison,
      Laws laws,
      String whyNone) {}

  private static final Measure ASSOCIATIONS =
      new Measure(
          "pair_difference",
          "difference of pairwise associations",
          2,
          new Definition(
              "|a − b|, where a and b are how strongly two columns go together on either side:"
                  + " Spearman's ρ for two numeric columns, Cramér's V (without bias correction)"
                  + " for two categorical ones, and for one of each the correlation ratio η of the"
                  + " numbers' mid-ranks. 0: as strongly as in the real rows.",
              "Over the rows in which neither cell is missing. A pair without an association on one"
                  + " side (a constant column, fewer than three rows) counts as 0 there; one"
                  + " without on both is left out. Ties share their mean rank. No asymptotic null"
                  + " distribution is known that holds for ties, levels and dependence, so that"
                  + " floors are drawn always."),
          "Spearman (1904), Cramer (1946), correlation ratio of ranks: |a - b|",
          PairMetric::differences,
          (real, syntheticRows) -> List.of(), // ties, levels and dependence each have their own
          "no two columns vary together");

  private static final Measure CONTINGENCY =
      new Measure(
          "contingency_tvd",
          "total variation distance of pairwise contingency tables",
          1,
          new Definition(
              "½·Σ |p − q| over the cells of the table of two columns, with numbers cut at the real"
                  + " rows' quintiles. 0: every combination is as frequent; 1: no combination"
                  + " occurs on both sides. Unlike associations it sees any dependence, and the"
                  + " columns' own distances too.",
              "Missing is a category of its own. Equal quintiles merge, so that a constant column"
                  + " of numbers has two bins, up to its value and above, and adds nothing while it"
                  + " stays constant. Few rows in many cells: see the floor. Asymptotic null"
                  + " distribution: as for `mean_tvd`."),
          "half the sum of |p - q| over cells; quintiles of the real rows",
          PairMetric::contingencies,
          PairMetric::contingencyLaws,
          "there are not two columns");

  /** |a − b| of {@link Associations} of each pair; in [0, 2]. */
  public static PairMetric associations(Summary summary) {
    return new PairMetric(ASSOCIATIONS, summary);
  }

  /** The total variation distance of each pair's {@link ContingencyTables}; in [0, 1]. */
  public static PairMetric contingency(Summary summary) {
    return new PairMetric(CONTINGENCY, summary);
  }

  private static Distances differences(Sample real, Sample synthetic) {
    Associations ofReal = new Associations(real);
    Associations ofSynthetic = new Associations(synthetic);
    return (first, second) -> {
      double a = ofReal.between(first, second);
      double b = ofSynthetic.between(first, second);
      return Double.isNaN(a) && Double.isNaN(b) ? Double.NaN : Math.abs(orZero(a) - orZero(b));
    };
  }

  private static Distances contingencies(Sample real, Sample synthetic) {
    return new ContingencyTables(real, synthetic)::distance;
  }

  /** The tables' laws; where numbers are cut by the real rows' quintiles makes no difference. */
  private static List<NullDistribution> contingencyLaws(Sample real, int syntheticRows) {
    ContingencyTables tables = new ContingencyTables(real, real);
    List<NullDistribution> laws = new ArrayList<>();
    for (int i = 0; i < real.columnCount(); i++) {
      for (int j = i + 1; j < real.columnCount(); j++) {
        int[] counts = tables.realCounts(i, j);
        laws.add(
            new NullDistribution(
                name(real, i, j), SharesNull.distance(counts, real.rowCount(), syntheticRows)));
      }
    }
    return laws;
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
  public Protocol protocol() {
    return summary.protocol(MINIMUM_ROWS, ROW_LIMIT);
  }

  @Override
  public String readsDrawsOf() {
    return Summary.MEAN.id(measure.id());
  }

  @Override
  public Outcome read(Outcome drawn) {
    return summary.read(drawn);
  }

  @Override
  public List<NullDistribution> laws(Sample real, int syntheticRows, Context context) {
    return measure.laws().of(real, syntheticRows);
  }

  @Override
  public Outcome compute(Sample real, Sample synthetic, Context context) {
    Distances distances = measure.comparison().between(real, synthetic);
    List<Outcome.Part> parts = new ArrayList<>();
    for (int i = 0; i < real.columnCount(); i++) {
      for (int j = i + 1; j < real.columnCount(); j++) {
        double distance = distances.of(i, j);
        if (!Double.isNaN(distance)) {
          parts.add(new Outcome.Part(name(real, i, j), distance));
        }
      }
    }
    return summary.read(Summary.mean(parts, measure.whyNone()));
  }

  private static String name(Sample sample, int first, int second) {
    return sample.columns().get(first).name() + " / " + sample.columns().get(second).name();
  }
}
