package dev.synth.evaluate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a detector that learned without labels achieved on the test rows of one repeat. It is no arm
 * and gets no verdict.
 *
 * <p>Its scores are no probabilities, and a threshold would take labels: only figures that need
 * neither are there.
 *
 * @param detector the detector's name
 * @param figures every one of {@link #MEASURES}
 * @param curve precision by recall
 */
public record ReferenceLine(String detector, Map<Measure, Figure> figures, PrecisionCurve curve) {
  /** The figures that depend on ranks alone. */
  public static final List<Measure> MEASURES =
      List.of(
          Measure.AVERAGE_PRECISION,
          Measure.RECALL_AT_FPR_0_1_PERCENT,
          Measure.RECALL_AT_FPR_1_PERCENT,
          Measure.RECALL_AT_PRECISION_50_PERCENT,
          Measure.PRECISION_AT_RARE_COUNT,
          Measure.PRECISION_AT_100,
          Measure.ROC_AUC);

  public ReferenceLine {
    if (!figures.keySet().containsAll(MEASURES) || figures.size() != MEASURES.size()) {
      throw new IllegalArgumentException("figures " + figures.keySet());
    }
    figures = Collections.unmodifiableMap(new EnumMap<>(figures));
  }

  static ReferenceLine of(String detector, ScoredRows test) {
    Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
    figures.put(Measure.AVERAGE_PRECISION, new Figure.Value(Curves.averagePrecision(test)));
    figures.put(Measure.RECALL_AT_FPR_0_1_PERCENT, Curves.recallAtFalsePositiveRate(test, 0.001));
    figures.put(Measure.RECALL_AT_FPR_1_PERCENT, Curves.recallAtFalsePositiveRate(test, 0.01));
    figures.put(
        Measure.RECALL_AT_PRECISION_50_PERCENT,
        new Figure.Value(Curves.recallAtPrecision(test, 0.5)));
    figures.put(Measure.PRECISION_AT_RARE_COUNT, Curves.precisionAt(test, test.rareCount()));
    figures.put(Measure.PRECISION_AT_100, Curves.precisionAt(test, 100));
    figures.put(Measure.ROC_AUC, new Figure.Value(Curves.rocAuc(test)));
    return new ReferenceLine(detector, figures, PrecisionCurve.of(test));
  }
}
