package dev.synth.internal.base;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object whose fields are asked for by name and kind. Each question throws {@link
 * IllegalArgumentException}, with the field's name, where the field is left out or of another kind.
 *
 * @param json an object
 */
public record JsonFields(JsonNode json) {
  public JsonFields {
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
      throw new IllegalArgumentException(PlainText.of("'%s' is left out", name));
    }
    return value;
  }

  /** Returns a text. */
  public String text(String name) {
    JsonNode value = field(name);
    require(value.isTextual(), "'" + name + "' is not a text", value);
    return value.textValue();
  }

  /** Returns true or false. */
  public boolean flag(String name) {
    JsonNode value = field(name);
    require(value.isBoolean(), "'" + name + "' is neither true nor false", value);
    return value.booleanValue();
  }

  /** Returns a whole number. */
  public long whole(String name) {
    JsonNode value = field(name);
    require(
        value.isIntegralNumber() && value.canConvertToLong(),
        "'" + name + "' is not a whole number",
        value);
    return value.longValue();
  }

  /** Returns a whole number in [least, most]. */
  public int whole(String name, int least, int most) {
    long value = whole(name);
    require(
        value >= least && value <= most,
        PlainText.of("'%s' is not in [%d, %d]", name, least, most),
        field(name));
    return (int) value;
  }

  /** Returns a number; JSON has no NaN, but what is too large reads as infinite. */
  public double number(String name) {
    JsonNode value = field(name);
    require(value.isNumber(), "'" + name + "' is not a number", value);
    return value.doubleValue();
  }

  /** Returns a number, or null where the field says null. */
  public @Nullable Double numberOrNull(String name) {
    return field(name).isNull() ? null : number(name);
  }

  /** Returns an object. */
  public JsonFields object(String name) {
    return new JsonFields(field(name));
  }

  /** Returns an object, or null where the field says null. */
  public @Nullable JsonFields objectOrNull(String name) {
    return field(name).isNull() ? null : object(name);
  }

  /** Returns the elements of a list. */
  public List<JsonNode> list(String name) {
    JsonNode array = field(name);
    require(array.isArray(), "'" + name + "' is not a list", array);
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    return elements;
  }

  /** Returns a list of texts. */
  public List<String> texts(String name) {
    List<JsonNode> elements = list(name);
    elements.forEach(text -> require(text.isTextual(), "'" + name + "' holds no text", text));
    return elements.stream().map(JsonNode::textValue).toList();
  }

  /** Returns a list of numbers. */
  public double[] numbers(String name) {
    List<JsonNode> elements = list(name);
    elements.forEach(n -> require(n.isNumber(), "'" + name + "' holds no number", n));
    return elements.stream().mapToDouble(JsonNode::doubleValue).toArray();
  }
}
