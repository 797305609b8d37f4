package dev.synth.internal.serve;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.synth.internal.base.Json;
import dev.synth.internal.table.delimited.CsvRecords;
import dev.synth.internal.table.stage.RowStream.Cell;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a request, as its body gives them.
 *
 * @param columns the columns' names
 * @param rows one cell a column, null where it is empty
 */
record RequestRows(List<String> columns, List<@Nullable Cell[]> rows) {
  /** Reads no object that has a key twice. */
  private static final ObjectReader READER =
      Json.mapper().reader().with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private static final Set<String> WHOLE =
      Set.of("INT8", "INT16", "INT32", "INT64", "UINT8", "UINT16", "UINT32", "UINT64");

  /** Cells for which there is room in any case, whatever most rows lack. */
  private static final long SOME_CELLS = 100_000;

  /** Beyond that, at least one in so many cells must be there. */
  private static final int SPARSE = 8;

  private static final Set<String> OTHERS = Set.of("FP16", "FP32", "FP64", "BOOL", "BYTES");

  /** Returns a body as JSON; NaN is none. */
  static JsonNode json(byte[] body) {
    try {
      JsonNode json = READER.readTree(text(body));
      if (json == null || !json.isObject()) {
        throw BadRequest.body("the body must be a JSON object");
      }
      return json;
    } catch (JsonProcessingException e) {
      throw BadRequest.body("the body is no JSON: %s", first(e.getOriginalMessage()));
    }
  }

  private static String first(String message) {
    return message.lines().findFirst().orElse("").replaceAll("(\\(|: enable ).*", "").strip();
  }

  /** A mark of the byte order, which some programs put before UTF-8, is no part of the text. */
  private static String text(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw BadRequest.body("the body is not UTF-8");
    }
  }

  /** Reads tensors: one a column, of the shape [n] or [n, 1]. */
  static RequestRows ofTensors(JsonNode json) {
    JsonNode inputs = json.path("inputs");
    if (!inputs.isArray() || inputs.isEmpty()) {
      throw BadRequest.body("'inputs' must be a list of tensors, one a column");
    }
    List<String> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<@Nullable Cell[]> cells = new ArrayList<>();
    for (JsonNode input : inputs) {
      String name = input.path("name").asText();
      if (name.isEmpty() || !names.add(name)) {
        throw BadRequest.body(
            name.isEmpty() ? "a tensor has no 'name'" : "there are two tensors '" + name + "'");
      }
      columns.add(name);
      cells.add(tensor(name, input));
      if (cells.getLast().length != cells.getFirst().length) {
        throw BadRequest.body(
            "the tensor '%s' has %d rows, and '%s' has %d",
            name, cells.getLast().length, columns.getFirst(), cells.getFirst().length);
      }
    }
    List<@Nullable Cell[]> rows = new ArrayList<>();
    for (int row = 0; row < cells.getFirst().length; row++) {
      @Nullable Cell[] own = new @Nullable Cell[columns.size()];
      for (int column = 0; column < own.length; column++) {
        own[column] = cells.get(column)[row];
      }
      rows.add(own);
    }
    return new RequestRows(columns, rows);
  }

  private static @Nullable Cell[] tensor(String name, JsonNode input) {
    String type = input.path("datatype").asText();
    if (!WHOLE.contains(type) && !OTHERS.contains(type)) {
      throw BadRequest.body("the tensor '%s' has the datatype '%s', which is none", name, type);
    }
    if (input.path("parameters").has("binary_data_size")) {
      throw BadRequest.body(
          "the tensor '%s' is binary, which is not taken; send its 'data' as JSON", name);
    }
    int count = rows(name, input.path("shape"));
    List<JsonNode> data = new ArrayList<>();
    flatten(input.path("data"), data);
    if (data.size() != count) {
      throw BadRequest.body(
          "the tensor '%s' has %d values, and its shape says %d", name, data.size(), count);
    }
    @Nullable Cell[] cells = new @Nullable Cell[count];
    for (int row = 0; row < count; row++) {
      JsonNode value = data.get(row);
      boolean fits =
          value.isNull()
              || (WHOLE.contains(type) && value.isIntegralNumber())
              || (type.startsWith("FP") && value.isNumber())
              || (type.equals("BOOL") && value.isBoolean())
              || (type.equals("BYTES") && value.isTextual());
      if (!fits) {
        throw BadRequest.body(
            "row %d of the tensor '%s' is %s, which is no %s", row + 1, name, value, type);
      }
      cells[row] = cell(name, row, value);
    }
    return cells;
  }

  private static int rows(String name, JsonNode shape) {
    boolean isVector = shape.isArray() && shape.size() == 1;
    boolean isColumn = shape.isArray() && shape.size() == 2 && shape.path(1).asInt(-1) == 1;
    int count = shape.path(0).isInt() ? shape.path(0).intValue() : -1;
    if ((!isVector && !isColumn) || count < 0) {
      throw BadRequest.body("the tensor '%s' must have the shape [n] or [n, 1]", name);
    }
    return count;
  }

  private static void flatten(JsonNode data, List<JsonNode> values) {
    if (data.isArray()) {
      data.forEach(each -> flatten(each, values));
    } else if (!data.isMissingNode()) {
      values.add(data);
    }
  }

  /** Reads MLflow's {@code dataframe_split} or {@code dataframe_records}. */
  static RequestRows ofDataframe(JsonNode json) {
    if (json.has("dataframe_split") && json.has("dataframe_records")) {
      throw BadRequest.body("the body has both 'dataframe_split' and 'dataframe_records'");
    }
    if (json.has("dataframe_split")) {
      return split(json.path("dataframe_split"));
    }
    if (json.has("dataframe_records")) {
      return records(json.path("dataframe_records"));
    }
    throw BadRequest.body("the body must have 'dataframe_split' or 'dataframe_records'");
  }

  private static RequestRows split(JsonNode split) {
    List<String> columns = new ArrayList<>();
    split.path("columns").forEach(each -> columns.add(each.asText()));
    requireDifferent(columns);
    if (columns.isEmpty() || !split.path("data").isArray()) {
      throw BadRequest.body("'dataframe_split' must have 'columns' and 'data'");
    }
    List<@Nullable Cell[]> rows = new ArrayList<>();
    for (JsonNode row : split.path("data")) {
      if (!row.isArray() || row.size() != columns.size()) {
        throw BadRequest.body(
            "row %d has %d cells, and there are %d columns",
            rows.size() + 1, row.size(), columns.size());
      }
      @Nullable Cell[] cells = new @Nullable Cell[columns.size()];
      for (int column = 0; column < cells.length; column++) {
        cells[column] = cell(columns.get(column), rows.size(), row.path(column));
      }
      rows.add(cells);
    }
    return new RequestRows(columns, rows);
  }

  private static void requireDifferent(List<String> columns) {
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!seen.add(column)) {
        throw BadRequest.body("there are two columns '%s'", column);
      }
    }
  }

  private static RequestRows records(JsonNode records) {
    if (!records.isArray() || records.isEmpty()) {
      throw BadRequest.body("'dataframe_records' must be a list of objects, one a row");
    }
    Map<String, Integer> places = new LinkedHashMap<>();
    long given = 0;
    for (JsonNode each : records) {
      if (!each.isObject()) {
        throw BadRequest.body("'dataframe_records' must be a list of objects, one a row");
      }
      each.fieldNames().forEachRemaining(name -> places.putIfAbsent(name, places.size()));
      given += each.size();
    }
    requireDense(records.size(), places.size(), given);
    List<String> columns = List.copyOf(places.keySet());
    List<@Nullable Cell[]> rows = new ArrayList<>();
    for (JsonNode each : records) {
      @Nullable Cell[] cells = new @Nullable Cell[columns.size()];
      for (Map.Entry<String, JsonNode> field : each.properties()) {
        int place = Objects.requireNonNull(places.get(field.getKey()), "all names have a place");
        cells[place] = cell(field.getKey(), rows.size(), field.getValue());
      }
      rows.add(cells);
    }
    return new RequestRows(columns, rows);
  }

  /** Refuses objects with ever other keys, whose table would fill any memory. */
  private static void requireDense(long rows, int columns, long given) {
    if (rows * columns > SOME_CELLS + SPARSE * given) {
      throw BadRequest.body(
          "the %d rows have %d different columns in all, and most rows lack most of them",
          rows, columns);
    }
  }

  /** Reads text with commas, whose first line names the columns. */
  static RequestRows ofCsv(byte[] body) {
    try {
      CsvRecords records = new CsvRecords(new StringReader(text(body)), ',');
      List<String> header = records.next();
      if (header == null || header.stream().allMatch(String::isBlank)) {
        throw BadRequest.body("the body must begin with a line of column names");
      }
      List<String> columns = header.stream().map(String::strip).toList();
      requireDifferent(columns);
      List<@Nullable Cell[]> rows = new ArrayList<>();
      for (List<String> row = records.next(); row != null; row = records.next()) {
        if (row.size() == 1 && row.getFirst().isBlank()) {
          continue;
        }
        if (row.size() != columns.size()) {
          throw BadRequest.body(
              "row %d has %d cells, and there are %d columns",
              rows.size() + 1, row.size(), columns.size());
        }
        @Nullable Cell[] cells = new @Nullable Cell[columns.size()];
        for (int column = 0; column < cells.length; column++) {
          String cell = row.get(column).strip();
          cells[column] = cell.isEmpty() ? null : new Cell.Text(cell);
        }
        rows.add(cells);
      }
      return new RequestRows(columns, rows);
    } catch (IOException e) {
      throw BadRequest.body("the body is no text with commas: %s", String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable Cell cell(String column, int row, JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    if (value.isTextual()) {
      return value.textValue().isBlank() ? null : new Cell.Text(value.textValue().strip());
    }
    if (value.isBoolean()) {
      return new Cell.Text(value.asText());
    }
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return new Cell.Whole(value.longValue());
    }
    if (value.isNumber()) {
      return new Cell.Decimal(value.doubleValue());
    }
    throw BadRequest.body("row %d: the column '%s' holds a list or an object", row + 1, column);
  }
}
