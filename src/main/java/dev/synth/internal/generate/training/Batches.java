package dev.synth.internal.generate.training;

import dev.synth.base.RandomStream;

/**
 * The rows that each training step sees: all rows in random order, dealt out in batches of one
 * size, shuffled anew where fewer are left than a batch takes.
 */
public final class Batches implements BatchSource {
  private final RandomStream stream;
  private final int[] order;
  private final int[] batch;
  private int next;

  /**
   * Batches of some rows.
   *
   * @param rows how many rows there are, at least 1
   * @param size rows a batch at most, at least 1
   */
  public Batches(int rows, int size, RandomStream stream) {
    this.stream = stream;
    order = stream.permutation(rows);
    batch = new int[Math.min(size, rows)];
  }

  @Override
  public int size() {
    return batch.length;
  }

  @Override
  public int[] next() {
    if (order.length - next < batch.length) {
      stream.shuffle(order);
      next = 0;
    }
    System.arraycopy(order, next, batch, 0, batch.length);
    next += batch.length;
    return batch;
  }
}
