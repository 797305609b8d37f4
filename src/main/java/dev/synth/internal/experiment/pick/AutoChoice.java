package dev.synth.internal.experiment.pick;

import dev.synth.augment.Labels;
import dev.synth.base.Progress;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.experiment.arm.FitRows;
import dev.synth.internal.experiment.arm.InnerFolds;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.internal.stats.NadeauBengio;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Picks how training rows are augmented, and what is fitted on them, by an {@link InnerContest}
 * inside them. No row but the training rows is seen.
 *
 * <p>The admission rule: candidates are looked at in their order, and one is taken if its mean gain
 * in average precision is clear: over what was taken before it, or else over {@code none}, by more
 * than one standard error, corrected for folds that share rows (Nadeau and Bengio 2003). Soft
 * labels, which gained on most tables that they were tried on, need a quarter of it over {@code
 * none}. Without a clear gain nothing is added.
 */
public final class AutoChoice {
  /** The number of folds. */
  public static final int FOLDS = InnerContest.FOLDS;

  /** Chosen by what each would have picked on real sets (docs/adr/0063). */
  private static final double ERRORS_OF_SOFT = 0.25;

  private static final double ERRORS = 1;

  private final InnerContest contest;

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
  }

  /** Returns how many classifiers are fitted at most, {@code none}'s among them. */
  public static long fits(List<Source> candidates) {
    return InnerContest.fits(candidates);
  }

  /** Picks for training rows. */
  public Picked pick(List<Source> candidates, FitRows rows) {
    return contest.pick(
        candidates, rows, outcome -> best(outcome.none(), outcome.tried(), AutoChoice::isFavoured));
  }

  private static boolean isFavoured(Picked.ArmCandidate candidate) {
    return candidate.arm().labels() instanceof Labels.Soft;
  }

  /**
   * Decides.
   *
   * @param none average precision of {@code none}, one a fold
   * @param tried that of the candidates, in the same folds, the preferred ones first
   * @param favoured which of them a smaller gain over {@code none} suffices for
   * @return the last that is clearly better than the one taken before it, if any is
   */
  static <K> Optional<K> best(
      List<Double> none, Map<K, List<Double>> tried, Predicate<K> favoured) {
    Optional<K> taken = Optional.empty();
    List<Double> toBeat = none;
    for (Map.Entry<K, List<Double>> candidate : tried.entrySet()) {
      NadeauBengio gain = InnerFolds.gain(toBeat, candidate.getValue());
      boolean isLow = taken.isEmpty() && favoured.test(candidate.getKey());
      double errors = isLow ? ERRORS_OF_SOFT : ERRORS;
      if (gain.variance() > 0 && gain.mean() > errors * gain.standardError()) {
        taken = Optional.of(candidate.getKey());
        toBeat = candidate.getValue();
      }
    }
    return taken;
  }
}
