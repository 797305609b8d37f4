package dev.synth.internal.stats.rows;

import dev.synth.internal.base.PlainText;
import java.util.BitSet;

/**
 * The rows of one test part: their classes, and which of them were drawn together.
 *
 * <p>Rows of one unit, a group or equal rows, are one draw from the population. A unit has the same
 * number in all test parts that hold it.
 */
public final class TestRows {
  private final int[] unitOf;
  private final BitSet rare;

  /**
   * Describes a test part.
   *
   * @param unitOf each row's unit, 0 or more
   * @param rare which rows are rare, at least one and not all
   * @throws IllegalArgumentException if a class has no row, or a unit's number is negative
   */
  public TestRows(int[] unitOf, BitSet rare) {
    int rareCount = rare.cardinality();
    if (rareCount == 0 || rareCount >= unitOf.length || rare.length() > unitOf.length) {
      throw new IllegalArgumentException(
          PlainText.of("%d of %d test rows are rare", rareCount, unitOf.length));
    }
    for (int unit : unitOf) {
      if (unit < 0) {
        throw new IllegalArgumentException("a unit's number is " + unit);
      }
    }
    this.unitOf = unitOf.clone();
    this.rare = (BitSet) rare.clone();
  }

  /** Returns the number of rows. */
  public int size() {
    return unitOf.length;
  }

  /** Returns a row's unit. */
  public int unit(int row) {
    return unitOf[row];
  }

  /** Returns whether a row is rare. */
  public boolean isRare(int row) {
    return rare.get(row);
  }

  /** Returns the number of rare rows, at least 1. */
  public int rareCount() {
    return rare.cardinality();
  }

  /** Returns the highest unit's number. */
  public int lastUnit() {
    int last = 0;
    for (int unit : unitOf) {
      last = Math.max(last, unit);
    }
    return last;
  }

  /** Returns the number of units with rows of a class. */
  int unitsWith(boolean ofRare) {
    BitSet units = new BitSet();
    for (int row = 0; row < unitOf.length; row++) {
      if (rare.get(row) == ofRare) {
        units.set(unitOf[row]);
      }
    }
    return units.cardinality();
  }
}
