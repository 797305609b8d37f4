package dev.synth.internal.classify.feature;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Conversion of what was learned of columns to JSON and back, exactly. */
final class ColumnFeaturesJson {
  private ColumnFeaturesJson() {}

  static ObjectNode write(ColumnFeatures features) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("column", features.column());
    switch (features) {
      case NumberFeatures number -> {
        json.put("kind", "number");
        json.put("filler", Double.isNaN(number.filler()) ? null : (Double) number.filler());
        json.put("flagged", number.flagged());
      }
      case TimeFeatures time -> {
        json.put("kind", "time");
        json.put("earliest", time.earliest());
        json.put("kept", time.kept());
        json.put("filler", time.filler());
        json.put("flagged", time.flagged());
      }
      case TimeOfDayFeatures time -> {
        json.put("kind", "time-of-day");
        json.put("kept", time.kept());
        json.put("filler", time.filler());
        json.put("flagged", time.flagged());
      }
      case LevelFeatures levels -> {
        json.put("kind", "level");
        ArrayNode hot = json.putArray("hot");
        levels.hot().forEach(hot::add);
        ArrayNode known = json.putArray("levels");
        ArrayNode shares = json.putArray("shares");
        levels
            .shares()
            .forEach(
                (level, share) -> {
                  known.add(level);
                  shares.add(share);
                });
        json.put("others", levels.others());
        json.put("flagged", levels.flagged());
      }
    }
    return json;
  }

  static ColumnFeatures read(JsonFields json) {
    String column = json.text("column");
    boolean flagged = json.flag("flagged");
    return switch (json.text("kind")) {
      case "number" -> {
        Double filler = json.numberOrNull("filler");
        yield new NumberFeatures(column, filler == null ? Double.NaN : filler, flagged);
      }
      case "time" ->
          new TimeFeatures(
              column, json.whole("earliest"), json.flag("kept"), json.whole("filler"), flagged);
      case "time-of-day" ->
          new TimeOfDayFeatures(column, json.flag("kept"), json.number("filler"), flagged);
      case "level" -> levels(column, json, flagged);
      default ->
          throw new IllegalArgumentException("no features of kind '" + json.text("kind") + "'");
    };
  }

  private static LevelFeatures levels(String column, JsonFields json, boolean flagged) {
    List<String> levels = json.texts("levels");
    double[] numbers = json.numbers("shares");
    if (numbers.length != levels.size()) {
      throw new IllegalArgumentException("'shares' are not one a level");
    }
    Map<String, Double> shares = new LinkedHashMap<>();
    for (int i = 0; i < numbers.length; i++) {
      shares.put(levels.get(i), numbers[i]);
    }
    return new LevelFeatures(column, json.texts("hot"), shares, json.flag("others"), flagged);
  }
}
