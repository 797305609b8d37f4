package dev.synth.internal.experiment.arm;

import dev.synth.classify.Classifier;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.evaluate.PriorShift;
import dev.synth.evaluate.ScoredRows;
import dev.synth.internal.files.Stopwatch;
import dev.synth.internal.holdout.ScoredArm;
import dev.synth.internal.holdout.TestOpening;
import dev.synth.internal.holdout.TestScores;
import dev.synth.split.HeldOut;
import dev.synth.split.Split;

/**
 * Fits classifiers on an arm's rows, and scores what the split has set aside; the test rows'
 * classes stay closed.
 *
 * @param split whose validation rows choose the threshold
 * @param options how they do
 */
public record Scoring(Split split, EvaluationOptions options) {
  /**
   * The result of scoring.
   *
   * @param scored the threshold and the scores
   * @param classifier what scored
   * @param validation validation rows and their scores
   * @param millisARow how long a validation or test row took to score, in milliseconds
   */
  public record Result(
      ScoredArm scored, Classifier classifier, ScoredRows validation, double millisARow) {}

  /** Fits and scores. */
  public ScoredArm of(ArmPlan arm, String name, ArmRows drawn, CellThresholds thresholds) {
    return fit(arm, name, drawn, thresholds).scored();
  }

  /** Fits and scores, and keeps the classifier at hand. */
  public Result fit(ArmPlan arm, String name, ArmRows drawn, CellThresholds thresholds) {
    Classifier classifier = drawn.classifier(name, arm);
    Stopwatch watch = Stopwatch.start();
    ScoredRows scored = ScoredRows.of(classifier, HeldOut.validationRows(split.validation()));
    TestScores closed = TestOpening.score(split.test(), classifier);
    double millis = 1_000 * watch.seconds();
    ScoredArm result =
        new ScoredArm(
            arm.arm(),
            name,
            thresholds.choose(options.threshold(), scored, options.costs()),
            thresholds.cheapest(options, scored),
            PriorShift.of(drawn.augmented(), arm.weighting()),
            Curves.averagePrecision(scored),
            closed);
    int rows = split.validation().rowCount() + split.test().rowCount();
    return new Result(result, classifier, scored, millis / rows);
  }
}
