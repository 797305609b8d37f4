package dev.synth.validate.fidelity;

import dev.synth.base.Context;
import dev.synth.validate.Goal;
import dev.synth.validate.Metric;
import dev.synth.validate.Outcome;
import dev.synth.validate.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * How much the association of two columns differs between real and synthetic rows, over all pairs.
 *
 * <p>For each pair |a − b|, where a and b are what {@link Associations} defines: Spearman's ρ (a
 * difference in [0, 2]), Cramér's V or the correlation ratio of ranks (in [0, 1]). A pair that has
 * an association on one side only, because a column is constant or missing on the other, counts
 * there as 0; a pair that has none on either side is left out. Needs ten rows on each side: below,
 * associations are noise.
 */
public final class PairDifference implements Metric {
  private static final int MINIMUM_ROWS = 10;

  /** Two independent columns of 500 rows have |ρ| = 0.036 in the mean: noise enough resolved. */
  private static final int ROW_LIMIT = 500;

  private final Summary summary;

  /** A metric over all pairs. */
  public PairDifference(Summary summary) {
    this.summary = summary;
  }

  @Override
  public Description description() {
    return new Description(
        summary.id("pair_difference"),
        summary.title("difference of pairwise associations"),
        Goal.LOWER,
        0,
        2,
        "Spearman (1904), Cramer (1946), correlation ratio of ranks: |a - b|",
        "train for more steps or with a wider latent space; the pairs that differ most are listed");
  }

  @Override
  public Definition definition() {
    return new Definition(
        "|a − b|, where a and b are how strongly two columns go together on either side: Spearman's"
            + " ρ for two numeric columns, Cramér's V (without bias correction) for two categorical"
            + " ones, and for one of each the correlation ratio η of the numbers' mid-ranks. 0: as"
            + " strongly as in the real rows.",
        "Over the rows in which neither cell is missing. A pair without an association on one side"
            + " (a constant column, fewer than three rows) counts as 0 there; one without on both"
            + " is left out. Ties share their mean rank.");
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
    return Summary.MEAN.id("pair_difference");
  }

  @Override
  public Outcome read(Outcome drawn) {
    return summary.read(drawn);
  }

  @Override
  public Outcome compute(Sample real, Sample synthetic, Context context) {
    Associations ofReal = new Associations(real);
    Associations ofSynthetic = new Associations(synthetic);
    List<Outcome.Part> parts = new ArrayList<>();
    for (int i = 0; i < real.columnCount(); i++) {
      for (int j = i + 1; j < real.columnCount(); j++) {
        double a = ofReal.between(i, j);
        double b = ofSynthetic.between(i, j);
        if (!Double.isNaN(a) || !Double.isNaN(b)) {
          parts.add(new Outcome.Part(name(real, i, j), Math.abs(orZero(a) - orZero(b))));
        }
      }
    }
    return summary.read(Summary.mean(parts, "no two columns vary together"));
  }

  private static String name(Sample sample, int first, int second) {
    return sample.columns().get(first).name() + " / " + sample.columns().get(second).name();
  }

  private static double orZero(double association) {
    return Double.isNaN(association) ? 0 : association;
  }
}
