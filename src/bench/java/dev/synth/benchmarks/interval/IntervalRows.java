package dev.synth.benchmarks.interval;

import dev.synth.base.RandomStream;
import java.util.Arrays;

/**
 * Rows of one draw from a population, the rare ones first.
 *
 * @param cells rows by columns
 * @param rare how many are rare
 * @param unitOf which rows were drawn together
 */
@SuppressWarnings("ArrayRecordComponent") // shared inside the benchmark, never compared
record IntervalRows(double[][] cells, int rare, int[] unitOf) {
  private static final double TEST = 0.2;
  private static final double VALIDATION = 0.2;

  /** The rows of a repeat's training and test part; validation rows have no use here. */
  @SuppressWarnings("ArrayRecordComponent") // shared inside the benchmark, never compared
  record Parts(int[] training, int[] test) {}

  /** Splits at random within each class; units stay together. */
  Parts split(RandomStream stream) {
    boolean[] training = new boolean[cells.length];
    boolean[] test = new boolean[cells.length];
    mark(0, rare, stream, training, test);
    mark(rare, cells.length, stream, training, test);
    return new Parts(marked(training), marked(test));
  }

  /** Units of one class are runs of rows, in random order: test, validation, training. */
  private void mark(int from, int to, RandomStream stream, boolean[] training, boolean[] test) {
    int[] starts = new int[to - from];
    int units = 0;
    for (int row = from; row < to; row++) {
      if (row == from || unitOf[row] != unitOf[row - 1]) {
        starts[units++] = row;
      }
    }
    int[] order = stream.permutation(units);
    int wanted = Math.max(4, (int) Math.round(TEST * (to - from)));
    int left = Math.max(4, (int) Math.round((TEST + VALIDATION) * (to - from)));
    int taken = 0;
    for (int place : order) {
      int start = starts[place];
      int end = place + 1 < units ? starts[place + 1] : to;
      boolean[] part = taken < wanted ? test : training;
      if (taken < wanted || taken >= left) {
        Arrays.fill(part, start, end, true);
      }
      taken += end - start;
    }
  }

  private static int[] marked(boolean[] marks) {
    int[] rows = new int[marks.length];
    int count = 0;
    for (int row = 0; row < marks.length; row++) {
      if (marks[row]) {
        rows[count++] = row;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  /** Returns some of the rows. */
  IntervalRows only(int[] kept) {
    double[][] own = new double[kept.length][];
    int[] units = new int[kept.length];
    int rares = 0;
    for (int i = 0; i < kept.length; i++) {
      own[i] = cells[kept[i]];
      units[i] = unitOf[kept[i]];
      rares += kept[i] < rare ? 1 : 0;
    }
    return new IntervalRows(own, rares, units);
  }

  /** Returns the rows with more rare ones. */
  IntervalRows plus(double[][] added) {
    double[][] all = new double[added.length + cells.length][];
    System.arraycopy(added, 0, all, 0, added.length);
    System.arraycopy(cells, 0, all, added.length, cells.length);
    return new IntervalRows(all, rare + added.length, new int[all.length]);
  }

  /** Returns the rows as an instrument sees them that errs in its own way. */
  @SuppressWarnings("ReferenceEquality") // copies of a row share its array
  IntervalRows seen(RandomStream stream) {
    double[][] seen = new double[cells.length][];
    for (int row = 0; row < seen.length; row++) {
      boolean isCopy = row > 0 && cells[row] == cells[row - 1];
      seen[row] = isCopy ? seen[row - 1] : jittered(cells[row], 1, stream);
    }
    return new IntervalRows(seen, rare, unitOf);
  }

  static double[] jittered(double[] row, double error, RandomStream stream) {
    double[] jittered = row.clone();
    for (int column = 0; column < jittered.length; column++) {
      jittered[column] += error * stream.nextGaussian();
    }
    return jittered;
  }
}
