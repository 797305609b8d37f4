package dev.synth.internal.validate.metric;

import java.util.BitSet;

/**
 * A relation of the training rows, and which rows of a sample break it.
 *
 * @param rule the relation as a row rule says it
 * @param column the column of codes that it is of, or the empty text where it is another relation
 * @param broken the rows that break it
 */
public record BrokenRelation(String rule, String column, BitSet broken) {
  public BrokenRelation {
    broken = (BitSet) broken.clone();
  }

  /** Returns a copy of the set of rows that break the relation. */
  @Override
  public BitSet broken() {
    return (BitSet) broken.clone();
  }

  /** Returns whether it says that a column of codes has known values. */
  public boolean isOfCodes() {
    return !column.isEmpty();
  }

  /** Returns the same of some rows. */
  BrokenRelation rows(int[] rows) {
    BitSet picked = new BitSet();
    for (int i = 0; i < rows.length; i++) {
      picked.set(i, broken.get(rows[i]));
    }
    return new BrokenRelation(rule, column, picked);
  }
}
