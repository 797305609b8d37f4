package dev.synth.internal.generate.training;

import dev.synth.base.RandomStream;

/**
 * Batches of which half are rare rows and half others, however many there are of each: either half
 * goes through its rows in random order, again and again.
 */
final class BalancedBatches implements BatchSource {
  private final EndlessRows rare;
  private final EndlessRows others;
  private final int[] batch;

  /**
   * Batches of rows of which the rare ones come first.
   *
   * @param rare how many rare rows there are, at least 1
   * @param others how many others stand behind them, at least 1
   * @param size rows a batch, at least 2
   */
  BalancedBatches(int rare, int others, int size, RandomStream stream) {
    this.rare = new EndlessRows(0, stream.permutation(rare), stream);
    this.others = new EndlessRows(rare, stream.permutation(others), stream);
    batch = new int[size];
  }

  @Override
  public int size() {
    return batch.length;
  }

  @Override
  public int[] next() {
    for (int i = 0; i < batch.length; i++) {
      batch[i] = (i < batch.length / 2 ? rare : others).next();
    }
    return batch;
  }

  /** One class's rows, without end. */
  private static final class EndlessRows {
    private final int first;
    private final int[] order;
    private final RandomStream stream;
    private int next;

    EndlessRows(int first, int[] order, RandomStream stream) {
      this.first = first;
      this.order = order;
      this.stream = stream;
    }

    int next() {
      if (next == order.length) {
        stream.shuffle(order);
        next = 0;
      }
      return first + order[next++];
    }
  }
}
