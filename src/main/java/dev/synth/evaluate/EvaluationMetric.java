package dev.synth.evaluate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/**
 * The figures that every evaluation holds: a constant and its formula here, and it is everywhere.
 */
public enum EvaluationMetric {
  /** The headline: {@link Curves#averagePrecision}. */
  AVERAGE_PRECISION("average_precision", "average precision"),
  /** {@link Confusion#recall} at the chosen threshold. */
  RECALL("recall", "recall"),
  /** {@link Confusion#precision} at the chosen threshold. */
  PRECISION("precision", "precision"),
  /** {@link Confusion#fBeta} with β = 1 at the chosen threshold. */
  F1("f1", "F1"),
  /** {@link Confusion#fBeta} with β = 2 at the chosen threshold. */
  F2("f2", "F2"),
  /** {@link Confusion#matthews} at the chosen threshold. */
  MATTHEWS("mcc", "Matthews correlation"),
  /** {@link Curves#recallAtFalsePositiveRate} at 0.1 %. */
  RECALL_AT_FPR_0_1_PERCENT("recall_at_fpr_0.1_percent", "recall at 0.1 % false positives"),
  /** {@link Curves#recallAtFalsePositiveRate} at 1 %. */
  RECALL_AT_FPR_1_PERCENT("recall_at_fpr_1_percent", "recall at 1 % false positives"),
  /** {@link Curves#recallAtPrecision} at one half: as many false alarms as hits. */
  RECALL_AT_PRECISION_50_PERCENT("recall_at_precision_50_percent", "recall at 50 % precision"),
  /** {@link Curves#recallAtPrecision} at nine tenths. */
  RECALL_AT_PRECISION_90_PERCENT("recall_at_precision_90_percent", "recall at 90 % precision"),
  /** {@link Curves#precisionAt} the number of rare rows, where precision and recall are equal. */
  PRECISION_AT_RARE_COUNT(
      "precision_at_rare_count", "precision at as many alerts as there are rare rows"),
  /** {@link Curves#precisionAt} 100 alerts. */
  PRECISION_AT_100("precision_at_100", "precision at 100 alerts"),
  /** {@link Curves#rocAuc}. */
  ROC_AUC("roc_auc", "ROC AUC"),
  /** {@link Curves#brier}; lower is better. */
  BRIER("brier", "Brier score"),
  /** {@link Curves#calibrationError}; lower is better. */
  CALIBRATION_ERROR("calibration_error", "calibration error"),
  /** {@link Probabilities#logLoss}; lower is better. */
  LOG_LOSS("log_loss", "log loss"),
  /** {@link Probabilities#calibrationError}; lower is better. */
  EQUAL_MASS_CALIBRATION_ERROR(
      "equal_mass_calibration_error", "calibration error, bins of equally many rows"),
  /** The Brier score after the prior correction ({@link PriorShift}). */
  CORRECTED_BRIER("corrected_brier", "Brier score, prior corrected"),
  /** The log loss after the prior correction. */
  CORRECTED_LOG_LOSS("corrected_log_loss", "log loss, prior corrected"),
  /** The calibration error over bins of equally many rows after the prior correction. */
  CORRECTED_CALIBRATION_ERROR(
      "corrected_equal_mass_calibration_error",
      "calibration error, bins of equally many rows, prior corrected");

  private final String key;
  private final String title;

  EvaluationMetric(String key, String title) {
    this.key = key;
    this.title = title;
  }

  /** Returns the name in files, such as {@code average_precision}. */
  @JsonValue
  public String key() {
    return key;
  }

  /** Returns the name in sentences, such as {@code average precision}. */
  public String title() {
    return title;
  }

  /** Returns whether a lower value is the better one: of errors and losses. */
  public boolean isLowerBetter() {
    return switch (this) {
      case BRIER,
          CALIBRATION_ERROR,
          LOG_LOSS,
          EQUAL_MASS_CALIBRATION_ERROR,
          CORRECTED_BRIER,
          CORRECTED_LOG_LOSS,
          CORRECTED_CALIBRATION_ERROR ->
          true;
      case AVERAGE_PRECISION,
          RECALL,
          PRECISION,
          F1,
          F2,
          MATTHEWS,
          RECALL_AT_FPR_0_1_PERCENT,
          RECALL_AT_FPR_1_PERCENT,
          RECALL_AT_PRECISION_50_PERCENT,
          RECALL_AT_PRECISION_90_PERCENT,
          PRECISION_AT_RARE_COUNT,
          PRECISION_AT_100,
          ROC_AUC ->
          false;
    };
  }

  /** Returns the measure of a name in files. */
  @JsonCreator
  public static EvaluationMetric of(String key) {
    return Arrays.stream(values())
        .filter(measure -> measure.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no measure is called " + key));
  }

  /**
   * Computes the figure.
   *
   * @param corrected the same rows with their scores after the prior correction
   * @param confusion the counts at the chosen threshold
   */
  public MetricValue of(ScoredRows rows, ScoredRows corrected, Confusion confusion) {
    return switch (this) {
      case AVERAGE_PRECISION -> value(Curves.averagePrecision(rows));
      case RECALL -> value(confusion.recall());
      case PRECISION -> value(confusion.precision());
      case F1 -> value(confusion.fBeta(1));
      case F2 -> value(confusion.fBeta(2));
      case MATTHEWS -> value(confusion.matthews());
      case RECALL_AT_FPR_0_1_PERCENT -> Curves.recallAtFalsePositiveRate(rows, 0.001);
      case RECALL_AT_FPR_1_PERCENT -> Curves.recallAtFalsePositiveRate(rows, 0.01);
      case RECALL_AT_PRECISION_50_PERCENT -> value(Curves.recallAtPrecision(rows, 0.5));
      case RECALL_AT_PRECISION_90_PERCENT -> value(Curves.recallAtPrecision(rows, 0.9));
      case PRECISION_AT_RARE_COUNT -> Curves.precisionAt(rows, rows.rareCount());
      case PRECISION_AT_100 -> Curves.precisionAt(rows, 100);
      case ROC_AUC -> value(Curves.rocAuc(rows));
      case BRIER -> value(Curves.brier(rows));
      case CALIBRATION_ERROR -> value(Curves.calibrationError(rows));
      case LOG_LOSS -> value(Probabilities.logLoss(rows));
      case EQUAL_MASS_CALIBRATION_ERROR -> value(Probabilities.calibrationError(rows));
      case CORRECTED_BRIER -> value(Curves.brier(corrected));
      case CORRECTED_LOG_LOSS -> value(Probabilities.logLoss(corrected));
      case CORRECTED_CALIBRATION_ERROR -> value(Probabilities.calibrationError(corrected));
    };
  }

  private static MetricValue value(double value) {
    return new MetricValue.Value(value);
  }
}
