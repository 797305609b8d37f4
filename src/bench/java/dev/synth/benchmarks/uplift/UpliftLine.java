package dev.synth.benchmarks.uplift;

import dev.synth.evaluate.Evaluation;
import dev.synth.evaluate.EvaluationMetric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A cell's line in the results.
 *
 * @param key the cell
 * @param figures what was measured; none where the arm was not possible
 * @param note what else is to be told, or empty
 */
record UpliftLine(UpliftKey key, Map<EvaluationMetric, Double> figures, String note) {
  /** The figures of a line, in the order of its columns. */
  static final List<EvaluationMetric> FIGURES =
      List.of(
          EvaluationMetric.AVERAGE_PRECISION,
          EvaluationMetric.RECALL,
          EvaluationMetric.F1,
          EvaluationMetric.RECALL_AT_FPR_1_PERCENT,
          EvaluationMetric.CORRECTED_BRIER);

  static final String HEADER =
      "set,rare_rows,split,classifier,arm,average_precision,recall,f1,recall_at_fpr_1_percent,"
          + "corrected_brier,note";

  private static final int KEYS = 5;

  UpliftLine {
    figures = Map.copyOf(figures);
  }

  /** Returns the line of what was measured. */
  static UpliftLine of(UpliftKey key, Evaluation evaluation, String note) {
    Map<EvaluationMetric, Double> figures = new LinkedHashMap<>();
    for (EvaluationMetric figure : FIGURES) {
      evaluation.figure(figure).number().ifPresent(value -> figures.put(figure, value));
    }
    return new UpliftLine(key, figures, note);
  }

  /** Returns the line of an arm that was not possible. */
  static UpliftLine impossible(UpliftKey key, String reason) {
    return new UpliftLine(key, Map.of(), reason);
  }

  /** Reads what {@link #text} wrote. */
  static UpliftLine of(String text) {
    List<String> cells = Arrays.asList(text.split(",", -1));
    UpliftKey key =
        new UpliftKey(
            cells.get(0), cells.get(1), Integer.parseInt(cells.get(2)), cells.get(3), cells.get(4));
    Map<EvaluationMetric, Double> figures = new LinkedHashMap<>();
    for (int i = 0; i < FIGURES.size(); i++) {
      String cell = cells.get(KEYS + i);
      if (!cell.isEmpty()) {
        figures.put(FIGURES.get(i), Double.valueOf(cell));
      }
    }
    return new UpliftLine(key, figures, cells.get(KEYS + FIGURES.size()));
  }

  /** Returns the line, without a line feed. */
  String text() {
    List<String> cells = new ArrayList<>(List.of(key.text()));
    for (EvaluationMetric figure : FIGURES) {
      Double value = figures.get(figure);
      cells.add(value == null ? "" : Float.toString(value.floatValue()));
    }
    cells.add(note.replace(',', ';').replace('\n', ' '));
    return String.join(",", cells);
  }
}
