package dev.synth.internal.validate;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The outcomes of a metric on many draws of equal size.
 *
 * <p>Each draw compares h real rows with h other real rows, and the same h real rows with h
 * synthetic ones. All metrics see the same halves of the real rows, see {@link Halves}.
 *
 * @param rowsPerSide h
 * @param realAgainstReal one outcome a draw
 * @param realAgainstSynthetic one outcome a draw
 * @param analytic whether these are no draws: the floor is that of {@link AsymptoticFloor}, and the
 *     one outcome of real against synthetic rows is that of all rows
 */
record HalfSamples(
    int rowsPerSide,
    List<MetricOutcome> realAgainstReal,
    List<MetricOutcome> realAgainstSynthetic,
    boolean analytic) {

  /** Draws, without progress of each. */
  static HalfSamples of(
      Metric metric, Sample real, Sample synthetic, Halves halves, Context context) {
    return of(metric, real, synthetic, halves, context, draw -> {});
  }

  /**
   * Draws; h is half the real rows, or less by the synthetic rows or the metric's limit.
   *
   * @param beforeDraw is told of each draw before it is made
   */
  static HalfSamples of(
      Metric metric,
      Sample real,
      Sample synthetic,
      Halves halves,
      Context context,
      IntConsumer beforeDraw) {
    int limit = metric.protocol().rowLimit();
    List<MetricOutcome> floor = new ArrayList<>();
    List<MetricOutcome> values = new ArrayList<>();
    for (int draw = 0; draw < metric.protocol().draws(); draw++) {
      context.cancellation().check();
      context.cancellation().check();
      beforeDraw.accept(draw);
      Context own = context.below("draw/" + draw);
      Sample one = real.rows(halves.one(draw, limit));
      Sample other = real.rows(halves.other(draw, limit));
      Sample drawn = someRows(synthetic, one.rowCount(), own.seeds().stream("synthetic"));
      List<MetricOutcome> both = metric.compute(one, List.of(other, drawn), own);
      floor.add(both.getFirst());
      values.add(both.getLast());
    }
    return new HalfSamples(halves.size(limit), floor, values, false);
  }

  /** Returns rows up to a number, each set of them equally likely. */
  static Sample someRows(Sample sample, int limit, RandomStream stream) {
    return sample.rowCount() <= limit
        ? sample
        : sample.rows(someOf(sample.rowCount(), limit, stream));
  }

  /** Returns some of the integers below a count, ascending, by Floyd's algorithm. */
  static int[] someOf(int count, int limit, RandomStream stream) {
    BitSet chosen = new BitSet();
    for (int last = Math.max(0, count - limit); last < count; last++) {
      int row = count <= limit ? last : stream.nextInt(last + 1);
      chosen.set(chosen.get(row) ? last : row);
    }
    return chosen.stream().toArray();
  }
}
