package dev.synth.experiment;

import dev.synth.classify.Classifier;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.evaluate.Holdout;
import dev.synth.evaluate.PriorShift;
import dev.synth.evaluate.Scored;
import dev.synth.evaluate.ScoredRows;
import dev.synth.split.HeldOut;
import dev.synth.split.Split;

/**
 * Fits classifiers on an arm's rows, and scores what the split has set aside; the test rows'
 * classes stay closed.
 *
 * @param split whose validation rows choose the threshold
 * @param options how they do
 */
record Scoring(Split split, EvaluationOptions options) {
  /** Fits and scores. */
  Scored of(ArmPlan arm, String name, ArmRows drawn, CellThresholds thresholds) {
    Classifier classifier = drawn.classifier(name, arm);
    ScoredRows scored = ScoredRows.of(classifier, HeldOut.validationRows(split.validation()));
    return new Scored(
        arm.arm(),
        name,
        thresholds.choose(options.threshold(), scored, options.costs()),
        thresholds.cheapest(options, scored),
        PriorShift.of(drawn.augmented(), arm.weighting()),
        Curves.averagePrecision(scored),
        Holdout.score(split.test(), classifier));
  }
}
