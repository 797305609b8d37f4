package dev.synth.internal.demo;

import dev.synth.base.Seeds;
import dev.synth.table.LabelledTable;
import java.util.stream.IntStream;

/**
 * Simulated transactions of which most normal ones are left out, so that they have as many frauds
 * as a larger table and are as quick to learn from as a small one.
 */
public final class ThinnedDemo {
  private ThinnedDemo() {}

  /** Returns all frauds among so many transactions, and every {@code step}th of the others. */
  public static LabelledTable labelled(long seed, int transactions, int step) {
    LabelledTable all = TransactionSimulator.labelled(new Seeds(seed), transactions);
    return all.rows(
        IntStream.range(0, transactions)
            .filter(row -> all.isRare(row) || row % step == 0)
            .toArray());
  }
}
