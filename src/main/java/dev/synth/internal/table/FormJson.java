package dev.synth.internal.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.base.PlainText;
import dev.synth.table.CellForm;
import dev.synth.table.CellTexts;
import dev.synth.table.DurationForm;
import dev.synth.table.NumberForm;
import dev.synth.table.NumberForm.Exponent;
import dev.synth.table.NumberForm.Fraction;
import dev.synth.table.NumberForm.Grouping;
import dev.synth.table.NumberForm.Limit;
import dev.synth.table.NumberForm.Limits;
import dev.synth.table.NumberForm.Place;
import dev.synth.table.NumberForm.Separators;
import dev.synth.table.NumberForm.Signs;
import dev.synth.table.NumberScale;
import dev.synth.table.OffsetForm;
import dev.synth.table.TimeForm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forms of cells as JSON, in the field {@code form} of a column; a plain one is left out. */
final class FormJson {
  private static final String FIELD = "form";
  private static final String MISSING = "missing_text";
  private static final String SCRIPT = "script";

  private FormJson() {}

  static void write(CellForm form, ObjectNode column) {
    switch (form) {
      case CellForm.Plain plain -> {}
      case NumberForm number -> write(number, column.putObject(FIELD));
      case DurationForm duration -> {
        ObjectNode json = column.putObject(FIELD);
        json.put("of", "durations");
        json.put("example", duration.example());
      }
      case CellForm.Fractions fractions -> {
        ObjectNode json = column.putObject(FIELD);
        json.put("of", "fractions");
        json.put("example", fractions.example());
        ArrayNode denominators = json.putArray("denominators");
        fractions.denominators().forEach(denominators::add);
      }
      case TimeForm time -> {
        ObjectNode json = column.putObject(FIELD);
        json.put("of", "times");
        json.put("pattern", time.pattern());
        json.put("names", time.names());
        json.put("afternoon", time.afternoon());
        json.put("offset", time.offset());
      }
      case OffsetForm offsets -> {
        ObjectNode json = column.putObject(FIELD);
        json.put("of", "offsets");
        json.put("times", offsets.times());
      }
    }
  }

  /** Adds what is not usual: one text of missing cells, or all with their counts, and digits. */
  static void write(CellTexts texts, ObjectNode column) {
    if (texts.missing().size() == 1) {
      column.put(MISSING, texts.mostMissing());
    } else if (!texts.missing().isEmpty()) {
      ObjectNode json = column.putObject(MISSING);
      texts.missing().forEach(each -> json.put(each.text(), each.cells()));
    }
    if (!texts.script().isEmpty()) {
      column.put(SCRIPT, texts.script());
    }
  }

  static CellTexts readTexts(JsonFields column) {
    CellTexts digits =
        CellTexts.USUAL.withScript(column.json().has(SCRIPT) ? column.text(SCRIPT) : "");
    if (column.json().path(MISSING).isObject()) {
      JsonFields json = column.object(MISSING);
      List<CellTexts.MissingText> missing = new ArrayList<>();
      json.json()
          .fieldNames()
          .forEachRemaining(
              text ->
                  missing.add(
                      new CellTexts.MissingText(text, json.whole(text, 1, Integer.MAX_VALUE))));
      return digits.withMissing(missing);
    }
    return digits.withMissing(column.json().has(MISSING) ? column.text(MISSING) : "");
  }

  private static void write(NumberForm form, ObjectNode json) {
    json.put("of", "numbers");
    json.put("before", form.before());
    json.put("after", form.after());
    json.put("grouping", form.separators().grouping().name());
    json.put("group", form.separators().group());
    json.put("decimal", form.separators().decimal());
    json.put("digits", form.fraction().digits());
    json.put("whole_is_bare", form.fraction().wholeIsBare());
    if (!form.fraction().dash().isEmpty()) {
      json.put("dash", form.fraction().dash());
    }
    if (form.fraction().zeroIsBare()) {
      json.put("zero_is_bare", true);
    }
    json.put("sign", form.signs().place().name());
    json.put("minus", form.signs().minus());
    json.put("plus", form.signs().plus());
    if (!form.zero().isEmpty()) {
      json.put("zero", form.zero());
    }
    if (!form.exponent().mark().isEmpty()) {
      json.putObject("exponent")
          .put("mark", form.exponent().mark())
          .put("plus", form.exponent().plus())
          .put("width", form.exponent().width())
          .put("is_raised", form.exponent().isRaised())
          .put("fewest", form.exponent().fewest())
          .put("most", form.exponent().most());
    }
    write("low", form.limits().low(), json);
    write("high", form.limits().high(), json);
    if (!form.scales().isEmpty()) {
      ArrayNode scales = json.putArray("scales");
      form.scales()
          .forEach(
              scale ->
                  scales
                      .addObject()
                      .put("text", scale.text())
                      .put("factor", scale.factor())
                      .put("digits", scale.digits()));
    }
  }

  private static void write(String name, @Nullable Limit limit, ObjectNode json) {
    if (limit != null) {
      json.putObject(name)
          .put("text", limit.text())
          .put("bound", limit.bound())
          .put("value", limit.value());
    }
  }

  private static @Nullable Limit limit(JsonFields json, String name) {
    if (!json.json().has(name)) {
      return null;
    }
    JsonFields limit = json.object(name);
    return new Limit(limit.text("text"), limit.number("bound"), limit.number("value"));
  }

  private static Exponent exponent(JsonFields json) {
    if (!json.json().has("exponent")) {
      return Exponent.NONE;
    }
    JsonFields exponent = json.object("exponent");
    return new Exponent(
        exponent.text("mark"),
        exponent.text("plus"),
        exponent.whole("width", 1, 9),
        exponent.flag("is_raised"),
        exponent.whole("fewest", 0, 99),
        exponent.whole("most", 0, 99));
  }

  static CellForm read(JsonFields column) {
    if (!column.json().has(FIELD)) {
      return CellForm.PLAIN;
    }
    JsonFields json = column.object(FIELD);
    String kind = json.text("of");
    return switch (kind) {
      case "numbers" -> number(json);
      case "durations" -> new DurationForm(json.text("example"));
      case "fractions" ->
          new CellForm.Fractions(
              json.text("example"),
              json.list("denominators").stream().map(JsonNode::asInt).toList());
      case "times" ->
          new TimeForm(
              json.text("pattern"),
              json.text("names"),
              json.text("afternoon"),
              json.text("offset"));
      case "offsets" -> new OffsetForm(json.text("times"));
      default ->
          throw new IllegalArgumentException(PlainText.of("a form of '%s' is unknown", kind));
    };
  }

  private static List<NumberScale> scales(JsonFields json) {
    List<NumberScale> scales = new ArrayList<>();
    for (JsonNode each : json.list("scales")) {
      JsonFields scale = new JsonFields(each);
      scales.add(new NumberScale(scale.text("text"), scale.number("factor"), digits(scale)));
    }
    return scales;
  }

  /** Models of older versions don't tell. */
  private static int digits(JsonFields scale) {
    return scale.json().has("digits")
        ? scale.whole("digits", 0, NumberScale.MOST_DIGITS)
        : NumberScale.MOST_DIGITS;
  }

  /** Models of older versions tell whether there is a plus, and no other sign. */
  private static String plus(JsonFields json) {
    if (json.json().path("plus").isBoolean()) {
      return json.flag("plus") ? "+" : "";
    }
    return json.text("plus");
  }

  private static NumberForm number(JsonFields json) {
    return new NumberForm(
        json.text("before"),
        json.text("after"),
        new Separators(
            Grouping.valueOf(json.text("grouping")), json.text("group"), json.text("decimal")),
        new Fraction(
            json.whole("digits", 0, 9),
            json.flag("whole_is_bare"),
            json.json().has("dash") ? json.text("dash") : "",
            json.json().has("zero_is_bare") && json.flag("zero_is_bare")),
        new Signs(Place.valueOf(json.text("sign")), json.text("minus"), plus(json)),
        json.json().has("zero") ? json.text("zero") : "",
        json.json().has("scales") ? scales(json) : List.of(),
        exponent(json),
        new Limits(limit(json, "low"), limit(json, "high")));
  }
}
