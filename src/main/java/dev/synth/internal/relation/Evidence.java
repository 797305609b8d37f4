package dev.synth.internal.relation;

import dev.synth.base.Seeds;
import java.util.BitSet;

/**
 * The evidence of training rows for a relation: that none of many rows breaks it, and that many
 * would if a column were shuffled.
 */
final class Evidence {
  private static final int LEAST_BROKEN = 20;

  /** The most shuffled rows that are looked at. */
  private static final int MOST_SHUFFLED = 20_000;

  /** Strides between columns that are shuffled by one permutation; coprime to no small number. */
  private static final int STRIDE = 7_919;

  private final int rows;
  private final BitSet rare;
  private final int leastRows;
  private final int leastRare;
  private final int[] order;

  /**
   * Evidence of rows.
   *
   * @param leastRows in how many rows at least all columns of a relation must be there
   * @param leastRare how many of these must be rare
   */
  Evidence(int rows, BitSet rare, int leastRows, int leastRare) {
    this.rows = rows;
    this.rare = rare;
    this.leastRows = leastRows;
    this.leastRare = leastRare;
    this.order = new Seeds(0).below("relations").stream("shuffle").permutation(rows);
  }

  int rows() {
    return rows;
  }

  /** Returns how many shuffled rows there are. */
  int shuffledRows() {
    return Math.min(rows, MOST_SHUFFLED);
  }

  /** Returns which row's cell stands in a row once a column is shuffled. */
  int shuffled(int column, int row) {
    return order[(int) ((row + (long) STRIDE * column) % rows)];
  }

  /** Returns whether there are enough rows in which none of the columns is missing. */
  boolean isEnough(ColumnFacts... columns) {
    BitSet complete = new BitSet();
    complete.set(0, rows);
    for (ColumnFacts column : columns) {
      complete.andNot(column.missing);
    }
    return isEnough(complete);
  }

  /** Returns whether a number of rows is enough. */
  boolean isEnough(BitSet complete) {
    if (complete.cardinality() < leastRows) {
      return false;
    }
    BitSet ofRare = (BitSet) complete.clone();
    ofRare.and(rare);
    return ofRare.cardinality() >= leastRare;
  }

  /** A test of whether a row breaks a relation. */
  @FunctionalInterface
  interface Broken {
    boolean at(int row);
  }

  /** Returns whether shuffling would break enough rows. */
  boolean wouldBreak(Broken shuffled) {
    int broken = 0;
    for (int row = 0; row < shuffledRows(); row++) {
      if (shuffled.at(row) && ++broken >= LEAST_BROKEN) {
        return true;
      }
    }
    return false;
  }
}
