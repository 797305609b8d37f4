package dev.synth.internal.validate.privacy;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * As many training rows as rows that no generator saw, in one pool.
 *
 * <p>Where the synthetic rows depend on the training rows no more than any rows from the same
 * distribution would, it does not matter which half of the pool is called training. So the noise
 * floor of every statistic comes from calling a random half so: a permutation test.
 *
 * @param rows the pool, the training rows first
 * @param half the number of training rows
 */
record Pool(Sample rows, int half) {
  /** Makes a pool; both samples have rows. */
  static Pool of(Sample training, Sample unseen, int mostOfEach, Context context) {
    int half = Math.min(mostOfEach, Math.min(training.rowCount(), unseen.rowCount()));
    int[] fromTraining = first(training.rowCount(), half, context.seeds().stream("pool/training"));
    int[] fromUnseen = first(unseen.rowCount(), half, context.seeds().stream("pool/unseen"));
    return new Pool(training.rows(fromTraining).followedBy(unseen.rows(fromUnseen)), half);
  }

  private static int[] first(int count, int wanted, RandomStream stream) {
    return Arrays.copyOf(stream.permutation(count), wanted);
  }

  /** A statistic of which pool rows are called training. */
  interface Statistic {
    double of(boolean[] training);
  }

  /** Returns the statistic where the training rows are called so. */
  double value(Statistic statistic) {
    boolean[] training = new boolean[2 * half];
    Arrays.fill(training, 0, half, true);
    return statistic.of(training);
  }

  /** Returns the statistic of many random halves. */
  List<Double> floor(Statistic statistic, Context context) {
    RandomStream stream = context.seeds().stream("floor");
    List<Double> floor = new ArrayList<>();
    for (int draw = 0; draw < Metric.MetricProtocol.DRAWS; draw++) {
      context.cancellation().check();
      boolean[] training = new boolean[2 * half];
      for (int row : first(2 * half, half, stream)) {
        training[row] = true;
      }
      floor.add(statistic.of(training));
    }
    return floor;
  }
}
