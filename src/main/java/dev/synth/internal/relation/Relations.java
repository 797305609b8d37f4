package dev.synth.internal.relation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Context;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.relation.number.NumberTable;
import dev.synth.internal.table.TableJson;
import dev.synth.rule.ColumnCondition;
import dev.synth.rule.Conditions;
import dev.synth.rule.RelationOptions;
import dev.synth.split.Training;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Relations between columns that hold in all training rows of both classes, and how drawn rows are
 * made to keep them. Immutable.
 *
 * <p>A relation is found where at least 100 rows, ten of them rare, have all of its cells, and none
 * breaks it. At least 20 rows must break it once one of its columns is shuffled. What follows from
 * others is left out. Nothing random decides what is found.
 */
public final class Relations {
  /** No relation at all. */
  public static final Relations NONE =
      new Relations(new Schema(List.of()), List.of(), List.of(), new BitSet(), List.of());

  static final int LEAST_ROWS = 100;
  static final int LEAST_RARE = 10;

  private static final int VERSION = 1;

  private final Schema schema;
  private final List<List<String>> levels;
  private final List<Relation> relations;
  private final BitSet complete;
  private final List<RelationFacts.Unsearched> unsearched;

  private Relations(
      Schema schema,
      List<List<String>> levels,
      List<Relation> relations,
      BitSet complete,
      List<RelationFacts.Unsearched> unsearched) {
    this.schema = schema;
    this.levels = levels;
    this.relations = relations;
    this.complete = complete;
    this.unsearched = unsearched;
  }

  /** Learns the relations of training rows. */
  public static Relations learn(Training training, RelationOptions options) {
    return switch (options) {
      case RelationOptions.Off off -> NONE;
      case RelationOptions.On on -> learn(training, Set.of());
      case RelationOptions.Ignore ignore -> learn(training, ignored(ignore));
    };
  }

  private static Set<String> ignored(RelationOptions.Ignore ignore) {
    return ignore.rules().stream()
        .map(RuleText::canonical)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Relations learn(Training training, Set<String> ignored) {
    NumberTable grid = NumberTable.of(training.rows().features());
    if (grid.rowCount() < LEAST_ROWS || training.rareCount() < LEAST_RARE) {
      return NONE;
    }
    Evidence evidence =
        new Evidence(grid.rowCount(), training.rows().rareRows(), LEAST_ROWS, LEAST_RARE);
    return of(Search.run(grid, evidence, ignored));
  }

  static Relations of(Search search) {
    BitSet complete = new BitSet();
    List<List<String>> levels = new ArrayList<>();
    for (int column = 0; column < search.grid.width(); column++) {
      levels.add(search.grid.levels(column));
    }
    for (Relation relation : search.found()) {
      if (relation instanceof Relation.Derived derived && search.isComplete(derived)) {
        complete.set(derived.target());
      }
    }
    return new Relations(
        search.grid.schema(), levels, search.found(), complete, search.unsearched());
  }

  /** Returns whether there is none. */
  public boolean isEmpty() {
    return relations.isEmpty();
  }

  /** Returns the relations as row rules say them, those of codes last. */
  public List<String> rules() {
    return relations.stream().map(Relation::rule).toList();
  }

  /** Returns the relations as row rules say them, without those of codes. */
  public List<String> ruleLines() {
    return relations.stream()
        .filter(relation -> !(relation instanceof Relation.Codes))
        .map(Relation::rule)
        .toList();
  }

  /** Returns what was not searched, a clause each. */
  public List<RelationFacts.Unsearched> unsearched() {
    return unsearched;
  }

  /** Returns the columns of codes. */
  public Set<String> codes() {
    Set<String> codes = new LinkedHashSet<>();
    for (Relation relation : relations) {
      if (relation instanceof Relation.Codes each) {
        codes.add(schema.columns().get(each.column()).name());
      }
    }
    return codes;
  }

  /** Returns the columns that need not be drawn, since all of their cells follow from others. */
  public Set<String> computed() {
    return complete.stream()
        .mapToObj(column -> schema.columns().get(column).name())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Returns drawn rows with the computed columns, made to keep the relations. What no repair can
   * mend is left to the row rules.
   *
   * @param drawn rows with all columns, or without those that are computed
   */
  public Table complete(Table drawn, Context context) {
    NumberTable grid = NumberTable.of(drawn, schema, levels);
    new Repair(grid, relations, complete, context.seeds().stream("relations/repair")).run();
    return grid.table();
  }

  /**
   * Returns what conditions say of the columns that are drawn: also where they are of a column that
   * is equal to a drawn one, or follows from a drawn one of levels.
   */
  public Conditions ofDrawn(Conditions conditions) {
    return new Conditions(
        conditions.all().stream().flatMap(each -> ofDrawn(each).stream()).toList());
  }

  private Optional<ColumnCondition> ofDrawn(ColumnCondition condition) {
    int column = schema.indexOf(condition.column());
    if (!complete.get(column)) {
      return Optional.of(condition);
    }
    return relations.stream()
        .filter(each -> each instanceof Relation.Derived of && of.target() == column)
        .findFirst()
        .flatMap(each -> translated(condition, (Relation.Derived) each))
        .flatMap(this::ofDrawn);
  }

  private Optional<ColumnCondition> translated(
      ColumnCondition condition, Relation.Derived relation) {
    return switch (relation) {
      case Relation.Equal equal -> Optional.of(renamed(condition, name(equal.source())));
      case Relation.Determined determined
          when condition instanceof ColumnCondition.Among among
              && !levels.get(determined.source()).isEmpty() ->
          Optional.of(sources(among, determined));
      case Relation.Determined determined -> Optional.empty();
      case Relation.Formula formula -> Optional.empty();
      case Relation.PartOf part -> Optional.empty();
      case Relation.TimeSpan span -> Optional.empty();
    };
  }

  private static ColumnCondition renamed(ColumnCondition condition, String name) {
    return switch (condition) {
      case ColumnCondition.Interval of ->
          new ColumnCondition.Interval(name, of.missing(), of.min(), of.max());
      case ColumnCondition.Among of -> new ColumnCondition.Among(name, of.missing(), of.levels());
    };
  }

  /** The levels from which one of the asked-for levels follows. */
  private ColumnCondition sources(ColumnCondition.Among asked, Relation.Determined relation) {
    Set<String> sources = new LinkedHashSet<>();
    for (int i = 0; i < relation.keys().size(); i++) {
      double value = relation.values().get(i);
      if (!Double.isNaN(value)
          && asked.levels().contains(levels.get(relation.target()).get((int) value))) {
        sources.add(levels.get(relation.source()).get((int) (double) relation.keys().get(i)));
      }
    }
    return new ColumnCondition.Among(name(relation.source()), true, sources);
  }

  private String name(int column) {
    return schema.columns().get(column).name();
  }

  /** Returns all that was learned; the same relations give the same tree. */
  public JsonNode toJson() {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("version", VERSION);
    json.set("columns", TableJson.write(schema));
    json.set("levels", Json.tree(levels));
    ArrayNode all = json.putArray("relations");
    relations.forEach(relation -> all.add(RelationJson.write(relation)));
    ArrayNode places = json.putArray("computed");
    complete.stream().forEach(places::add);
    return json;
  }

  /**
   * Reads what {@link #toJson} returned.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Relations fromJson(JsonNode json) {
    JsonFields fields = new JsonFields(json);
    if (fields.whole("version") != VERSION) {
      throw new IllegalArgumentException(
          PlainText.of("version %d, where %d is known", fields.whole("version"), VERSION));
    }
    Schema schema = TableJson.schema(fields.list("columns"));
    int width = schema.columns().size();
    List<List<String>> levels = new ArrayList<>();
    for (JsonNode each : fields.list("levels")) {
      List<String> names = new ArrayList<>();
      each.forEach(name -> names.add(name.asText()));
      levels.add(names);
    }
    if (levels.size() != width) {
      throw new IllegalArgumentException(PlainText.of("levels of %d columns", levels.size()));
    }
    List<Relation> relations = new ArrayList<>();
    fields.list("relations").forEach(each -> relations.add(RelationJson.read(each, width)));
    BitSet complete = new BitSet();
    for (double place : fields.numbers("computed")) {
      complete.set((int) place);
    }
    return new Relations(schema, levels, relations, complete, List.of());
  }
}
