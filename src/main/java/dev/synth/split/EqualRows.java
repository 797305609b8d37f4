package dev.synth.split;

import dev.synth.table.Cells;
import dev.synth.table.Table;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The groups of equal rows of a table, cell by cell; missing equals missing. */
public final class EqualRows {
  /** A column of no more distinct values than this counts as discrete. */
  private static final int FEW_VALUES = 20;

  private static final long MISSING = 0x6d697373696e67L;
  private static final long FACTOR = 0x9e3779b97f4a7c15L;

  private final Table table;
  private final int[] firsts;

  private EqualRows(Table table, int[] firsts) {
    this.table = table;
    this.firsts = firsts;
  }

  /** Finds the equal rows of a table. */
  public static EqualRows of(Table table) {
    EqualRows rows = new EqualRows(table, new int[table.rowCount()]);
    rows.find(rows.hashes());
    return rows;
  }

  /** Returns the first row that equals this one: itself, if none before it does. */
  public int first(int row) {
    return firsts[row];
  }

  /** Returns how many rows equal an earlier one. */
  public int copies() {
    int copies = 0;
    for (int row = 0; row < firsts.length; row++) {
      copies += firsts[row] == row ? 0 : 1;
    }
    return copies;
  }

  /** Returns whether each column is categorical or has 20 distinct values at most. */
  public static boolean areTheNatureOf(Table table) {
    for (int column = 0; column < table.schema().columns().size(); column++) {
      Cells cells = table.cells(column);
      if (!(cells instanceof Cells.Levels) && !hasFewValues(cells)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasFewValues(Cells cells) {
    Set<Long> values = new HashSet<>();
    for (int row = 0; row < cells.size() && values.size() <= FEW_VALUES; row++) {
      if (!cells.isMissing(row)) {
        values.add(bits(cells, row));
      }
    }
    return values.size() <= FEW_VALUES;
  }

  private long[] hashes() {
    long[] hashes = new long[table.rowCount()];
    for (int column = 0; column < table.schema().columns().size(); column++) {
      Cells cells = table.cells(column);
      for (int row = 0; row < hashes.length; row++) {
        hashes[row] = mixed(hashes[row], cells.isMissing(row) ? MISSING : bits(cells, row));
      }
    }
    return hashes;
  }

  /** Returns a hash of a row's cells that is the same wherever in the table it stands. */
  long content(int row) {
    long hash = 0;
    for (int column = 0; column < table.schema().columns().size(); column++) {
      Cells cells = table.cells(column);
      hash = mixed(hash, cells.isMissing(row) ? MISSING : bits(cells, row));
    }
    return hash;
  }

  static long mixed(long hash, long bits) {
    long mixed = (hash ^ bits) * FACTOR;
    return mixed ^ (mixed >>> 29);
  }

  /** The number, level or instant as bits that are equal where the cells are. */
  private static long bits(Cells cells, int row) {
    return switch (cells) {
      case Cells.Numbers numbers -> Double.doubleToLongBits(numbers.value(row) + 0.0);
      case Cells.Levels levels -> levels.code(row);
      case Cells.Instants instants -> instants.value(row);
      case Cells.Texts texts -> texts.value(row).hashCode();
    };
  }

  /** Fills {@link #firsts} by open addressing: a slot holds a row + 1, or 0 while it is free. */
  private void find(long[] hashes) {
    int[] slots = new int[Integer.highestOneBit(Math.max(1, hashes.length)) * 4];
    Arrays.fill(firsts, -1);
    for (int row = 0; row < hashes.length; row++) {
      int slot = (int) (hashes[row] >>> 16) & (slots.length - 1);
      while (slots[slot] != 0 && !isSame(hashes, slots[slot] - 1, row)) {
        slot = (slot + 1) & (slots.length - 1);
      }
      if (slots[slot] == 0) {
        slots[slot] = row + 1;
      }
      firsts[row] = slots[slot] - 1;
    }
  }

  private boolean isSame(long[] hashes, int one, int other) {
    if (hashes[one] != hashes[other]) {
      return false;
    }
    for (int column = 0; column < table.schema().columns().size(); column++) {
      if (!isSame(table.cells(column), one, other)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(Cells cells, int one, int other) {
    if (cells.isMissing(one) || cells.isMissing(other)) {
      return cells.isMissing(one) && cells.isMissing(other);
    }
    return cells instanceof Cells.Texts texts
        ? texts.value(one).equals(texts.value(other))
        : bits(cells, one) == bits(cells, other);
  }
}
