package dev.synth.internal.classify.neural;

import dev.synth.base.RandomStream;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Batches of a fixed number of rare rows and of others, the rare ones first. Each class is gone
 * through in random order, and again in another one.
 */
final class ClassBatches {
  private final Cycle rare;
  private final Cycle others;
  private final int rareRows;
  private final int[] batch;

  /**
   * Batches of rows.
   *
   * @param rows how many there are
   * @param rareOnes which of them are rare, at least one and not all
   * @param size rows a batch
   * @param rareRows how many of them are rare, at most {@code size}
   */
  ClassBatches(int rows, BitSet rareOnes, int size, int rareRows, RandomStream stream) {
    rare = new Cycle(rareOnes.stream().toArray(), stream);
    others = new Cycle(IntStream.range(0, rows).filter(r -> !rareOnes.get(r)).toArray(), stream);
    this.rareRows = rareRows;
    this.batch = new int[size];
  }

  /** Returns the positions of the next batch's rows, in an array that is used again. */
  int[] next() {
    for (int i = 0; i < batch.length; i++) {
      batch[i] = (i < rareRows ? rare : others).next();
    }
    return batch;
  }

  /** Rows in random order, over and over. */
  private static final class Cycle {
    private final int[] rows;
    private final RandomStream stream;
    private int next;

    Cycle(int[] rows, RandomStream stream) {
      this.rows = rows;
      this.stream = stream;
      this.next = rows.length;
    }

    int next() {
      if (next == rows.length) {
        stream.shuffle(rows);
        next = 0;
      }
      return rows[next++];
    }
  }
}
