package dev.synth.internal.classify.neural;

import dev.synth.base.RandomStream;
import dev.synth.internal.classify.feature.Targets;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Batches of a fixed number of rare rows and of others, the rare ones first. Each class is gone
 * through in random order, and again in another one.
 *
 * <p>With soft labels a row belongs to both classes, and each class is drawn from with replacement.
 * A row of target p comes up among the rare ones in proportion to p, and among the others in
 * proportion to 1 − p. The expected loss is then the cross entropy with these targets.
 */
final class ClassBatches {
  private final Rows rare;
  private final Rows others;
  private final int rareRows;
  private final int[] batch;

  /** The rows of one class, in an order of their own. */
  private interface Rows {
    /** Returns the position of the next row. */
    int next();
  }

  /**
   * Batches of rows.
   *
   * @param targets how rare each row is; neither all 0 nor all 1
   * @param size rows a batch
   * @param rareRows how many of them are rare, at most {@code size}
   */
  ClassBatches(Targets targets, int size, int rareRows, RandomStream stream) {
    rare =
        targets.areHard()
            ? new Cycle(rows(targets, 1), stream)
            : new Lots(targets.count(), targets::of, stream);
    others =
        targets.areHard()
            ? new Cycle(rows(targets, 0), stream)
            : new Lots(targets.count(), row -> 1 - targets.of(row), stream);
    this.rareRows = rareRows;
    this.batch = new int[size];
  }

  private static int[] rows(Targets targets, double target) {
    return IntStream.range(0, targets.count()).filter(row -> targets.of(row) == target).toArray();
  }

  /** Returns the positions of the next batch's rows, in an array that is used again. */
  int[] next() {
    for (int i = 0; i < batch.length; i++) {
      batch[i] = (i < rareRows ? rare : others).next();
    }
    return batch;
  }

  /** Rows in random order, over and over. */
  private static final class Cycle implements Rows {
    private final int[] rows;
    private final RandomStream stream;
    private int next;

    Cycle(int[] rows, RandomStream stream) {
      this.rows = rows;
      this.stream = stream;
      this.next = rows.length;
    }

    @Override
    public int next() {
      if (next == rows.length) {
        stream.shuffle(rows);
        next = 0;
      }
      return rows[next++];
    }
  }

  /** Rows with replacement, each in proportion to its weight. */
  private static final class Lots implements Rows {
    private final double[] upTo;
    private final RandomStream stream;

    Lots(int rows, IntToDoubleFunction weights, RandomStream stream) {
      this.stream = stream;
      upTo = new double[rows];
      double sum = 0;
      for (int row = 0; row < rows; row++) {
        sum += weights.applyAsDouble(row);
        upTo[row] = sum;
      }
    }

    @Override
    public int next() {
      double lot = stream.nextDouble() * upTo[upTo.length - 1];
      int found = Arrays.binarySearch(upTo, lot);
      int row = found >= 0 ? found + 1 : -found - 1; // a row's lots end before its sum
      return Math.min(row, upTo.length - 1);
    }
  }
}
