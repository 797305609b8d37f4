package dev.synth.internal.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.Micros;
import dev.synth.internal.bundle.FeatureColumn;
import dev.synth.internal.bundle.FeatureContract;
import dev.synth.internal.table.cell.InstantText;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Requests of one made-up row each, such as a model takes: numbers within the range of the fitted
 * rows, levels that they had, and new events one after the other. Not for several threads.
 */
final class RehearsalRows {
  private static final int ENTITIES = 97;
  private static final int STEPS = 11;
  private static final int PAST_DAYS = 30;
  private static final long MICROS_A_ROW = 20_000_000;

  private final ServedModel model;
  private final boolean isEvent;
  private final long first;
  private int number;

  /**
   * The body of a request.
   *
   * @param path the path that takes it
   * @param type its content type
   * @param text the body
   */
  record RehearsalBody(String path, String type, String text) {}

  /**
   * Requests to a model.
   *
   * @param isEvent whether its features are computed
   * @param nowMillis the time, before which events happen
   */
  RehearsalRows(ServedModel model, boolean isEvent, long nowMillis) {
    this.model = model;
    this.isEvent = isEvent;
    this.first = nowMillis * 1000 - PAST_DAYS * Micros.PER_DAY;
  }

  /** Returns the next request; the forms of bodies take turns. */
  RehearsalBody next() {
    number++;
    Map<String, Object> row = row();
    String path = isEvent ? "/events" : "/invocations";
    if (number % 2 == 0) {
      return new RehearsalBody(path, "text/csv", csv(row));
    }
    if (!isEvent && number % 4 == 1) {
      return new RehearsalBody(
          "/v2/models/" + model.name() + "/infer", "application/json", tensors(row).toString());
    }
    return new RehearsalBody(path, "application/json", records(row).toString());
  }

  private Map<String, Object> row() {
    Map<String, Object> row = new LinkedHashMap<>();
    for (FeatureColumn each : model.bundle().contract().features()) {
      row.put(each.column().name(), value(each));
    }
    FeatureContract features = model.bundle().features();
    if (isEvent && features != null) {
      features.computed().forEach(row::remove);
      for (Column input : features.inputs()) {
        row.computeIfAbsent(input.name(), name -> input(input));
      }
      row.put(features.definition().eventId(), "rehearsal " + number);
      row.put(features.definition().time(), now());
    }
    return row;
  }

  private Object input(Column column) {
    return switch (column.type()) {
      case ColumnType.Numeric numeric -> (Object) (double) (number % STEPS);
      case ColumnType.Timestamp timestamp -> now();
      case ColumnType.TimeOfDay time -> "12:00:00";
      case ColumnType.Categorical categorical -> "rehearsal " + number % ENTITIES;
      case ColumnType.Identifier identifier -> "rehearsal " + number % ENTITIES;
    };
  }

  private String now() {
    return InstantText.timestamp(first + number * MICROS_A_ROW);
  }

  private Object value(FeatureColumn feature) {
    Double min = feature.min();
    Double max = feature.max();
    if (!feature.levels().isEmpty()) {
      return feature.levels().get(number % feature.levels().size());
    }
    double between = min == null || max == null ? 0 : min + (max - min) * (number % STEPS) / STEPS;
    return feature.column().type() instanceof ColumnType.Numeric
        ? (Object) between
        : InstantText.timestamp((long) between);
  }

  private static String csv(Map<String, Object> row) {
    StringBuilder names = new StringBuilder();
    StringBuilder cells = new StringBuilder();
    row.forEach(
        (name, value) -> {
          names.append(names.isEmpty() ? "" : ",").append(quoted(name));
          String cell = value instanceof Double each ? NumberText.of(each) : value.toString();
          cells.append(cells.isEmpty() ? "" : ",").append(quoted(cell));
        });
    return names + "\n" + cells + "\n";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static ObjectNode records(Map<String, Object> row) {
    ObjectNode body = Json.mapper().createObjectNode();
    ObjectNode record = body.putArray("dataframe_records").addObject();
    row.forEach((name, value) -> record.set(name, Json.tree(value)));
    return body;
  }

  private static ObjectNode tensors(Map<String, Object> row) {
    ObjectNode body = Json.mapper().createObjectNode();
    ArrayNode inputs = body.putArray("inputs");
    row.forEach(
        (name, value) -> {
          ObjectNode tensor = inputs.addObject().put("name", name);
          tensor.put("datatype", value instanceof Double ? "FP64" : "BYTES");
          tensor.putArray("shape").add(1);
          tensor.putArray("data").add(Json.tree(value));
        });
    return body;
  }
}
