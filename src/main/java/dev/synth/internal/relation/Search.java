package dev.synth.internal.relation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A search for relations in some rows, and what it found so far. */
final class Search {
  final Grid grid;
  final Evidence evidence;
  final RuleText text;
  final List<ColumnFacts> facts = new ArrayList<>();

  /** Columns that a relation computes; they are no part of a further one. */
  final BitSet targets = new BitSet();

  private final Set<String> ignored;
  private final List<Relation> found = new ArrayList<>();
  private final List<String> unsearched = new ArrayList<>();

  Search(Grid grid, Evidence evidence, Set<String> ignored) {
    this.grid = grid;
    this.evidence = evidence;
    this.text = new RuleText(grid);
    this.ignored = ignored;
    for (int column = 0; column < grid.width(); column++) {
      facts.add(ColumnFacts.of(grid, column));
    }
  }

  /** Looks for everything; what follows from what was found before is left out. */
  static Search run(Grid grid, Evidence evidence, Set<String> ignored) {
    Search search = new Search(grid, evidence, ignored);
    EqualColumns.find(search);
    new FormulaSearch(search).find();
    FollowingColumns.find(search);
    MissingCells.find(search);
    FixedCells.find(search);
    Orders.find(search);
    search.facts.stream()
        .filter(column -> column.holdsCodes() && !search.targets.get(column.index))
        .filter(search.evidence::isEnough)
        .forEach(search::addCodes);
    return search;
  }

  private void addCodes(ColumnFacts column) {
    add(
        new Relation.Codes(
            text.name(column.index) + " is known",
            column.index,
            java.util.Arrays.stream(column.distinct).boxed().toList()));
  }

  /** Adds a relation, unless the user ignores it. */
  boolean add(Relation relation) {
    if (ignored.contains(RuleText.canonical(relation.rule()))) {
      return false;
    }
    found.add(relation);
    if (relation instanceof Relation.Derived derived) {
      targets.set(derived.target());
    }
    return true;
  }

  void unsearched(String what) {
    unsearched.add(what);
  }

  List<Relation> found() {
    return List.copyOf(found);
  }

  List<String> unsearched() {
    return List.copyOf(unsearched);
  }

  /** Returns the columns that vary, are not computed, and satisfy a condition. */
  List<ColumnFacts> free(Predicate<ColumnFacts> condition) {
    return facts.stream()
        .filter(column -> column.varies() && !targets.get(column.index))
        .filter(condition)
        .toList();
  }

  /**
   * Returns whether a computed column's cells, and its missing cells too, are what the relation
   * says in every row, so that nothing is lost where a generator does not see it.
   */
  boolean isComplete(Relation.Derived derived) {
    for (int row = 0; row < grid.rowCount(); row++) {
      boolean isMissing = grid.isMissing(derived.target(), row);
      if (Double.isNaN(derived.compute(grid, row)) != isMissing) {
        return false;
      }
    }
    return true;
  }
}
