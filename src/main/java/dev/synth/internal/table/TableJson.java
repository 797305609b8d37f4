package dev.synth.internal.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.base.PlainText;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Tables, columns and column types as JSON, and back, exactly; the same table gives the same tree.
 *
 * <p>A cell is a number, the index of a level, microseconds since 1970-01-01T00:00 or a text, and
 * null where it is missing. Whatever is read is checked; what is off throws {@link
 * IllegalArgumentException}.
 */
public final class TableJson {

  private TableJson() {}

  /** Returns a table as JSON. */
  public static ObjectNode write(Table table) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("rows", table.rowCount());
    ArrayNode columns = json.putArray("columns");
    for (int i = 0; i < table.schema().columns().size(); i++) {
      ObjectNode column = write(table.schema().columns().get(i));
      writeCells(table.cells(i), column);
      columns.add(column);
    }
    return json;
  }

  private static void writeCells(Cells cells, ObjectNode column) {
    if (cells instanceof Cells.Levels levels) {
      ArrayNode names = column.putArray("levels");
      levels.levels().forEach(names::add);
    }
    ArrayNode values = column.putArray("cells");
    for (int row = 0; row < cells.size(); row++) {
      if (cells.isMissing(row)) {
        values.addNull();
        continue;
      }
      switch (cells) {
        case Cells.Numbers numbers -> values.add(numbers.value(row));
        case Cells.Levels levels -> values.add(levels.code(row));
        case Cells.Instants instants -> values.add(instants.value(row));
        case Cells.Texts texts -> values.add(texts.value(row));
      }
    }
  }

  /** Reads what {@link #write(Table)} wrote. */
  public static Table read(JsonNode json) {
    JsonFields fields = new JsonFields(json);
    int rows = fields.whole("rows", 0, Integer.MAX_VALUE);
    List<Column> columns = new ArrayList<>();
    List<Cells> cells = new ArrayList<>();
    for (JsonNode each : fields.list("columns")) {
      JsonFields column = new JsonFields(each);
      columns.add(column(column));
      cells.add(cells(columns.getLast().type(), column));
    }
    Table table = new Table(new Schema(columns), cells);
    if (table.rowCount() != rows) {
      throw new IllegalArgumentException(
          PlainText.of("%d rows, where 'rows' says %d", table.rowCount(), rows));
    }
    return table;
  }

  private static Cells cells(ColumnType type, JsonFields column) {
    List<JsonNode> values = column.list("cells");
    BitSet missing = new BitSet();
    for (int row = 0; row < values.size(); row++) {
      missing.set(row, values.get(row).isNull());
    }
    IntFunction<JsonNode> present = row -> missing.get(row) ? Json.tree(0) : values.get(row);
    return switch (type) {
      case ColumnType.Numeric numeric -> numbers(values.size(), present, missing);
      case ColumnType.Categorical categorical ->
          levels(values.size(), present, missing, column.texts("levels"));
      case ColumnType.Timestamp timestamp -> instants(values.size(), present, missing);
      case ColumnType.TimeOfDay time -> instants(values.size(), present, missing);
      case ColumnType.Identifier identifier -> texts(values, missing);
    };
  }

  private static Cells numbers(int rows, IntFunction<JsonNode> cells, BitSet missing) {
    double[] numbers = new double[rows];
    for (int row = 0; row < rows; row++) {
      require(cells.apply(row).isNumber(), row, cells.apply(row));
      numbers[row] = cells.apply(row).doubleValue();
    }
    return new Cells.Numbers(numbers, missing);
  }

  private static Cells levels(
      int rows, IntFunction<JsonNode> cells, BitSet missing, List<String> levels) {
    int[] codes = new int[rows];
    for (int row = 0; row < rows; row++) {
      require(cells.apply(row).isInt(), row, cells.apply(row));
      codes[row] = cells.apply(row).intValue();
    }
    return new Cells.Levels(codes, missing, levels);
  }

  private static Cells instants(int rows, IntFunction<JsonNode> cells, BitSet missing) {
    long[] micros = new long[rows];
    for (int row = 0; row < rows; row++) {
      JsonNode cell = cells.apply(row);
      require(cell.isIntegralNumber() && cell.canConvertToLong(), row, cell);
      micros[row] = cell.longValue();
    }
    return new Cells.Instants(micros, missing);
  }

  private static Cells texts(List<JsonNode> cells, BitSet missing) {
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < cells.size(); row++) {
      require(missing.get(row) || cells.get(row).isTextual(), row, cells.get(row));
      texts.add(missing.get(row) ? "" : cells.get(row).textValue());
    }
    return new Cells.Texts(texts, missing);
  }

  private static void require(boolean holds, int row, JsonNode cell) {
    if (!holds) {
      throw new IllegalArgumentException(PlainText.of("row %d holds %s", row, cell));
    }
  }

  /** Returns a schema's columns as JSON. */
  public static ArrayNode write(Schema schema) {
    ArrayNode columns = Json.mapper().createArrayNode();
    schema.columns().forEach(column -> columns.add(write(column)));
    return columns;
  }

  /** Reads a schema from a list of what {@link #write(Column)} wrote. */
  public static Schema schema(List<JsonNode> columns) {
    return new Schema(columns.stream().map(column -> column(new JsonFields(column))).toList());
  }

  /** Returns a column as JSON. */
  public static ObjectNode write(Column column) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("column", column.name());
    write(column.type(), json);
    json.put("modelled", column.isModelled());
    writeForm(column, json);
    return json;
  }

  /** Reads a column. */
  public static Column column(JsonFields fields) {
    return column(fields, fields.flag("modelled"));
  }

  /** Reads a column of which it is known whether it is modelled. */
  public static Column column(JsonFields fields, boolean isModelled) {
    return new Column(
        fields.text("column"),
        type(fields),
        isModelled,
        FormJson.read(fields),
        FormJson.readTexts(fields));
  }

  /** Adds to a column's object how its cells are written; nothing where that is plain. */
  public static void writeForm(Column column, ObjectNode json) {
    FormJson.write(column.form(), json);
    FormJson.write(column.texts(), json);
  }

  /** Adds a column type to an object: {@code type}, and what the user said of it. */
  public static void write(ColumnType type, ObjectNode json) {
    switch (type) {
      case ColumnType.Numeric numeric -> {
        json.put("type", "numeric");
        json.put("decimals", numeric.decimals());
        json.put("min", numeric.min());
        json.put("max", numeric.max());
      }
      case ColumnType.Categorical categorical -> json.put("type", "categorical");
      case ColumnType.Timestamp timestamp -> {
        json.put("type", "timestamp");
        json.put("date_only", timestamp.dateOnly());
      }
      case ColumnType.TimeOfDay time -> json.put("type", "time-of-day");
      case ColumnType.Identifier identifier -> json.put("type", "identifier");
    }
  }

  /** Reads a column type. */
  public static ColumnType type(JsonFields fields) {
    String type = fields.text("type");
    return switch (type) {
      case "numeric" -> numeric(fields);
      case "categorical" -> new ColumnType.Categorical();
      case "timestamp" -> new ColumnType.Timestamp(fields.flag("date_only"));
      case "time-of-day" -> new ColumnType.TimeOfDay();
      case "identifier" -> new ColumnType.Identifier();
      default -> throw new IllegalArgumentException(PlainText.of("type '%s' is unknown", type));
    };
  }

  private static ColumnType.Numeric numeric(JsonFields fields) {
    Double decimals = fields.numberOrNull("decimals");
    return new ColumnType.Numeric(
        decimals == null ? null : decimals.intValue(),
        fields.numberOrNull("min"),
        fields.numberOrNull("max"));
  }
}
