package dev.synth.internal.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.table.Cells;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values that training rows have in a column, for each value of another column or at all.
 *
 * <p>A value is a {@link Double}, a level's text or, of a point in time, a {@link Long}.
 */
final class KnownValues {
  /** The values known before any rows were seen: none. */
  static final KnownValues NOTHING = new KnownValues(Map.of());

  /** Stands for the other column's value where there is no other column. */
  private static final Object ANY = "";

  private final Map<Object, Set<Object>> values;

  private KnownValues(Map<Object, Set<Object>> values) {
    this.values = values;
  }

  /**
   * Learns from training rows.
   *
   * @param source the other column's cells, or null
   * @param part what of the other column's times counts; null for all of them, or of no times
   */
  static KnownValues learn(@Nullable Cells source, @Nullable TimePart part, Cells target) {
    Map<Object, Set<Object>> values = new LinkedHashMap<>();
    for (int row = 0; row < target.size(); row++) {
      boolean isThere = !target.isMissing(row) && (source == null || !source.isMissing(row));
      if (isThere) {
        values
            .computeIfAbsent(key(source, part, row), key -> new LinkedHashSet<>())
            .add(value(target, row));
      }
    }
    return new KnownValues(values);
  }

  private static Object key(@Nullable Cells source, @Nullable TimePart part, int row) {
    if (source == null) {
      return ANY;
    }
    Object value = value(source, row);
    return part != null && value instanceof Long micros ? part.of((double) micros) : value;
  }

  private static Object value(Cells cells, int row) {
    return switch (cells) {
      case Cells.Numbers numbers -> numbers.value(row) + 0.0; // not -0.0
      case Cells.Levels levels -> levels.value(row);
      case Cells.Instants instants -> instants.value(row);
      case Cells.Texts texts -> texts.value(row);
    };
  }

  /**
   * Returns whether a row's cell is known; unknown where a cell is missing, or the other is new.
   */
  Truth at(@Nullable Cells source, @Nullable TimePart part, Cells target, int row) {
    if (target.isMissing(row) || (source != null && source.isMissing(row))) {
      return Truth.UNKNOWN;
    }
    Set<Object> known = values.get(key(source, part, row));
    return known == null ? Truth.UNKNOWN : Truth.of(known.contains(value(target, row)));
  }

  /** Returns the values as JSON; the same values give the same tree. */
  ArrayNode toJson() {
    ArrayNode json = Json.mapper().createArrayNode();
    Map<String, Object> keys = new TreeMap<>();
    values.keySet().forEach(key -> keys.put(key.toString(), key));
    for (Object key : keys.values()) {
      ObjectNode entry = json.addObject();
      entry.set("of", Json.tree(key));
      Map<String, Object> targets = new TreeMap<>();
      values.getOrDefault(key, Set.of()).forEach(value -> targets.put(value.toString(), value));
      ArrayNode known = entry.putArray("values");
      targets.values().forEach(value -> known.add(Json.tree(value)));
    }
    return json;
  }

  /**
   * Reads what {@link #toJson} returned.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static KnownValues fromJson(JsonNode json) {
    Map<Object, Set<Object>> values = new LinkedHashMap<>();
    for (JsonNode each : json) {
      JsonFields entry = new JsonFields(each);
      Set<Object> known = new LinkedHashSet<>();
      entry.list("values").forEach(value -> known.add(value(value)));
      values.put(value(each.path("of")), known);
    }
    return new KnownValues(values);
  }

  private static Object value(JsonNode json) {
    if (json.isTextual()) {
      return json.textValue();
    }
    if (json.isIntegralNumber()) {
      return json.longValue();
    }
    if (json.isNumber()) {
      return json.doubleValue();
    }
    throw new IllegalArgumentException("no known value: " + json);
  }
}
