package dev.synth.split;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.rule.Rule;
import dev.synth.internal.table.TableJson;
import dev.synth.rule.Conditions;
import dev.synth.table.Column;
import dev.synth.table.Label;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Accepts or rejects synthetic rows.
 *
 * <p>A cell must be as training cells are. A number lies in their range, and not far outside that
 * of the rare ones, or else in the user's bounds; it has their decimals. A time lies in their
 * range, and a level is one that they have. A cell is missing only where one of them is. Besides, a
 * row must not break a rule of the user's, in the language of {@link Rule}.
 */
public final class RowRules {
  private final Schema schema;
  private final List<ColumnRule> columnRules;
  private final List<Rule> rules;
  private final List<Rule> relations;
  private final Conditions where;
  private final Map<String, Integer> trainingViolations;

  /**
   * Rows after their review, in the candidates' order.
   *
   * @param accepted the rows that break no rule
   * @param rejected the others
   * @param rejections why, one for each rejected row
   */
  public record Reviewed(Synthetic accepted, Table rejected, List<Rejection> rejections) {
    public Reviewed {
      rejections = List.copyOf(rejections);
    }
  }

  /**
   * The rejection of a row: the first rule that it breaks, columns in their order, then the user's.
   *
   * @param row the row's index among the rejected ones, from 0
   * @param column the column, or the columns that the user's rule names, separated by commas
   * @param broken what must hold
   * @param value the cell, or the cells of the user's rule, empty where missing
   */
  public record Rejection(int row, String column, BrokenRule broken, String value) {
    /** Returns what must hold, in words. */
    public String rule() {
      return broken.text();
    }
  }

  private RowRules(
      Schema schema,
      List<ColumnRule> columnRules,
      List<Rule> rules,
      List<Rule> relations,
      Conditions where,
      Map<String, Integer> trainingViolations) {
    this.schema = schema;
    this.columnRules = columnRules;
    this.rules = rules;
    this.relations = relations;
    this.where = where;
    this.trainingViolations = trainingViolations;
  }

  /**
   * Checks the user's rules, before anything is learned.
   *
   * @param rules in the language of {@link Rule}
   * @param schema the columns of the rows
   * @throws Problem a usage problem that tells all that is wrong
   */
  public static void check(List<String> rules, Schema schema) {
    List<String> problems = new ArrayList<>();
    for (String rule : rules) {
      try {
        Rule.parse(rule, schema);
      } catch (Problem problem) {
        problems.add(String.valueOf(problem.getMessage()));
      }
    }
    refuse(problems, "the rules");
  }

  /** Throws a usage problem that tells all problems, if there are any. */
  static void refuse(List<String> problems, String place) {
    if (problems.size() == 1) {
      throw Problem.usage("%s", problems.getFirst());
    }
    if (!problems.isEmpty()) {
      throw Problem.several(
          ExitCode.USAGE, PlainText.of("%d problems in %s:", problems.size(), place), problems);
    }
  }

  /**
   * Learns what training rows, of both classes, are like.
   *
   * @param rules the user's rules, in the language of {@link Rule}
   * @throws Problem as {@link #check} does
   */
  public static RowRules fit(Training training, List<String> rules) {
    return fit(training, rules, List.of());
  }

  /**
   * Learns what training rows, of both classes, are like.
   *
   * @param rules the user's rules, in the language of {@link Rule}
   * @param relations rules that were found to hold in the training rows
   * @throws Problem as {@link #check} does
   */
  public static RowRules fit(Training training, List<String> rules, List<String> relations) {
    Table rows = training.rows().features();
    check(rules, rows.schema());
    List<Rule> parsed = rules.stream().map(rule -> Rule.learn(rule, rows)).toList();
    return new RowRules(
        rows.schema(),
        rows.schema().columns().stream()
            .map(column -> ColumnRule.of(training.rows(), column))
            .toList(),
        parsed,
        relations.stream().map(rule -> Rule.learn(rule, rows)).toList(),
        Conditions.NONE,
        violations(training.rare(), parsed));
  }

  /**
   * Returns the same rules, and besides that some columns have given values.
   *
   * @param values a level or a number, by its column; a missing cell is none
   * @param label the label, which is no column of the rows
   * @throws Problem a usage problem that tells every column and value that training rows don't have
   */
  public RowRules where(Map<String, String> values, Label label) {
    Conditions asked = Where.read(values, schema, columnRules, label);
    return new RowRules(
        schema, columnRules, rules, relations, where.and(asked), trainingViolations);
  }

  /**
   * Returns what every accepted row satisfies, as far as it is simple: the columns' given values,
   * and what the user's rules say of single columns.
   */
  public Conditions conditions() {
    return rules.stream().map(Rule::conditions).reduce(where, Conditions::and);
  }

  /** Returns the columns, each number column with the decimals of the training rows. */
  public Schema schema() {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < columnRules.size(); i++) {
      Column column = schema.columns().get(i);
      columns.add(
          columnRules.get(i) instanceof ColumnRule.Range range
              ? column.withType(range.type())
              : column);
    }
    return new Schema(columns);
  }

  /** Returns all that was learned, and the user's rules, but not {@link #where}. */
  public JsonNode toJson() {
    ObjectNode json = Json.mapper().createObjectNode();
    ArrayNode columns = json.putArray("columns");
    for (int i = 0; i < columnRules.size(); i++) {
      ObjectNode column = TableJson.write(schema.columns().get(i));
      columnRules.get(i).write(column);
      columns.add(column);
    }
    json.set("rules", Json.tree(rules.stream().map(Rule::toJson).toList()));
    if (!relations.isEmpty()) {
      json.set("relations", Json.tree(relations.stream().map(Rule::toJson).toList()));
    }
    return json;
  }

  /**
   * Reads what {@link #toJson} returned.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static RowRules fromJson(JsonNode json) {
    JsonFields fields = new JsonFields(json);
    List<JsonNode> columns = fields.list("columns");
    Schema schema = TableJson.schema(columns);
    List<ColumnRule> columnRules = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      columnRules.add(ColumnRule.read(schema.columns().get(i), new JsonFields(columns.get(i))));
    }
    List<JsonNode> relations =
        json.has("relations") ? fields.list("relations") : List.of(); // not in older files
    return new RowRules(
        schema,
        columnRules,
        fields.list("rules").stream().map(rule -> Rule.fromJson(rule, schema)).toList(),
        relations.stream().map(rule -> Rule.fromJson(rule, schema)).toList(),
        Conditions.NONE,
        Map.of());
  }

  private static Map<String, Integer> violations(Table rows, List<Rule> rules) {
    Map<String, Integer> violations = new LinkedHashMap<>();
    for (Rule rule : rules) {
      int broken = rule.broken(rows).cardinality();
      if (broken > 0) {
        violations.put(rule.text(), broken);
      }
    }
    return Collections.unmodifiableMap(violations);
  }

  /**
   * Returns how many rare training rows break each of the user's rules, without the rules that none
   * breaks. A generator that learns from such rows will draw more of them.
   */
  public Map<String, Integer> trainingViolations() {
    return trainingViolations;
  }

  /**
   * Parts good rows from bad ones.
   *
   * @param candidates rows with the training rows' columns
   * @throws IllegalArgumentException if the columns differ
   */
  public Reviewed review(Table candidates) {
    if (!candidates.schema().equals(schema)) {
      throw new IllegalArgumentException(
          "the candidates have other columns than the training rows");
    }
    RowReview review = new RowReview(candidates, columnRules, rules, relations, where);
    List<Integer> accepted = new ArrayList<>();
    List<Integer> rejected = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>();
    for (int row = 0; row < candidates.rowCount(); row++) {
      Optional<Rejection> rejection = review.rejection(row, rejected.size());
      (rejection.isPresent() ? rejected : accepted).add(row);
      rejection.ifPresent(rejections::add);
    }
    return new Reviewed(
        new Synthetic(candidates.rows(indices(accepted))),
        candidates.rows(indices(rejected)),
        rejections);
  }

  private static int[] indices(List<Integer> rows) {
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }
}
