package dev.synth.internal.holdout;

import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Confusion;
import dev.synth.evaluate.Evaluation;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.MetricValue;
import dev.synth.evaluate.PriorShift;
import dev.synth.evaluate.ScoredRows;
import dev.synth.evaluate.Threshold;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a fitted classifier of one arm: complete before any test row's class is seen.
 *
 * @param arm how the training rows were prepared
 * @param classifier the classifier's name in configs and reports
 * @param threshold the threshold chosen without test rows
 * @param cheapest the threshold that costs least, chosen likewise; null where no costs are given,
 *     or where it is {@code threshold}
 * @param priorShift how much more common rare rows were among the training rows than by nature
 * @param validationAveragePrecision what validation rows say of it, to choose by
 * @param testScores its scores of the test rows
 */
public record ScoredArm(
    Arm arm,
    String classifier,
    Threshold threshold,
    @Nullable Threshold cheapest,
    PriorShift priorShift,
    double validationAveragePrecision,
    TestScores testScores) {
  /**
   * Measures the scores; the only way in which figures are computed.
   *
   * @param repeat which repeat, from 1
   * @param test the scores beside the rows' classes
   */
  public Evaluation measuredOn(int repeat, ScoredRows test) {
    Confusion confusion = test.at(threshold.value());
    ScoredRows corrected = priorShift.correct(test);
    Map<EvaluationMetric, MetricValue> figures = new EnumMap<>(EvaluationMetric.class);
    for (EvaluationMetric measure : EvaluationMetric.values()) {
      figures.put(measure, measure.of(test, corrected, confusion));
    }
    return new Evaluation(
        arm,
        classifier,
        repeat,
        threshold,
        confusion,
        figures,
        priorShift,
        Map.of(),
        null,
        Map.of());
  }

  /** Returns which test rows raise an alert at a threshold. */
  BitSet alerts(Threshold at) {
    BitSet alerts = new BitSet();
    double[] scores = testScores.scores();
    for (int row = 0; row < scores.length; row++) {
      alerts.set(row, scores[row] >= at.value());
    }
    return alerts;
  }
}
