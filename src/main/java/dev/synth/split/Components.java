package dev.synth.split;

import dev.synth.table.Cells;
import java.util.HashMap;
import java.util.Map;

/** Rows that must stay together, by union-find: each component is named by its first row. */
final class Components {
  private final int[] parents;

  /** Components of one row each. */
  Components(int rows) {
    parents = new int[rows];
    for (int row = 0; row < rows; row++) {
      parents[row] = row;
    }
  }

  /** Returns the component that a row belongs to. */
  int of(int row) {
    int root = row;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  /** Makes two rows, and all that is with them, stay together. */
  void join(int one, int other) {
    int first = of(one);
    int second = of(other);
    parents[Math.max(first, second)] = Math.min(first, second);
  }

  /** Keeps equal rows together. */
  void joinEqual(EqualRows equal) {
    for (int row = 0; row < parents.length; row++) {
      join(row, equal.first(row));
    }
  }

  /** Keeps rows with equal cells together; a row whose cell is missing belongs to nobody. */
  void joinGroups(Cells groups) {
    Map<Object, Integer> firstOfGroup = new HashMap<>();
    for (int row = 0; row < parents.length; row++) {
      if (!groups.isMissing(row)) {
        Integer first = firstOfGroup.putIfAbsent(key(groups, row), row);
        if (first != null) {
          join(row, first);
        }
      }
    }
  }

  private static Object key(Cells groups, int row) {
    return switch (groups) {
      case Cells.Numbers numbers -> numbers.value(row) + 0.0;
      case Cells.Levels levels -> levels.code(row);
      case Cells.Instants instants -> instants.value(row);
      case Cells.Texts texts -> texts.value(row);
    };
  }
}
