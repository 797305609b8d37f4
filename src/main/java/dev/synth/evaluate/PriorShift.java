package dev.synth.evaluate;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.synth.classify.ClassWeighting;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.stats.Moments;
import dev.synth.split.Augmented;
import java.util.List;

/**
 * The shift of the class ratio between nature and the training rows, and its effect on scores.
 *
 * <p>Let s be a probability at the training class ratio, and r = natural ratio / training ratio.
 * Then s·r / (s·r + 1 − s) is a probability at the natural class ratio. It is exact where added or
 * weighted rows follow the distribution of the real rare rows. It undoes nothing else: synthetic
 * rows that differ from real ones leave errors that it does not see. Trees that fit single rows
 * have scores that don't follow the ratio, and it makes these worse. It never changes the order of
 * scores.
 *
 * <p>Sources: Elkan, "The foundations of cost-sensitive learning", IJCAI 2001, theorem 2; Saerens
 * et al., "Adjusting the outputs of a classifier to new a priori probabilities", Neural Computation
 * 14, 2002, eq. 2.4, where the new priors are known.
 *
 * @param naturalClassRatio rare rows over other rows among the real rows that were learned from,
 *     above 0. Where these are a sample, each counts as the rows that it stands for
 * @param trainingClassRatio the same with what was added, each row counted by its weight, above 0
 */
public record PriorShift(
    @JsonAlias("natural_odds") double naturalClassRatio,
    @JsonAlias("training_odds") double trainingClassRatio) {
  public PriorShift {
    if (!(naturalClassRatio > 0 && Double.isFinite(naturalClassRatio))
        || !(trainingClassRatio > 0 && Double.isFinite(trainingClassRatio))) {
      throw new IllegalArgumentException(
          PlainText.of("the class ratios are %s and %s", naturalClassRatio, trainingClassRatio));
    }
  }

  /**
   * The shift of an arm's training rows.
   *
   * @param rows with rows of both classes
   */
  public static PriorShift of(Augmented rows, ClassWeighting weighting) {
    double natural = rows.real().rows().weight(true) / rows.real().rows().weight(false);
    double weight = weighting.rareWeight(rows);
    return new PriorShift(natural, weight * rows.rareCount() / rows.otherCount());
  }

  /** The means of several repeats' class ratios. */
  public static PriorShift mean(List<PriorShift> shifts) {
    return new PriorShift(
        Moments.mean(shifts.stream().map(PriorShift::naturalClassRatio).toList()),
        Moments.mean(shifts.stream().map(PriorShift::trainingClassRatio).toList()));
  }

  /**
   * Returns a score as it would be at the natural class ratio; the same score where nothing was
   * shifted.
   *
   * @param score in [0, 1]
   */
  public double correct(double score) {
    if (naturalClassRatio == trainingClassRatio) {
      return score;
    }
    double scaled = score * (naturalClassRatio / trainingClassRatio);
    return scaled / (scaled + (1 - score));
  }

  /** Returns rows with corrected scores. */
  public ScoredRows correct(ScoredRows rows) {
    return naturalClassRatio == trainingClassRatio ? rows : rows.rescored(this::correct);
  }
}
