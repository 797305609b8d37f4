package dev.synth.internal.validate;

import dev.synth.internal.relation.Relations;
import dev.synth.internal.rule.Rule;
import dev.synth.internal.validate.metric.BrokenRelation;
import dev.synth.rule.RelationOptions;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The relations of training rows, held against other rows.
 *
 * @param schema the training rows' columns
 * @param rules the relations
 * @param codes the columns of codes
 */
record RelationMarks(Schema schema, List<Rule> rules, Set<String> codes) {
  static RelationMarks learn(Training training, RelationOptions options) {
    Relations relations = Relations.learn(training, options);
    Table rows = training.rows().features();
    return new RelationMarks(
        rows.schema(),
        relations.rules().stream().map(rule -> Rule.learn(rule, rows)).toList(),
        relations.codes());
  }

  /**
   * Returns which rows break which relations; those of columns that the table lacks are left out.
   */
  List<BrokenRelation> of(Table table) {
    List<BrokenRelation> marks = new ArrayList<>();
    if (rules.isEmpty()) {
      return marks;
    }
    Set<String> lacking = new HashSet<>();
    List<Cells> cells = new ArrayList<>();
    for (Column column : schema.columns()) {
      if (hasLike(table.schema(), column)) {
        cells.add(table.cells(column.name()));
      } else {
        lacking.add(column.name());
        cells.add(missing(column, table.rowCount()));
      }
    }
    Table rows = new Table(schema, cells);
    for (Rule rule : rules) {
      if (rule.columns().stream().noneMatch(lacking::contains)) {
        marks.add(new BrokenRelation(rule.text(), codesOf(rule), rule.broken(rows)));
      }
    }
    return marks;
  }

  private String codesOf(Rule rule) {
    String first = rule.columns().getFirst();
    boolean isOfCodes = rule.columns().size() == 1 && codes.contains(first);
    return isOfCodes ? first : "";
  }

  private static boolean hasLike(Schema columns, Column column) {
    return columns.find(column.name()).isPresent()
        && columns
            .columns()
            .get(columns.indexOf(column.name()))
            .type()
            .getClass()
            .equals(column.type().getClass());
  }

  private static Cells missing(Column column, int rows) {
    BitSet all = new BitSet();
    all.set(0, rows);
    return switch (column.type()) {
      case ColumnType.Numeric numeric -> new Cells.Numbers(new double[rows], all);
      case ColumnType.Categorical categorical -> new Cells.Levels(new int[rows], all, List.of());
      case ColumnType.Timestamp timestamp -> new Cells.Instants(new long[rows], all);
      case ColumnType.TimeOfDay time -> new Cells.Instants(new long[rows], all);
      case ColumnType.Identifier identifier ->
          throw new IllegalArgumentException("an identifier among the modelled columns");
    };
  }
}
