package dev.synth.internal.encode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.table.TableJson;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Decimals;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Column codecs as JSON, and back. What is read is checked: by {@link JsonFields} for its kind, by
 * the constructors for its sense; both throw {@link IllegalArgumentException}.
 */
final class CodecJson {
  private CodecJson() {}

  static ObjectNode write(ColumnCodec codec) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("column", codec.column().name());
    TableJson.write(codec.column().type(), json);
    TableJson.writeForm(codec.column(), json);
    codec.write(json);
    return json;
  }

  static void write(Mixture mixture, ObjectNode json) {
    json.put("digits", mixture.decimals().digits());
    numbers(json.putArray("atoms"), mixture.atoms());
    QuantileCurve rest = mixture.rest();
    if (rest == null) {
      json.putNull("rest");
    } else {
      ObjectNode curve = json.putObject("rest");
      numbers(curve.putArray("values"), rest.values());
      numbers(curve.putArray("scores"), rest.scores());
    }
  }

  private static void numbers(ArrayNode array, double[] numbers) {
    DoubleStream.of(numbers).forEach(array::add);
  }

  /**
   * Reads a codec.
   *
   * @param offset where it is placed
   */
  static ColumnCodec read(JsonNode json, int offset) {
    JsonFields fields = new JsonFields(json);
    boolean missing = fields.flag("missing");
    Column column = TableJson.column(fields, true);
    return switch (column.type()) {
      case ColumnType.Numeric numeric ->
          new NumberCodec(column, offset, missing, mixture(fields.object("number")));
      case ColumnType.Categorical categorical ->
          new LevelCodec(column, offset, missing, fields.texts("levels"), others(fields));
      case ColumnType.Timestamp timestamp ->
          new TimestampCodec(column, offset, missing, scale(fields));
      case ColumnType.TimeOfDay time ->
          new TimeOfDayCodec(
              column,
              offset,
              missing,
              new TimeOfDayCodec.TimeOfDayFacts(
                  mixture(fields.object("time")),
                  fields.whole("unit_micros"),
                  fields.whole("start_micros")));
      case ColumnType.Identifier identifier ->
          throw new IllegalArgumentException("identifiers are not encoded");
    };
  }

  private static @Nullable OtherLevels others(JsonFields fields) {
    if (!fields.json().has("others")) {
      return null;
    }
    JsonFields others = fields.object("others");
    return new OtherLevels(others.texts("levels"), others.numbers("weights"));
  }

  private static TimestampCodec.TimestampFacts scale(JsonFields fields) {
    boolean byMonth = fields.json().has("by_month") && fields.flag("by_month");
    return new TimestampCodec.TimestampFacts(
        byMonth,
        mixture(fields.object("day")),
        mixture(fields.object("time")),
        fields.whole("unit_micros"),
        fields.whole("earliest_micros"),
        fields.whole("latest_micros"));
  }

  private static Mixture mixture(JsonFields fields) {
    JsonFields rest = fields.objectOrNull("rest");
    QuantileCurve curve =
        rest == null ? null : new QuantileCurve(rest.numbers("values"), rest.numbers("scores"));
    Decimals decimals = new Decimals(Math.toIntExact(fields.whole("digits")));
    return new Mixture(fields.numbers("atoms"), curve, decimals);
  }
}
