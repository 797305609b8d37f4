package dev.synth.internal.relation;

import dev.synth.internal.relation.number.NumberTable;
import dev.synth.table.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A search for relations in some rows, and what it found so far. */
final class Search {
  final NumberTable grid;
  final Evidence evidence;
  final RuleText text;
  final List<ColumnFacts> facts = new ArrayList<>();

  /** Columns that a relation computes; no further one computes them. */
  final BitSet targets = new BitSet();

  /** Columns that are equal to another one, which stands for them. */
  private final BitSet copies = new BitSet();

  private final Set<String> ignored;
  private final List<Relation> found = new ArrayList<>();
  private final List<RelationFacts.Unsearched> unsearched = new ArrayList<>();

  Search(NumberTable grid, Evidence evidence, Set<String> ignored) {
    this.grid = grid;
    this.evidence = evidence;
    this.text = new RuleText(grid);
    this.ignored = ignored;
    for (int column = 0; column < grid.width(); column++) {
      facts.add(ColumnFacts.of(grid, column));
    }
  }

  /** Looks for everything; what follows from what was found before is left out. */
  static Search run(NumberTable grid, Evidence evidence, Set<String> ignored) {
    Search search = new Search(grid, evidence, ignored);
    EqualColumns.find(search);
    TimePartColumns.find(search);
    TimeSpans.find(search);
    new FormulaSearch(search).find();
    FollowingColumns.find(search);
    Seasons.find(search);
    MissingCells.find(search);
    FixedCells.find(search);
    StepColumns.find(search);
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
            Arrays.stream(column.distinct).boxed().toList()));
  }

  /** Adds a relation, unless the user ignores it. */
  boolean add(Relation relation) {
    if (ignored.contains(RuleText.canonical(relation.rule()))) {
      return false;
    }
    found.add(relation);
    if (relation instanceof Relation.Derived derived) {
      targets.set(derived.target());
      if (derived instanceof Relation.Equal) {
        copies.set(derived.target());
      }
    }
    return true;
  }

  /** Returns whether a column may be computed from others, without ending in a circle. */
  boolean mayCompute(int target, Iterable<Integer> sources) {
    if (targets.get(target)) {
      return false;
    }
    for (int source : sources) {
      if (dependsOn(source, target)) {
        return false;
      }
    }
    return true;
  }

  private boolean dependsOn(int column, int other) {
    return column == other
        || (targets.get(column)
            && found.stream()
                .anyMatch(
                    each ->
                        each instanceof Relation.Derived derived
                            && derived.target() == column
                            && derived.sources().stream().anyMatch(it -> dependsOn(it, other))));
  }

  /** Returns what a column holds. */
  ColumnType type(int column) {
    return grid.schema().columns().get(column).type();
  }

  /** Returns whether a column may be part of a further relation. */
  boolean isOpen(int column) {
    return !copies.get(column);
  }

  /** Returns the columns that vary, are no copies, and satisfy a condition. */
  List<ColumnFacts> open(Predicate<ColumnFacts> condition) {
    return facts.stream()
        .filter(column -> column.varies() && isOpen(column.index))
        .filter(condition)
        .toList();
  }

  /** Takes down that only the first columns of several are looked at. */
  void unsearched(RelationFacts.Topic topic, int among, int of) {
    unsearched.add(new RelationFacts.Unsearched(topic, among, of));
  }

  List<Relation> found() {
    return List.copyOf(found);
  }

  List<RelationFacts.Unsearched> unsearched() {
    return List.copyOf(unsearched);
  }

  /** Returns relations that compute columns, each behind those that its sources need. */
  static List<Relation.Derived> inOrder(List<Relation> relations) {
    List<Relation.Derived> left =
        new ArrayList<>(
            relations.stream()
                .filter(Relation.Derived.class::isInstance)
                .map(Relation.Derived.class::cast)
                .toList());
    List<Relation.Derived> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      Set<Integer> waiting =
          left.stream().map(Relation.Derived::target).collect(Collectors.toSet());
      Relation.Derived next =
          left.stream()
              .filter(each -> each.sources().stream().noneMatch(waiting::contains))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("columns follow from each other"));
      ordered.add(next);
      left.remove(next);
    }
    return ordered;
  }

  /** Returns the columns that vary, are not computed, and satisfy a condition. */
  List<ColumnFacts> free(Predicate<ColumnFacts> condition) {
    return facts.stream()
        .filter(column -> column.varies() && !targets.get(column.index))
        .filter(condition)
        .toList();
  }

  /** Returns rows in which each column is shuffled by itself, and computed ones computed anew. */
  NumberTable shuffled() {
    NumberTable rows = grid.blank(evidence.shuffledRows());
    for (int column = 0; column < rows.width(); column++) {
      for (int row = 0; row < rows.rowCount(); row++) {
        rows.set(column, row, grid.get(column, evidence.shuffled(column, row)));
      }
    }
    for (Relation.Derived derived : inOrder(found)) {
      for (int row = 0; row < rows.rowCount(); row++) {
        rows.set(derived.target(), row, derived.compute(rows, row));
      }
    }
    return rows;
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
