package dev.synth.internal.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.table.TableJson;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A column that the model looks at, as the fitted rows had it.
 *
 * @param column name, type and form of cells
 * @param levels the levels, in the order of their texts; empty where it holds numbers or times
 * @param min the smallest value, times in microseconds since 1970; null where there is none
 * @param max the largest value; null where there is none
 * @param missing how many cells were missing
 */
public record FeatureColumn(
    Column column, List<String> levels, @Nullable Double min, @Nullable Double max, int missing) {
  public FeatureColumn {
    levels = List.copyOf(levels);
  }

  /** Takes down what a column's cells are. */
  static FeatureColumn of(Column column, Cells cells) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    TreeSet<String> levels = new TreeSet<>();
    for (int row = 0; row < cells.size(); row++) {
      if (cells.isMissing(row)) {
        continue;
      }
      switch (cells) {
        case Cells.Numbers numbers -> {
          min = Math.min(min, numbers.value(row));
          max = Math.max(max, numbers.value(row));
        }
        case Cells.Instants instants -> {
          min = Math.min(min, (double) instants.value(row));
          max = Math.max(max, (double) instants.value(row));
        }
        case Cells.Levels each -> levels.add(each.value(row));
        case Cells.Texts texts -> throw new IllegalArgumentException("texts are no features");
      }
    }
    boolean isEmpty = min > max;
    return new FeatureColumn(
        column,
        List.copyOf(levels),
        isEmpty ? null : (Double) min,
        isEmpty ? null : (Double) max,
        cells.missingCount());
  }

  ObjectNode toJson() {
    ObjectNode json = TableJson.write(column);
    ArrayNode names = json.putArray("levels");
    levels.forEach(names::add);
    json.put("observed_min", min);
    json.put("observed_max", max);
    json.put("missing", missing);
    return json;
  }

  static FeatureColumn fromJson(JsonFields json) {
    return new FeatureColumn(
        TableJson.column(json),
        new ArrayList<>(json.texts("levels")),
        json.numberOrNull("observed_min"),
        json.numberOrNull("observed_max"),
        json.whole("missing", 0, Integer.MAX_VALUE));
  }

  /** Returns whether a value lies outside what the fitted rows had. */
  boolean isBeyond(double value) {
    return (min != null && value < min) || (max != null && value > max);
  }
}
