package dev.synth.internal.experiment.arm;

import dev.synth.base.Context;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.ScoredRows;
import dev.synth.internal.classify.TuningCandidate;
import dev.synth.internal.evaluate.Tuned;
import dev.synth.internal.stats.Moments;
import dev.synth.internal.stats.NadeauBengio;
import dev.synth.split.Folds;
import dev.synth.split.Training;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses how a classifier is set, by cross-validation inside training rows as they are: nothing is
 * added to them, and neither validation nor test rows are seen.
 *
 * <p>A candidate must gain more than one standard error of average precision over the default in
 * the mean; the error is corrected for folds that share rows (Nadeau and Bengio 2003). The one with
 * the largest gain is taken; without one, the default. Why the rows of no arm are tuned on is in
 * {@code docs/adr/0041}.
 */
public final class Tuning {
  private Tuning() {}

  /**
   * The chosen settings.
   *
   * @param candidate the settings
   * @param tried every candidate's mean over the folds, in their order; empty where there were too
   *     few rare rows
   */
  public record TunedSettings(TuningCandidate candidate, List<Tuned.Tried> tried) {
    public TunedSettings {
      tried = List.copyOf(tried);
    }
  }

  /**
   * Chooses.
   *
   * @param candidates at least one, the default first
   * @param training the rows that arms add to
   * @param context where random numbers come from
   */
  static TunedSettings choose(
      List<TuningCandidate> candidates, Training training, Context context) {
    TuningCandidate standard = candidates.getFirst();
    List<Folds.Fold> folds = Folds.inside(training, InnerFolds.FOLDS, context.seeds());
    if (candidates.size() == 1 || !folds.stream().allMatch(Folds.Fold::isEnough)) {
      return new TunedSettings(standard, List.of());
    }
    List<Double> byDefault = averagePrecisions(standard, folds, context);
    List<Tuned.Tried> tried = new ArrayList<>();
    tried.add(new Tuned.Tried(standard.settings(), Moments.mean(byDefault)));
    TuningCandidate best = standard;
    double largest = 0;
    for (TuningCandidate candidate : candidates.subList(1, candidates.size())) {
      List<Double> precisions = averagePrecisions(candidate, folds, context);
      tried.add(new Tuned.Tried(candidate.settings(), Moments.mean(precisions)));
      NadeauBengio gain = InnerFolds.gain(byDefault, precisions);
      if (gain.mean() > largest && gain.mean() > gain.standardError()) {
        largest = gain.mean();
        best = candidate;
      }
    }
    return new TunedSettings(best, tried);
  }

  /** Every candidate has the same folds and seeds. */
  private static List<Double> averagePrecisions(
      TuningCandidate candidate, List<Folds.Fold> folds, Context context) {
    List<Double> precisions = new ArrayList<>();
    for (int fold = 0; fold < folds.size(); fold++) {
      context.cancellation().check();
      Classifier classifier =
          candidate
              .trainer()
              .fit(
                  folds.get(fold).training().unaugmented(),
                  ClassWeighting.NONE,
                  context.below("fold/" + fold));
      precisions.add(
          Curves.averagePrecision(
              ScoredRows.weighted(
                  classifier.score(folds.get(fold).heldBack().features()),
                  folds.get(fold).heldBack())));
    }
    return precisions;
  }
}
