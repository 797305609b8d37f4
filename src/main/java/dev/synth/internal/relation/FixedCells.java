package dev.synth.internal.relation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds columns that are constant, or missing, wherever another column has a value. */
final class FixedCells {
  /** Columns of more values are no columns of levels. */
  private static final int MOST_LEVELS = 50;

  private final Search search;
  private final BitSet following = new BitSet();

  private FixedCells(Search search) {
    this.search = search;
  }

  static void find(Search search) {
    new FixedCells(search).find();
  }

  private record Pair(int source, double level, int target) {}

  private record Key(int target, double value) {}

  private void find() {
    for (Relation relation : search.found()) {
      if (relation instanceof Relation.Together together) {
        together.columns().stream().skip(1).forEach(following::set);
      }
    }
    List<ColumnFacts> targets = search.free(column -> true);
    List<Pair> known = new ArrayList<>();
    for (ColumnFacts source :
        search.open(
            column ->
                (column.kind == ColumnFacts.Kind.LEVEL || column.isWhole())
                    && column.distinct.length <= MOST_LEVELS
                    && column.repeats())) {
      Map<Key, List<Double>> found = new LinkedHashMap<>();
      for (double level : source.distinct) {
        BitSet rows = rows(source, level);
        if (search.evidence.isEnough(rows)) {
          for (ColumnFacts target : targets) {
            Pair pair = new Pair(source.index, level, target.index);
            if (target != source && isFixed(target, rows) && !isMirrored(pair, known)) {
              double value = target.values[rows.nextSetBit(0)];
              known.add(pair);
              found
                  .computeIfAbsent(new Key(target.index, value), k -> new ArrayList<>())
                  .add(level);
            }
          }
        }
      }
      found.forEach((key, levels) -> add(source, levels, key));
    }
  }

  private static BitSet rows(ColumnFacts source, double level) {
    BitSet rows = new BitSet();
    for (int row = 0; row < source.values.length; row++) {
      rows.set(row, source.values[row] == level);
    }
    return rows;
  }

  private boolean isFixed(ColumnFacts target, BitSet rows) {
    double value = target.values[rows.nextSetBit(0)];
    if (Double.isNaN(value) && following.get(target.index)) {
      return false;
    }
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      if (Double.compare(target.values[row], value) != 0) {
        return false;
      }
    }
    Evidence evidence = search.evidence;
    return evidence.wouldBreak(
        row ->
            rows.get(row)
                && Double.compare(target.values[evidence.shuffled(target.index, row)], value) != 0);
  }

  /**
   * Of two columns with two values each, that one is fixed by the other's first value says the same
   * as that the other is fixed by the one's second.
   */
  private boolean isMirrored(Pair pair, List<Pair> known) {
    ColumnFacts source = search.facts.get(pair.source());
    ColumnFacts target = search.facts.get(pair.target());
    return source.distinct.length == 2
        && target.distinct.length == 2
        && known.stream()
            .anyMatch(each -> each.source() == pair.target() && each.target() == pair.source());
  }

  private void add(ColumnFacts source, List<Double> levels, Key key) {
    String rule =
        search.text.unless(source.index, levels, search.text.is(key.target(), key.value()));
    search.add(new Relation.Fixed(rule, source.index, levels, key.target(), key.value()));
  }
}
