package dev.synth.internal.validate.metric;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The number of rows in each cell of the table of two columns. */
public final class CellCounts {
  /** The number of cells up to which a table is an array; larger ones are mostly empty. */
  private static final int DENSE = 4_096;

  private final long[] dense;
  private final Map<Long, Long> sparse = new TreeMap<>();

  /**
   * An empty table.
   *
   * @param cells how many cells there can be
   */
  CellCounts(long cells) {
    dense = new long[cells <= DENSE ? (int) cells : 0];
  }

  void add(long cell, long rows) {
    if (dense.length > 0) {
      dense[(int) cell] += rows;
    } else {
      sparse.merge(cell, rows, Long::sum);
    }
  }

  /** Returns how many rows each cell has. */
  long[] all(int cells) {
    long[] counts = Arrays.copyOf(dense, cells);
    sparse.forEach((cell, rows) -> counts[cell.intValue()] = rows);
    return counts;
  }

  /** Returns the counts of two tables over the same cells; some may be 0 on both sides. */
  public static long[][] together(CellCounts first, CellCounts second) {
    if (first.dense.length > 0) {
      return new long[][] {first.dense.clone(), second.dense.clone()};
    }
    Map<Long, long[]> both = new TreeMap<>();
    first.sparse.forEach((cell, rows) -> both.put(cell, new long[] {rows, 0}));
    second.sparse.forEach((cell, rows) -> both.computeIfAbsent(cell, key -> new long[2])[1] = rows);
    long[][] counts = new long[2][both.size()];
    int i = 0;
    for (long[] rows : both.values()) {
      counts[0][i] = rows[0];
      counts[1][i++] = rows[1];
    }
    return counts;
  }

  /** Returns the counts as words. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int cell = 0; cell < dense.length; cell++) {
      if (dense[cell] > 0) {
        text.append(cell).append(' ').append(dense[cell]).append(' ');
      }
    }
    sparse.forEach((cell, rows) -> text.append(cell).append(' ').append(rows).append(' '));
    return text.toString().strip();
  }

  /** Adds counts that {@link #text} wrote. */
  void add(String[] words) {
    for (int i = 0; i + 1 < words.length; i += 2) {
      add(Long.parseLong(words[i]), Long.parseLong(words[i + 1]));
    }
  }
}
