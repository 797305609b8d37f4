package dev.synth.internal.relation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.rule.TimePart;
import dev.synth.internal.rule.TimeUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Relations as JSON, and back; NaN, a missing cell, is null. What is read is checked for its kind;
 * what is off throws {@link IllegalArgumentException}.
 */
final class RelationJson {
  private static final int MONTHS = 12;

  private RelationJson() {}

  static ObjectNode write(Relation relation) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("rule", relation.rule());
    switch (relation) {
      case Relation.Equal equal ->
          json.put("kind", "equal").put("source", equal.source()).put("target", equal.target());
      case Relation.Formula formula -> {
        json.put("kind", "formula").put("target", formula.target());
        json.put("digits", formula.digits()).put("constant", formula.constant());
        ArrayNode terms = json.putArray("terms");
        for (Relation.Term term : formula.terms()) {
          ObjectNode each = terms.addObject().put("coefficient", term.coefficient());
          places(each.putArray("factors"), term.factors());
          places(each.putArray("divisors"), term.divisors());
        }
      }
      case Relation.Determined determined -> {
        json.put("kind", "determined").put("source", determined.source());
        json.put("target", determined.target());
        numbers(json.putArray("keys"), determined.keys());
        numbers(json.putArray("values"), determined.values());
        numbers(json.putArray("of_missing"), List.of(determined.ofMissing()));
        TimePart part = determined.part();
        if (part != null) {
          json.put("part", part.name());
        }
      }
      case Relation.PartOf part -> {
        json.put("kind", "part").put("source", part.source()).put("target", part.target());
        json.put("part", part.part().name()).put("shift", part.shift());
      }
      case Relation.TimeSpan span -> {
        json.put("kind", "span").put("from", span.from()).put("to", span.to());
        json.put("number", span.number()).put("unit", span.unit().name());
        json.put("floored", span.isFloored()).put("digits", span.digits());
        json.put("shift", span.shift());
        json.put("gives_end", span.givesEnd());
      }
      case Relation.Ordered ordered -> {
        json.put("kind", "ordered").put("low", ordered.low()).put("high", ordered.high());
        json.put("strict", ordered.strict());
        scale(json.putObject("of_low"), ordered.ofLow());
        scale(json.putObject("of_high"), ordered.ofHigh());
      }
      case Relation.Fixed fixed -> {
        json.put("kind", "fixed").put("source", fixed.source()).put("target", fixed.target());
        numbers(json.putArray("among"), fixed.among());
        numbers(json.putArray("value"), List.of(fixed.value()));
      }
      case Relation.Together together -> {
        json.put("kind", "together");
        places(json.putArray("columns"), together.columns());
      }
      case Relation.MissingWith missing ->
          json.put("kind", "missing_with")
              .put("source", missing.source())
              .put("target", missing.target());
      case Relation.Seasonal seasons -> {
        json.put("kind", "seasonal").put("times", seasons.times());
        json.put("offsets", seasons.offsets());
        ArrayNode months = json.putArray("months");
        seasons.counts().forEach(month -> numbers(months.addArray(), month));
      }
      case Relation.Stepped steps -> {
        json.put("kind", "stepped").put("column", steps.column());
        json.put("step", steps.step()).put("first", steps.first()).put("digits", steps.digits());
      }
      case Relation.Codes codes -> {
        json.put("kind", "codes").put("column", codes.column());
        numbers(json.putArray("values"), codes.values());
      }
    }
    return json;
  }

  private static void places(ArrayNode json, List<Integer> columns) {
    columns.forEach(json::add);
  }

  private static void numbers(ArrayNode json, List<Double> numbers) {
    for (double number : numbers) {
      if (Double.isNaN(number)) {
        json.addNull();
      } else {
        json.add(number);
      }
    }
  }

  private static void scale(ObjectNode json, Relation.NumberRange scale) {
    json.put("unit", scale.unit()).put("least", scale.min()).put("most", scale.max());
  }

  /**
   * Reads a relation.
   *
   * @param width how many columns there are
   */
  static Relation read(JsonNode json, int width) {
    JsonFields fields = new JsonFields(json);
    String rule = fields.text("rule");
    String kind = fields.text("kind");
    return switch (kind) {
      case "equal" ->
          new Relation.Equal(rule, place(fields, "source", width), place(fields, "target", width));
      case "formula" -> formula(rule, fields, width);
      case "determined" ->
          new Relation.Determined(
              rule,
              place(fields, "source", width),
              json.has("part") ? TimePart.valueOf(fields.text("part")) : null,
              place(fields, "target", width),
              some(numbers(fields, "keys"), "keys"),
              numbers(fields, "values"),
              some(numbers(fields, "of_missing"), "of_missing").getFirst());
      case "part" ->
          new Relation.PartOf(
              rule,
              place(fields, "source", width),
              place(fields, "target", width),
              TimePart.valueOf(fields.text("part")),
              fields.whole("shift", -1, 0));
      case "span" ->
          new Relation.TimeSpan(
              rule,
              place(fields, "from", width),
              place(fields, "to", width),
              place(fields, "number", width),
              TimeUnit.valueOf(fields.text("unit")),
              fields.flag("floored"),
              json.has("shift") ? fields.whole("shift", 0, 1) : 0, // older models have none
              fields.whole("digits", -1, 9),
              fields.flag("gives_end"));
      case "seasonal" -> seasonal(rule, fields, width);
      case "stepped" ->
          new Relation.Stepped(
              rule,
              place(fields, "column", width),
              (long) fields.number("step"),
              (long) fields.number("first"),
              fields.whole("digits", 0, 9));
      case "ordered" ->
          new Relation.Ordered(
              rule,
              place(fields, "low", width),
              place(fields, "high", width),
              fields.flag("strict"),
              scale(fields.object("of_low")),
              scale(fields.object("of_high")));
      case "fixed" ->
          new Relation.Fixed(
              rule,
              place(fields, "source", width),
              numbers(fields, "among"),
              place(fields, "target", width),
              some(numbers(fields, "value"), "value").getFirst());
      case "together" -> new Relation.Together(rule, some(places(fields, "columns", width), kind));
      case "missing_with" ->
          new Relation.MissingWith(
              rule, place(fields, "source", width), place(fields, "target", width));
      case "codes" ->
          new Relation.Codes(
              rule, place(fields, "column", width), some(numbers(fields, "values"), "values"));
      default -> throw new IllegalArgumentException(PlainText.of("relation '%s' is unknown", kind));
    };
  }

  private static Relation.Formula formula(String rule, JsonFields fields, int width) {
    List<Relation.Term> terms = new ArrayList<>();
    for (JsonNode each : fields.list("terms")) {
      JsonFields term = new JsonFields(each);
      terms.add(
          new Relation.Term(
              term.number("coefficient"),
              places(term, "factors", width),
              places(term, "divisors", width)));
    }
    return new Relation.Formula(
        rule,
        place(fields, "target", width),
        fields.whole("digits", -1, 9),
        terms,
        fields.number("constant"));
  }

  private static Relation.Seasonal seasonal(String rule, JsonFields fields, int width) {
    List<List<Double>> counts = new ArrayList<>();
    for (JsonNode month : fields.list("months")) {
      List<Double> ofMonth = new ArrayList<>();
      month.forEach(count -> ofMonth.add(count.doubleValue()));
      counts.add(ofMonth);
    }
    if (counts.size() != MONTHS) {
      throw new IllegalArgumentException(PlainText.of("%d months", counts.size()));
    }
    return new Relation.Seasonal(
        rule, place(fields, "times", width), place(fields, "offsets", width), counts);
  }

  private static Relation.NumberRange scale(JsonFields fields) {
    return new Relation.NumberRange(
        fields.number("unit"), fields.number("least"), fields.number("most"));
  }

  private static int place(JsonFields fields, String name, int width) {
    return fields.whole(name, 0, width - 1);
  }

  private static List<Integer> places(JsonFields fields, String name, int width) {
    List<Integer> places = new ArrayList<>();
    for (double place : fields.numbers(name)) {
      if (place < 0 || place >= width || place != Math.rint(place)) {
        throw new IllegalArgumentException(PlainText.of("'%s' holds no column: %s", name, place));
      }
      places.add((int) place);
    }
    return places;
  }

  private static List<Double> numbers(JsonFields fields, String name) {
    List<Double> numbers = new ArrayList<>();
    for (JsonNode each : fields.list(name)) {
      if (!each.isNull() && !each.isNumber()) {
        throw new IllegalArgumentException(PlainText.of("'%s' holds no number: %s", name, each));
      }
      numbers.add(each.isNull() ? Double.NaN : each.doubleValue());
    }
    return numbers;
  }

  private static <T> List<T> some(List<T> values, String name) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException(PlainText.of("'%s' is empty", name));
    }
    return values;
  }
}
