package dev.synth.split;

import dev.synth.table.Cells;
import dev.synth.table.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

  /**
   * Components of rows that no random cut may part.
   *
   * @param features what is modelled; equal rows stay together, unless they are its nature
   * @param equal which of them are equal
   * @param groups the cells whose equal values stay together, or null
   */
  static Components together(Table features, EqualRows equal, @Nullable Cells groups) {
    Components components = new Components(features.rowCount());
    if (!EqualRows.areTheNatureOf(features)) {
      components.joinEqual(equal);
    }
    if (groups != null) {
      components.joinGroups(groups);
    }
    return components;
  }

  /** Returns each row's component. */
  int[] all() {
    return IntStream.range(0, parents.length).map(this::of).toArray();
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
  private void joinEqual(EqualRows equal) {
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
