package dev.synth.internal.experiment.pick;

import dev.synth.base.Progress;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.experiment.arm.FitRows;
import dev.synth.internal.experiment.arm.InnerFolds;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.internal.stats.NadeauBengio;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Picks how training rows are augmented by an {@link InnerContest} inside them.
 *
 * <p>The candidate with the largest mean gain in average precision over {@code none} is taken, but
 * only if this gain is above a quarter of its standard error, corrected for folds that share rows
 * (Nadeau and Bengio 2003); else nothing is added. No row but the training rows is seen.
 */
public final class AutoChoice {
  public static final int ROUNDS = InnerContest.ROUNDS;

  /** Chosen by what each would have picked on real sets (docs/adr/0063). */
  private static final double FEWEST_ERRORS = 0.25;

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
    return contest.pick(candidates, rows, outcome -> best(outcome.none(), outcome.tried()));
  }

  /**
   * Decides; of equal gains the first.
   *
   * @param none average precision of {@code none}, one a fold
   * @param tried that of the candidates, in the same folds
   * @return the best candidate, if its mean gain is above a quarter of its corrected standard error
   */
  static <K> Optional<K> best(List<Double> none, Map<K, List<Double>> tried) {
    Optional<K> best = Optional.empty();
    NadeauBengio largest = null;
    for (Map.Entry<K, List<Double>> candidate : tried.entrySet()) {
      NadeauBengio own = InnerFolds.gain(none, candidate.getValue());
      if (largest == null || own.mean() > largest.mean()) {
        largest = own;
        best = Optional.of(candidate.getKey());
      }
    }
    boolean isClear =
        largest != null
            && largest.variance() > 0
            && largest.mean() > FEWEST_ERRORS * largest.standardError();
    return isClear ? best : Optional.empty();
  }
}
