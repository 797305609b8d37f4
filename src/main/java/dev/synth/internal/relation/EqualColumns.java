package dev.synth.internal.relation;

import dev.synth.internal.relation.number.Clocks;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Finds columns that are equal in all rows in which both are there. */
final class EqualColumns {
  private EqualColumns() {}

  static void find(Search search) {
    List<ColumnFacts> columns = search.free(column -> true);
    for (int i = 0; i < columns.size(); i++) {
      for (int j = i + 1; j < columns.size(); j++) {
        ColumnFacts a = columns.get(i);
        ColumnFacts b = columns.get(j);
        boolean isOpen = !search.targets.get(a.index) && !search.targets.get(b.index);
        if (isOpen && a.kind == b.kind && a.distinct.length > 1) {
          compare(search, a, b);
        }
      }
    }
  }

  private static void compare(Search search, ColumnFacts a, ColumnFacts b) {
    double[] second = a.kind == ColumnFacts.Kind.LEVEL ? translated(search, a, b) : b.values;
    for (int row = 0; row < a.values.length; row++) {
      if (differ(a.values[row], second[row])) {
        return;
      }
    }
    if (a.kind == ColumnFacts.Kind.TIME && !holdsInUtc(search, a, b)) {
      return; // rules compare points in time
    }
    Evidence evidence = search.evidence;
    if (evidence.isEnough(a, b)
        && evidence.wouldBreak(
            row ->
                differ(
                    a.values[evidence.shuffled(a.index, row)],
                    second[evidence.shuffled(b.index, row)]))) {
      boolean isFirst = a.missing.cardinality() <= b.missing.cardinality();
      String rule = search.text.name(a.index) + " == " + search.text.name(b.index);
      search.add(
          new Relation.Equal(rule, isFirst ? a.index : b.index, isFirst ? b.index : a.index));
    }
  }

  private static boolean holdsInUtc(Search search, ColumnFacts a, ColumnFacts b) {
    if (Clocks.areOne(search.grid.schema(), a.index, b.index)) {
      return true;
    }
    double[] first = search.grid.utc(a.index);
    double[] second = search.grid.utc(b.index);
    return IntStream.range(0, first.length).noneMatch(row -> differ(first[row], second[row]));
  }

  private static boolean differ(double a, double b) {
    return a != b && !Double.isNaN(a) && !Double.isNaN(b);
  }

  /** The second column's levels as places in the first one's list; −1 for others. */
  private static double[] translated(Search search, ColumnFacts a, ColumnFacts b) {
    List<String> known = search.grid.levels(a.index);
    if (known.equals(search.grid.levels(b.index))) {
      return b.values;
    }
    double[] places = search.grid.levels(b.index).stream().mapToDouble(known::indexOf).toArray();
    return Arrays.stream(b.values)
        .map(code -> Double.isNaN(code) ? code : places[(int) code])
        .toArray();
  }
}
