package dev.synth.encode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Json;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Column codecs as JSON, and back. What is read is checked: by {@link Fields} for its kind, by the
 * constructors for its sense; both throw {@link IllegalArgumentException}.
 */
final class CodecJson {
  private CodecJson() {}

  static ObjectNode write(ColumnCodec codec) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("column", codec.column().name());
    writeType(codec.column().type(), json);
    codec.write(json);
    return json;
  }

  private static void writeType(ColumnType type, ObjectNode json) {
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
      case ColumnType.Identifier identifier ->
          throw new IllegalArgumentException("identifiers are not encoded");
    }
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
    Fields fields = new Fields(json);
    String name = fields.text("column");
    boolean missing = fields.flag("missing");
    String type = fields.text("type");
    return switch (type) {
      case "numeric" -> {
        Column column = new Column(name, numeric(fields));
        yield new NumberCodec(column, offset, missing, mixture(fields.object("number")));
      }
      case "categorical" -> {
        Column column = new Column(name, new ColumnType.Categorical());
        yield new LevelCodec(column, offset, missing, fields.texts("levels"));
      }
      case "timestamp" -> {
        Column column = new Column(name, new ColumnType.Timestamp(fields.flag("date_only")));
        yield new TimestampCodec(column, offset, missing, scale(fields));
      }
      default -> throw new IllegalArgumentException("type '%s' is unknown".formatted(type));
    };
  }

  private static ColumnType.Numeric numeric(Fields fields) {
    Double decimals = fields.numberOrNull("decimals");
    return new ColumnType.Numeric(
        decimals == null ? null : decimals.intValue(),
        fields.numberOrNull("min"),
        fields.numberOrNull("max"));
  }

  private static TimestampCodec.Scale scale(Fields fields) {
    return new TimestampCodec.Scale(
        mixture(fields.object("day")),
        mixture(fields.object("time")),
        fields.whole("unit_micros"),
        fields.whole("earliest_micros"),
        fields.whole("latest_micros"));
  }

  private static Mixture mixture(Fields fields) {
    Fields rest = fields.objectOrNull("rest");
    QuantileCurve curve =
        rest == null ? null : new QuantileCurve(rest.numbers("values"), rest.numbers("scores"));
    Decimals decimals = new Decimals(Math.toIntExact(fields.whole("digits")));
    return new Mixture(fields.numbers("atoms"), curve, decimals);
  }

  /**
   * A JSON object whose fields are asked for by name and kind.
   *
   * @param json an object
   */
  record Fields(JsonNode json) {
    Fields {
      require(json.isObject(), "not an object", json);
    }

    private static void require(boolean holds, String complaint, @Nullable JsonNode value) {
      if (!holds) {
        String text = String.valueOf(value);
        throw new IllegalArgumentException(
            complaint + ": " + (text.length() > 40 ? text.substring(0, 40) + "…" : text));
      }
    }

    private JsonNode field(String name) {
      JsonNode value = json.get(name);
      if (value == null) {
        throw new IllegalArgumentException("'%s' is left out".formatted(name));
      }
      return value;
    }

    String text(String name) {
      JsonNode value = field(name);
      require(value.isTextual(), "'" + name + "' is not a text", value);
      return value.textValue();
    }

    boolean flag(String name) {
      JsonNode value = field(name);
      require(value.isBoolean(), "'" + name + "' is neither true nor false", value);
      return value.booleanValue();
    }

    long whole(String name) {
      JsonNode value = field(name);
      require(
          value.isIntegralNumber() && value.canConvertToLong(),
          "'" + name + "' is not a whole number",
          value);
      return value.longValue();
    }

    @Nullable Double numberOrNull(String name) {
      JsonNode value = field(name);
      require(value.isNull() || value.isNumber(), "'" + name + "' is not a number", value);
      return value.isNull() ? null : value.doubleValue();
    }

    Fields object(String name) {
      return new Fields(field(name));
    }

    @Nullable Fields objectOrNull(String name) {
      return field(name).isNull() ? null : object(name);
    }

    List<JsonNode> list(String name) {
      JsonNode array = field(name);
      require(array.isArray(), "'" + name + "' is not a list", array);
      List<JsonNode> elements = new ArrayList<>();
      array.forEach(elements::add);
      return elements;
    }

    List<String> texts(String name) {
      List<JsonNode> elements = list(name);
      elements.forEach(text -> require(text.isTextual(), "'" + name + "' holds no text", text));
      return elements.stream().map(JsonNode::textValue).toList();
    }

    double[] numbers(String name) {
      List<JsonNode> elements = list(name);
      elements.forEach(n -> require(n.isNumber(), "'" + name + "' holds no number", n));
      return elements.stream().mapToDouble(JsonNode::doubleValue).toArray();
    }
  }
}
