package dev.synth.split;

import dev.synth.internal.rule.Rule;
import dev.synth.internal.table.CellText;
import dev.synth.rule.Conditions;
import dev.synth.table.Column;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Candidates held against the rules of {@link RowRules}: which one each row breaks first. */
final class RowReview {
  private final Table candidates;
  private final List<List<Optional<String>>> complaints = new ArrayList<>();
  private final Conditions where;
  private final List<Rule> rules;
  private final List<BitSet> broken;
  private final List<Rule> relations;
  private final List<BitSet> apart;

  /**
   * Looks at all rows.
   *
   * @param candidates rows with the training rows' columns
   * @param columnRules one a column
   * @param rules the user's
   * @param relations what was found to hold in the training rows
   * @param where what is asked of single columns besides
   */
  RowReview(
      Table candidates,
      List<ColumnRule> columnRules,
      List<Rule> rules,
      List<Rule> relations,
      Conditions where) {
    this.candidates = candidates;
    this.where = where;
    this.rules = rules;
    this.broken = rules.stream().map(rule -> rule.broken(candidates)).toList();
    this.relations = relations;
    this.apart = relations.stream().map(rule -> rule.broken(candidates)).toList();
    for (int column = 0; column < columnRules.size(); column++) {
      complaints.add(columnRules.get(column).complaints(candidates.cells(column)));
    }
  }

  /**
   * Returns why a row is rejected; empty if it is not.
   *
   * @param index the row's index among the rejected ones, should it be one
   */
  Optional<RowRules.Rejection> rejection(int row, int index) {
    return badCell(row, index)
        .or(() -> otherThanAsked(row, index))
        .or(() -> brokenRule(row, index))
        .or(() -> brokenRelation(row, index));
  }

  private Optional<RowRules.Rejection> badCell(int row, int index) {
    for (int column = 0; column < complaints.size(); column++) {
      Optional<String> complaint = complaints.get(column).get(row);
      if (complaint.isPresent()) {
        String name = candidates.schema().columns().get(column).name();
        return Optional.of(
            rejection(row, index, List.of(name), new BrokenRule.OfTraining(complaint.get())));
      }
    }
    return Optional.empty();
  }

  private Optional<RowRules.Rejection> otherThanAsked(int row, int index) {
    return where.all().stream()
        .filter(asked -> !asked.holds(candidates.cells(asked.column()), row))
        .findFirst()
        .map(
            asked ->
                rejection(row, index, List.of(asked.column()), new BrokenRule.Asked(asked.text())));
  }

  private Optional<RowRules.Rejection> brokenRule(int row, int index) {
    return IntStream.range(0, rules.size())
        .filter(i -> broken.get(i).get(row))
        .mapToObj(rules::get)
        .findFirst()
        .map(rule -> rejection(row, index, rule.columns(), new BrokenRule.OfUser(rule.text())));
  }

  private Optional<RowRules.Rejection> brokenRelation(int row, int index) {
    return IntStream.range(0, relations.size())
        .filter(i -> apart.get(i).get(row))
        .mapToObj(relations::get)
        .findFirst()
        .map(rule -> rejection(row, index, rule.columns(), new BrokenRule.OfRelation(rule.text())));
  }

  private RowRules.Rejection rejection(int row, int index, List<String> names, BrokenRule rule) {
    List<String> values = new ArrayList<>();
    for (String name : names) {
      Column column = candidates.schema().columns().get(candidates.schema().indexOf(name));
      values.add(CellText.of(column, candidates.cells(name), row));
    }
    return new RowRules.Rejection(index, String.join(", ", names), rule, String.join(", ", values));
  }
}
