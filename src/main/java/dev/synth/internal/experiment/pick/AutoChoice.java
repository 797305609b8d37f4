package dev.synth.internal.experiment.pick;

import dev.synth.augment.Labels;
import dev.synth.base.Progress;
import dev.synth.classify.XgboostOptions;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Arm;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.FitRows;
import dev.synth.internal.experiment.arm.InnerFolds;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.internal.stats.NadeauBengio;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Picks how training rows are augmented, and what is fitted on them, by an {@link InnerContest}
 * inside them. No row but the training rows is seen.
 *
 * <p>The admission rule looks at candidates in their order. One is taken if its mean gain in
 * average precision is clear, over what was taken before it, or else over {@code none}, by more
 * than so many standard errors, corrected for folds that share rows (Nadeau and Bengio 2003). How
 * many they are is in {@link Limits}. Without a clear gain nothing is added, but with boosted trees
 * and few rare rows: there the first candidate is taken unless {@code none} is clearly ahead of it.
 */
public final class AutoChoice {
  /** The number of folds. */
  public static final int FOLDS = InnerContest.FOLDS;

  private final InnerContest contest;
  private final String classifier;

  /**
   * A way to pick.
   *
   * @param config whose rules and classifiers are used
   * @param classifier whose average precision decides
   * @param jobs how many folds are computed at once; no result depends on it
   * @param stage advanced by one for every classifier
   */
  public AutoChoice(ExperimentConfig config, String classifier, int jobs, Progress.Stage stage) {
    this.contest = new InnerContest(config, classifier, jobs, stage);
    this.classifier = classifier;
  }

  /** Returns how many classifiers are fitted at most, {@code none}'s among them. */
  public static long fits(List<Source> candidates) {
    return InnerContest.fits(candidates);
  }

  /**
   * The standard errors that a candidate's gain must be above.
   *
   * @param first over {@code none}, of the first candidate where its labels are soft
   * @param soft over {@code none}, of others with soft labels
   * @param other over {@code none}, of the rest
   * @param again over what was taken before it
   */
  record Limits(double first, double soft, double other, double again) {
    /** Chosen by what each would have picked on real sets (docs/adr/0063, 0069). */
    private static final Limits USUAL = new Limits(0.25, 0.25, 1, 1);

    /**
     * Boosted trees gain by soft labels on most tables, and folds that hold back two or three rare
     * rows can neither show nor refute it. So these labels are taken unless the folds speak against
     * them. What is taken in their place must be clearer than the luckiest of eight
     * (docs/adr/0090). {@code AugmentationText} tells these numbers.
     */
    private static final Limits OF_FEW_ROWS = new Limits(-1, 0.25, 1, 2);

    /** With fewer rare rows to a fold its evidence is weak. */
    private static final int RARE_ROWS_OF_A_FOLD = 5;

    /**
     * Returns those for a classifier.
     *
     * @param rareRows how many rare rows the folds have together
     */
    static Limits of(String classifier, int rareRows) {
      boolean isBooster = classifier.equals(XgboostOptions.defaults().kind());
      return isBooster && rareRows < RARE_ROWS_OF_A_FOLD * FOLDS ? OF_FEW_ROWS : USUAL;
    }

    /** Returns whether the first candidate is taken unless the folds speak against it. */
    boolean favourFirst() {
      return first < 0;
    }

    double overNone(boolean isSoft, boolean isFirst) {
      return !isSoft ? other : isFirst ? first : soft;
    }
  }

  /** Returns the candidate that is taken unless {@code none} is clearly ahead, if there is one. */
  Optional<Arm> favoured(List<Source> candidates, FitRows rows) {
    ArmPlan first = candidates.getFirst().arms().getFirst();
    boolean isSoft = first.labels() instanceof Labels.Soft;
    return isSoft && Limits.of(classifier, rows.training().rareCount()).favourFirst()
        ? Optional.of(first.arm())
        : Optional.empty();
  }

  /** Picks for training rows. */
  public Picked pick(List<Source> candidates, FitRows rows) {
    ArmPlan first = candidates.getFirst().arms().getFirst();
    Limits limits = Limits.of(classifier, rows.training().rareCount());
    return contest.pick(
        candidates,
        rows,
        outcome ->
            best(
                outcome.none(),
                outcome.tried(),
                each ->
                    limits.overNone(
                        each.arm().labels() instanceof Labels.Soft, each.arm().equals(first)),
                limits.again()));
  }

  /**
   * Decides.
   *
   * @param none average precision of {@code none}, one a fold
   * @param tried that of the candidates, in the same folds, the preferred ones first
   * @param overNone how many standard errors over {@code none} a candidate needs
   * @param again how many it needs over what was taken before it
   * @return the last that is clearly better than the one taken before it, if any is
   */
  static <K> Optional<K> best(
      List<Double> none, Map<K, List<Double>> tried, ToDoubleFunction<K> overNone, double again) {
    Optional<K> taken = Optional.empty();
    List<Double> toBeat = none;
    for (Map.Entry<K, List<Double>> candidate : tried.entrySet()) {
      NadeauBengio gain = InnerFolds.gain(toBeat, candidate.getValue());
      double errors = taken.isEmpty() ? overNone.applyAsDouble(candidate.getKey()) : again;
      if (gain.variance() > 0 && gain.mean() > errors * gain.standardError()) {
        taken = Optional.of(candidate.getKey());
        toBeat = candidate.getValue();
      }
    }
    return taken;
  }
}
