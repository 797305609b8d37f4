package dev.synth.internal.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Problem;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.rule.Conditions;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A condition that rows must not break, such as {@code amount > 0 and net <= gross}.
 *
 * <p>The language: comparisons {@code < <= > >= == !=} of columns, numbers, quoted texts and quoted
 * ISO 8601 times; {@code + - * /} and parentheses on numbers; {@code and}, {@code or}, {@code not};
 * {@code channel in ('web', 'shop')} and {@code not in}. A name that is no plain word stands in
 * backticks. Keywords may be in capitals. Categorical columns have no order. {@code round(a * b,
 * 2)} is a rounded number; {@code city -> state} holds where training rows have that state in that
 * city, {@code mcc is known} where they have that value; {@code device is missing} and {@code
 * missing together (a, b)} are of missing cells. {@code hour(opened)} and {@code days(opened,
 * closed)} are numbers of times; {@code amount in steps of 100} holds for multiples of 100.
 *
 * <p>As in SQL, a comparison with a missing cell, or with a quotient by 0, is unknown, and a rule
 * is broken only where it is certainly false. Where a side is calculated, two numbers that differ
 * by no more than 1e-9 (of the larger one, above 1) are equal.
 */
public final class Rule {
  private final String text;
  private final Schema schema;
  private final Condition condition;
  private final List<String> columns;
  private final List<KnownValues> known;

  private Rule(String text, Schema schema, RuleParser parser) {
    this.text = text;
    this.schema = schema;
    this.condition = parser.parse();
    this.columns = List.copyOf(new LinkedHashSet<>(parser.columns()));
    this.known = List.copyOf(parser.knownValues());
  }

  /**
   * Reads a rule.
   *
   * @param schema the columns that it may name
   * @throws Problem a usage problem with the rule, the position and what would be right
   */
  public static Rule parse(String text, Schema schema) {
    return parse(text, schema, (source, part, target) -> KnownValues.NOTHING);
  }

  /**
   * Reads a rule, and learns from training rows what it calls known.
   *
   * @throws Problem as {@link #parse} does
   */
  public static Rule learn(String text, Table training) {
    return parse(
        text,
        training.schema(),
        (source, part, target) ->
            KnownValues.learn(
                source == Condition.Known.NONE ? null : training.cells(source),
                part,
                training.cells(target)));
  }

  /**
   * Reads what {@link #toJson} returned.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Rule fromJson(JsonNode json, Schema schema) {
    if (json.isTextual()) {
      return parse(json.textValue(), schema);
    }
    JsonFields fields = new JsonFields(json);
    Iterator<JsonNode> stored = fields.list("known").iterator();
    return parse(
        fields.text("rule"),
        schema,
        (source, part, target) -> {
          if (!stored.hasNext()) {
            throw new IllegalArgumentException("'known' holds too little");
          }
          return KnownValues.fromJson(stored.next());
        });
  }

  private static Rule parse(String text, Schema schema, RuleParser.KnownSource known) {
    try {
      return new Rule(text, schema, new RuleParser(Token.of(text), schema, known));
    } catch (RuleError e) {
      throw Problem.usage("rules: \"%s\", position %d: %s", text, e.position(), e.complaint());
    }
  }

  /** Returns the rule as the user wrote it. */
  public String text() {
    return text;
  }

  /** Returns the rule's text, with what it learned from training rows where there is any. */
  public JsonNode toJson() {
    if (known.isEmpty()) {
      return Json.tree(text);
    }
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("rule", text);
    ArrayNode values = json.putArray("known");
    known.forEach(each -> values.add(each.toJson()));
    return json;
  }

  /** Returns the columns that the rule names, in the order of first mention. */
  public List<String> columns() {
    return columns;
  }

  /** Returns what the rule says of single columns, for generators to draw by. */
  public Conditions conditions() {
    return SimpleConditions.of(condition, schema);
  }

  /**
   * Returns the rows that certainly break the rule.
   *
   * @param table rows with the columns that the rule was read for
   * @throws IllegalArgumentException if the columns differ
   */
  public BitSet broken(Table table) {
    if (!table.schema().equals(schema)) {
      throw new IllegalArgumentException("the rule was read for other columns");
    }
    BitSet broken = new BitSet();
    for (int row = 0; row < table.rowCount(); row++) {
      broken.set(row, condition.at(table, row) == Truth.FALSE);
    }
    return broken;
  }
}
