package dev.synth.internal.validate.privacy;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.OverAll;
import dev.synth.internal.validate.metric.RowSums;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.validate.Goal;
import dev.synth.validate.SkipReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The share of synthetic rows that equal a real row, beyond the share of real rows that equal
 * another real row. In [−1, 1]; 0 where synthetic rows repeat real ones no more than real rows
 * repeat each other, 1 where every synthetic row is a copy.
 *
 * <p>Rows are equal when all cells agree after rounding to the column's step (its decimals, whole
 * seconds or days); missing equals missing. A constant column agrees always. A table of few
 * combinations repeats itself, which the subtraction allows for: a fresh row meets an equal one
 * about as often as a real row another. Works from two rows on each side.
 *
 * <p>Where real rows repeat each other far less than by chance ({@link EqualPairs}), since every
 * combination stands there once, they are no baseline: a faithful generator repeats training rows
 * then, as it repeats other rows of its class. The excess is that over unseen real rows instead, of
 * which at least {@value #LEAST_UNSEEN} are needed.
 */
public final class IdenticalMatchShare implements Metric {
  private static final int MINIMUM_ROWS = 2;
  private static final int ROW_LIMIT = 2_000;

  /** As the other metrics that compare with unseen rows. */
  private static final int LEAST_UNSEEN = 10;

  @Override
  public Description description() {
    return new Description(
        "identical_match_share",
        "identical matches with real rows (IMS), beyond what real rows repeat",
        Goal.LOWER,
        -1,
        1,
        "share of synthetic rows equal to a real row, minus that of real rows, after rounding",
        NearestNeighbourMetric.REMEDY);
  }

  @Override
  public String streamId() {
    return "exact_copies"; // frozen
  }

  @Override
  public Definition definition() {
    return new Definition(
        "The share of synthetic rows that equal a real row in every cell, minus the share of real"
            + " rows that equal another real row. Cells are rounded to the column's step first: its"
            + " decimals, whole seconds or days. 0: no more than real rows repeat each other; 1:"
            + " all are copies.",
        "Missing equals missing; constant columns agree always. A table of few combinations repeats"
            + " itself, and only the excess counts. Real rows may repeat each other far less than"
            + " independent columns would: less than half as many equal pairs, at a level of 1 %."
            + " Every combination stands there once then, and even a faithful generator repeats"
            + " training rows. So the excess is that over as many unseen real rows, scaled up to"
            + " all training rows. Its floor is of random halves of both; with fewer than ten"
            + " unseen rows it is skipped. It says nothing of copies with noise: `near_copies`"
            + " does.");
  }

  @Override
  public MetricProtocol protocol() {
    return MetricProtocol.of(MetricRows.ALL_ROWS, MINIMUM_ROWS, ROW_LIMIT)
        .valuedOn(Integer.MAX_VALUE);
  }

  @Override
  public MetricOutcome compute(Sample real, Sample synthetic, Context context) {
    RowIds ids = new RowIds();
    int[] realIds = ids.of(real);
    int[] syntheticIds = ids.of(synthetic);
    EqualPairs pairs = EqualPairs.of(real, realIds);
    if (pairs.distinctByDesign()) {
      Sample unseen = real.unseen();
      return unseen == null || unseen.rowCount() < LEAST_UNSEEN
          ? noBaseline(pairs)
          : againstUnseen(real, unseen, synthetic, context);
    }
    int all = ids.count();
    return new MetricOutcome.Tested(
        excess(realIds, syntheticIds, all), floor(realIds, all, context), List.of(), List.of());
  }

  /**
   * The excess over all rows whose contents have the least hashes on both sides: whether rows are
   * equal is seen there, where samples of each side would miss most copies.
   */
  @Override
  public @Nullable OverAll overAll(
      RowSums real, RowSums synthetic, Sample sample, Context context) {
    if (EqualPairs.of(sample, new RowIds().of(sample)).distinctByDesign()) {
      return null;
    }
    Map<Long, Long> ofReal = real.contents().beside(synthetic.contents());
    Map<Long, Long> others = synthetic.contents().beside(real.contents());
    double realRows = rows(ofReal);
    double otherRows = rows(others);
    if (realRows == 0 || otherRows == 0) {
      return null;
    }
    Map<Long, Long> repeated = new HashMap<>(ofReal);
    repeated.values().removeIf(rows -> rows < 2);
    Map<Long, Long> copies = new HashMap<>(others);
    copies.keySet().retainAll(ofReal.keySet());
    double excess = rows(copies) / otherRows - rows(repeated) / realRows;
    return new OverAll(
        MetricOutcome.Value.of(excess), List.of(), (long) realRows, (long) otherRows);
  }

  private static double rows(Map<Long, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static MetricOutcome noBaseline(EqualPairs pairs) {
    return new MetricOutcome.Skipped(
        new SkipReason.DistinctByDesign(pairs.found(), pairs.byChance(), LEAST_UNSEEN));
  }

  /** The share of others that are among the real rows, less the share of real rows that repeat. */
  private static double excess(int[] real, int[] others, int all) {
    int[] counts = new int[all];
    for (int id : real) {
      counts[id]++;
    }
    return shareWithCount(others, counts, 1) - shareWithCount(real, counts, 2);
  }

  private static double shareWithCount(int[] ids, int[] counts, int least) {
    int found = 0;
    for (int id : ids) {
      found += counts[id] >= least ? 1 : 0;
    }
    return (double) found / ids.length;
  }

  /** The excess of one random half of the real rows over the other, in many draws. */
  private static List<Double> floor(int[] real, int all, Context context) {
    RandomStream stream = context.seeds().stream("floor");
    int half = Math.min(real.length / 2, ROW_LIMIT);
    List<Double> floor = new ArrayList<>();
    for (int draw = 0; draw < MetricProtocol.DRAWS; draw++) {
      context.cancellation().check();
      int[] order = stream.permutation(real.length);
      int[] one = Arrays.stream(order, 0, half).map(row -> real[row]).toArray();
      int[] other = Arrays.stream(order, half, 2 * half).map(row -> real[row]).toArray();
      floor.add(excess(one, other, all));
    }
    return floor;
  }

  /**
   * Returns how many more synthetic rows equal a training row than equal one of as many unseen
   * rows; what only some of the training rows show is scaled up to all of them.
   */
  private static MetricOutcome againstUnseen(
      Sample real, Sample unseen, Sample synthetic, Context context) {
    Pool pool = Pool.of(real, unseen, Integer.MAX_VALUE, context);
    RowIds ids = new RowIds();
    int[] poolIds = ids.of(pool.rows());
    int[] syntheticIds = ids.of(synthetic);
    double[] shares = new double[ids.count()];
    for (int id : syntheticIds) {
      shares[id] += 1.0 / syntheticIds.length;
    }
    double scale = (double) real.rowCount() / pool.half();
    Pool.Statistic more =
        training ->
            Math.clamp(
                scale
                    * (total(shares, poolIds, training, true)
                        - total(shares, poolIds, training, false)),
                -1,
                1);
    return new MetricOutcome.Tested(
        pool.value(more), pool.floor(more, context), List.of(), List.of());
  }

  /** The share of synthetic rows that equal any row of one half of the pool. */
  private static double total(double[] shares, int[] poolIds, boolean[] training, boolean wanted) {
    boolean[] there = new boolean[shares.length];
    for (int row = 0; row < poolIds.length; row++) {
      there[poolIds[row]] |= training[row] == wanted;
    }
    double total = 0;
    for (int id = 0; id < shares.length; id++) {
      total += there[id] ? shares[id] : 0;
    }
    return total;
  }
}
