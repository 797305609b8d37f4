package dev.synth.benchmarks.uplift;

import dev.synth.table.LabelledTable;
import java.util.OptionalInt;

/**
 * The number of rare rows for training and validation: a number, or {@code all}.
 *
 * @param text the size in results
 */
record CellSize(String text) {
  /**
   * Half the rare rows, since the test needs some too; more are no longer rare among the others.
   */
  private static final String ALL = "all";

  private static final int MOST = 250;
  private static final int LARGEST_NUMBER = 64;
  private static final int FEWEST_TEST_ROWS = 10;

  /** Returns how many rare rows of a table these are; empty where the table has too few. */
  OptionalInt of(LabelledTable rows) {
    if (text.equals(ALL)) {
      int half = Math.min(MOST, rows.rareCount() / 2);
      return half > LARGEST_NUMBER ? OptionalInt.of(half) : OptionalInt.empty();
    }
    int rare = Integer.parseInt(text);
    return rows.rareCount() - rare >= FEWEST_TEST_ROWS ? OptionalInt.of(rare) : OptionalInt.empty();
  }
}
