package dev.synth.internal.evaluate;

import dev.synth.evaluate.Curves;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.MetricValue;
import dev.synth.evaluate.ScoredRows;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of a detector that learned without labels, on the test rows of one repeat. It is no
 * arm and gets no verdict.
 *
 * <p>Its scores are no probabilities, and a threshold would take labels: only figures that need
 * neither are there.
 *
 * @param detector the detector's name
 * @param figures every one of {@link #MEASURES}
 * @param curve precision by recall
 */
public record ReferenceLine(
    String detector, Map<EvaluationMetric, MetricValue> figures, PrecisionCurve curve) {
  /** The figures that depend on ranks alone. */
  public static final List<EvaluationMetric> MEASURES =
      List.of(
          EvaluationMetric.AVERAGE_PRECISION,
          EvaluationMetric.RECALL_AT_FPR_0_1_PERCENT,
          EvaluationMetric.RECALL_AT_FPR_1_PERCENT,
          EvaluationMetric.RECALL_AT_PRECISION_50_PERCENT,
          EvaluationMetric.PRECISION_AT_RARE_COUNT,
          EvaluationMetric.PRECISION_AT_100,
          EvaluationMetric.ROC_AUC);

  public ReferenceLine {
    if (!figures.keySet().containsAll(MEASURES) || figures.size() != MEASURES.size()) {
      throw new IllegalArgumentException("figures " + figures.keySet());
    }
    figures = Collections.unmodifiableMap(new EnumMap<>(figures));
  }

  public static ReferenceLine of(String detector, ScoredRows test) {
    Map<EvaluationMetric, MetricValue> figures = new EnumMap<>(EvaluationMetric.class);
    figures.put(
        EvaluationMetric.AVERAGE_PRECISION, new MetricValue.Value(Curves.averagePrecision(test)));
    figures.put(
        EvaluationMetric.RECALL_AT_FPR_0_1_PERCENT, Curves.recallAtFalsePositiveRate(test, 0.001));
    figures.put(
        EvaluationMetric.RECALL_AT_FPR_1_PERCENT, Curves.recallAtFalsePositiveRate(test, 0.01));
    figures.put(
        EvaluationMetric.RECALL_AT_PRECISION_50_PERCENT,
        new MetricValue.Value(Curves.recallAtPrecision(test, 0.5)));
    figures.put(
        EvaluationMetric.PRECISION_AT_RARE_COUNT, Curves.precisionAt(test, test.rareCount()));
    figures.put(EvaluationMetric.PRECISION_AT_100, Curves.precisionAt(test, 100));
    figures.put(EvaluationMetric.ROC_AUC, new MetricValue.Value(Curves.rocAuc(test)));
    return new ReferenceLine(detector, figures, PrecisionCurve.of(test));
  }
}
