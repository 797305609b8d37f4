package dev.synth.internal.relation;

import dev.synth.internal.base.PlainText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds columns that are missing together, and columns that are missing wherever another is. */
final class MissingCells {
  /** The most columns among which pairs are looked at. */
  private static final int MOST_COLUMNS = 200;

  private final Search search;

  private MissingCells(Search search) {
    this.search = search;
  }

  static void find(Search search) {
    new MissingCells(search).find();
  }

  private void find() {
    BitSet all = new BitSet();
    all.set(0, search.grid.rowCount());
    if (!search.evidence.isEnough(all)) {
      return;
    }
    BitSet computed = new BitSet();
    search.found().stream()
        .filter(Relation.Derived.class::isInstance)
        .map(Relation.Derived.class::cast)
        .filter(search::isComplete)
        .forEach(derived -> computed.set(derived.target()));
    Map<BitSet, List<ColumnFacts>> groups = new LinkedHashMap<>();
    for (ColumnFacts column : search.facts) {
      if (!column.missing.isEmpty() && column.present() > 0 && !computed.get(column.index)) {
        groups.computeIfAbsent(column.missing, key -> new ArrayList<>()).add(column);
      }
    }
    groups.values().forEach(this::together);
    within(groups.values().stream().map(List::getFirst).toList());
  }

  private void together(List<ColumnFacts> group) {
    if (group.size() > 1 && wouldBreak(group.get(0), group.get(1), false)) {
      String names =
          group.stream()
              .map(each -> search.text.name(each.index))
              .collect(Collectors.joining(", "));
      search.add(
          new Relation.Together(
              PlainText.of("missing together (%s)", names),
              group.stream().map(each -> each.index).toList()));
    }
  }

  private void within(List<ColumnFacts> columns) {
    List<ColumnFacts> some = columns;
    if (columns.size() > MOST_COLUMNS) {
      some = columns.subList(0, MOST_COLUMNS);
      search.unsearched(RelationFacts.Topic.MISSING_TOGETHER, MOST_COLUMNS, columns.size());
    }
    for (ColumnFacts inner : some) {
      for (ColumnFacts outer : some) {
        if (inner != outer
            && isWithin(inner, outer)
            && isDirect(inner, outer, some)
            && wouldBreak(inner, outer, true)) {
          search.add(
              new Relation.MissingWith(
                  PlainText.of(
                      "%s is not missing or %s is missing",
                      search.text.name(inner.index), search.text.name(outer.index)),
                  inner.index,
                  outer.index));
        }
      }
    }
  }

  private static boolean isWithin(ColumnFacts inner, ColumnFacts outer) {
    BitSet rest = (BitSet) inner.missing.clone();
    rest.andNot(outer.missing);
    return rest.isEmpty() && !inner.missing.equals(outer.missing);
  }

  /** Returns whether no third column lies between the two. */
  private static boolean isDirect(ColumnFacts inner, ColumnFacts outer, List<ColumnFacts> all) {
    return all.stream()
        .noneMatch(
            each ->
                each != inner && each != outer && isWithin(inner, each) && isWithin(each, outer));
  }

  private boolean wouldBreak(ColumnFacts a, ColumnFacts b, boolean oneWay) {
    Evidence evidence = search.evidence;
    return evidence.wouldBreak(
        row -> {
          boolean first = a.missing.get(evidence.shuffled(a.index, row));
          boolean second = b.missing.get(evidence.shuffled(b.index, row));
          return oneWay ? first && !second : first != second;
        });
  }
}
