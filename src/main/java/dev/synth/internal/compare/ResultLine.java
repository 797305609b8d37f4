package dev.synth.internal.compare;

import dev.synth.base.Problem;
import dev.synth.evaluate.Addition;
import dev.synth.evaluate.MetricValue;
import dev.synth.evaluate.Unmeasured;
import dev.synth.split.RareRows;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A line of {@code runs.csv}: one result.
 *
 * @param fields the fields by the names of their columns
 */
public record ResultLine(Map<String, String> fields) {
  public ResultLine {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** Returns a field's text. */
  public String text(String column) {
    String value = fields.get(column);
    if (value == null) {
      throw Problem.data("runs.csv has no column '%s' in one of its lines", column);
    }
    return value;
  }

  /**
   * Returns a whole number.
   *
   * @throws NumberFormatException if the field is none
   */
  public int whole(String column) {
    return Integer.parseInt(text(column));
  }

  /**
   * Returns a number.
   *
   * @throws NumberFormatException if the field is none
   */
  public double number(String column) {
    return Double.parseDouble(text(column));
  }

  /**
   * Returns where the result belongs.
   *
   * @throws IllegalArgumentException if the fields say no place
   */
  public ResultKey place() {
    String kept = text("rare_rows");
    return new ResultKey(
        whole("repeat"),
        text("arm"),
        Addition.parse(text("plan")),
        RareRows.parse(kept)
            .orElseThrow(() -> new IllegalArgumentException("rare rows kept: " + kept)),
        text("classifier"));
  }

  /** Returns a figure; an empty field is one that was skipped. */
  MetricValue figure(String column) {
    return text(column).isEmpty()
        ? new MetricValue.Skipped(new Unmeasured.Unrecorded())
        : new MetricValue.Value(number(column));
  }
}
