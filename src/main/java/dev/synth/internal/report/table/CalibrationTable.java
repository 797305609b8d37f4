package dev.synth.internal.report.table;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.report.format.ReportNumbers;
import java.util.ArrayList;
import java.util.List;

/** The distance of scores from probabilities, as they are and after the prior correction. */
final class CalibrationTable {
  private static final List<EvaluationMetric> MEASURES =
      List.of(
          EvaluationMetric.EQUAL_MASS_CALIBRATION_ERROR,
          EvaluationMetric.CORRECTED_CALIBRATION_ERROR,
          EvaluationMetric.BRIER,
          EvaluationMetric.CORRECTED_BRIER,
          EvaluationMetric.LOG_LOSS,
          EvaluationMetric.CORRECTED_LOG_LOSS);

  private CalibrationTable() {}

  static FigureTable of(Comparison comparison) {
    return new FigureTable(
        "Scores as probabilities",
        List.of(
            "Arm",
            "Training ratio / natural ratio",
            "Calibration error",
            "corrected",
            "Brier score",
            "corrected",
            "Log loss",
            "corrected"),
        FigureTable.blocks(comparison, CalibrationTable::cells),
        List.of(
            "Rare rows that are added, or weigh more, can make scores too high as probabilities."
                + " Corrected: s × r / (s × r + 1 − s) with r = natural ratio / training ratio"
                + " (Elkan 2001, theorem 2; Saerens et al. 2002), which changes no ranking.",
            "It assumes scores that follow the class ratio. Trees that fit single rows may not, and"
                + " are then worse after it than before: use it where it lowers the errors. What is"
                + " left is not the ratio's fault: a classifier that was never calibrated, or"
                + " synthetic rows that differ from real ones.",
            "Calibration error: over ten bins of equally many rows, the mean of |mean score − share"
                + " of rare rows|. Lower is better in all columns."));
  }

  private static List<String> cells(ArmSummary summary) {
    List<String> cells = new ArrayList<>();
    double shift =
        summary.priorShift().trainingClassRatio() / summary.priorShift().naturalClassRatio();
    cells.add(ReportNumbers.significant(shift));
    MEASURES.forEach(measure -> cells.add(ReportNumbers.small(summary.figure(measure).mean())));
    return cells;
  }
}
