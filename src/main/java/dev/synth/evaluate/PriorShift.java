package dev.synth.evaluate;

import dev.synth.classify.ClassWeighting;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.stats.Moments;
import dev.synth.split.Augmented;
import java.util.List;

/**
 * How much more common rare rows are to a classifier while it learns than they are by nature, and
 * what that does to its scores.
 *
 * <p>A score s that is a probability at the training odds is one at the natural odds after s·r /
 * (s·r + 1 − s) with r = natural odds / training odds (Elkan, "The foundations of cost-sensitive
 * learning", IJCAI 2001, theorem 2; Saerens et al., "Adjusting the outputs of a classifier to new a
 * priori probabilities", Neural Computation 14, 2002, eq. 2.4, where the new priors are known). It
 * is exact where added or weighted rows follow the law of the real rare rows, and undoes nothing
 * else: synthetic rows that differ from real ones leave errors that it does not see, and trees that
 * fit single rows have scores that don't follow the odds, which it makes worse. It never changes
 * the order of scores.
 *
 * @param naturalOdds rare : other rows among the real rows that were learned from, above 0
 * @param trainingOdds the same with what was added, each row counted by its weight, above 0
 */
public record PriorShift(double naturalOdds, double trainingOdds) {
  public PriorShift {
    if (!(naturalOdds > 0 && Double.isFinite(naturalOdds))
        || !(trainingOdds > 0 && Double.isFinite(trainingOdds))) {
      throw new IllegalArgumentException(
          PlainText.of("the odds are %s and %s", naturalOdds, trainingOdds));
    }
  }

  /**
   * The shift of an arm's training rows.
   *
   * @param rows with rows of both classes
   */
  public static PriorShift of(Augmented rows, ClassWeighting weighting) {
    double others = rows.otherCount();
    double weight = weighting.rareWeight(rows);
    return new PriorShift(rows.real().rareCount() / others, weight * rows.rareCount() / others);
  }

  /** The means of several repeats' odds. */
  public static PriorShift mean(List<PriorShift> shifts) {
    return new PriorShift(
        Moments.mean(shifts.stream().map(PriorShift::naturalOdds).toList()),
        Moments.mean(shifts.stream().map(PriorShift::trainingOdds).toList()));
  }

  /**
   * Returns a score as it would be at the natural odds; the same score where nothing was shifted.
   *
   * @param score in [0, 1]
   */
  public double correct(double score) {
    if (naturalOdds == trainingOdds) {
      return score;
    }
    double scaled = score * (naturalOdds / trainingOdds);
    return scaled / (scaled + (1 - score));
  }

  /** Returns rows with corrected scores. */
  public ScoredRows correct(ScoredRows rows) {
    return naturalOdds == trainingOdds ? rows : rows.rescored(this::correct);
  }
}
