package dev.synth.internal.experiment.pick;

import dev.synth.augment.AugmentationPlan;
import dev.synth.augment.Labels;
import dev.synth.base.Progress;
import dev.synth.classify.ClassWeighting;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Baseline;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.FitRows;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.internal.stats.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rival {@code best-free}: of what is free and leaves one model to serve, the one that does
 * best in an {@link InnerContest} inside the training rows, {@code none} among them. Of equal ones
 * the first is taken. It need not be clearly better, as what {@code auto} picks must be: a rival
 * that hesitated would be easier to beat.
 */
public final class BestFree {
  private static final List<Double> RATIOS = List.of(0.1, 0.5);

  /** At soft labels' own ratio, at which there are as many of either class. */
  private static final double SOFT_RATIO = 1;

  private final InnerContest contest;

  /** A way to pick; the parameters are those of {@link AutoChoice}. */
  public BestFree(ExperimentConfig config, String classifier, int jobs, Progress.Stage stage) {
    this.contest = new InnerContest(config, classifier, jobs, stage);
  }

  /**
   * Returns what there is to pick from beside {@code none}, the cheaper first.
   *
   * @param soft whether a teacher labels the rows of some arm, so that it may label a rival's
   */
  public static List<Source> candidates(boolean soft) {
    List<Source> all = new ArrayList<>();
    all.add(Source.of(Baseline.CLASS_WEIGHT));
    all.add(Source.of(Baseline.REGULARISED_BOOSTER));
    all.add(source(Baseline.OVERSAMPLE, RATIOS, Labels.HARD));
    all.add(source(Baseline.SMOTE, RATIOS, Labels.HARD));
    if (soft) {
      all.add(Source.of(Baseline.SELF_DISTILLATION));
      all.add(source(Baseline.SHUFFLE, List.of(SOFT_RATIO), Labels.SOFT));
    }
    return List.copyOf(all);
  }

  private static Source source(Baseline baseline, List<Double> ratios, Labels labels) {
    List<ArmPlan> arms = new ArrayList<>();
    for (double ratio : ratios) {
      AugmentationPlan plan = new AugmentationPlan.Ratio(ratio);
      Arm arm = Arm.baseline(baseline.id(), plan, labels);
      arms.add(new ArmPlan(arm, ClassWeighting.NONE, plan, labels));
    }
    return new Source(baseline.id(), baseline.sampler().orElseThrow(), arms);
  }

  /** Picks for training rows. */
  public Picked pick(List<Source> candidates, FitRows rows) {
    return contest.pick(candidates, rows, outcome -> best(outcome.none(), outcome.tried()));
  }

  /** Returns the candidate with the largest mean, if it is larger than that of {@code none}. */
  static <K> Optional<K> best(List<Double> none, Map<K, List<Double>> tried) {
    Optional<K> best = Optional.empty();
    double largest = Moments.mean(none);
    for (Map.Entry<K, List<Double>> candidate : tried.entrySet()) {
      double own = Moments.mean(candidate.getValue());
      if (own > largest) {
        largest = own;
        best = Optional.of(candidate.getKey());
      }
    }
    return best;
  }
}
