package dev.synth.internal.validate.privacy;

import dev.synth.base.Cancellation;
import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.internal.stats.Medians;
import dev.synth.internal.validate.distance.GowerRows;
import dev.synth.internal.validate.distance.GowerSpace;
import dev.synth.internal.validate.distance.NearestRows;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleColumn;
import dev.synth.validate.Finding;
import dev.synth.validate.SkipReason.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/**
 * The distances of rows from the nearest real row, by {@link GowerSpace}.
 *
 * <p>Real rows leave themselves aside, so their distances are those of fresh rows, for which one
 * row more or less among the neighbours makes no difference. So a statistic's noise floor comes
 * from drawing both sides from the real rows' distances, with replacement and at full size.
 */
final class RecordDistances {
  private final double[] ofReal;
  private final double[] ofSynthetic;
  private final List<Finding> sampling;

  private RecordDistances(double[] ofReal, double[] ofSynthetic, List<Finding> sampling) {
    this.ofReal = ofReal;
    this.ofSynthetic = ofSynthetic;
    this.sampling = sampling;
  }

  /** More rows looked for make the error of a share or a median no smaller than 1 %. */
  private static final int MOST_LOOKED_FOR = 2_000;

  /** Looks for some rows among all real ones. */
  static RecordDistances of(Sample real, Sample synthetic, Context context) {
    GowerSpace space = new GowerSpace(real);
    GowerRows rows = space.rows(real);
    int[] ofReal = some(real.rowCount(), context.seeds().stream("looked for/real"));
    int[] ofSynthetic = some(synthetic.rowCount(), context.seeds().stream("looked for/synthetic"));
    GowerRows realRows = space.rows(real.rows(ofReal));
    GowerRows syntheticRows = space.rows(synthetic.rows(ofSynthetic));
    Cancellation cancellation = context.cancellation();
    return new RecordDistances(
        nearest(NearestRows.amongOthers(ofReal, realRows, rows, 1, cancellation), ofReal.length),
        nearest(NearestRows.of(syntheticRows, rows, 1, cancellation), ofSynthetic.length),
        sampling(real, synthetic));
  }

  private static double[] nearest(NearestRows nearest, int rows) {
    return IntStream.range(0, rows).mapToDouble(row -> nearest.distance(row, 0)).toArray();
  }

  /** Says how many rows were looked for, where not all were; else nothing. */
  private static List<Finding> sampling(Sample real, Sample synthetic) {
    return Math.max(real.rowCount(), synthetic.rowCount()) <= MOST_LOOKED_FOR
        ? List.of()
        : List.of(
            new Finding.SampledRows(
                real.rowCount(),
                Math.min(synthetic.rowCount(), MOST_LOOKED_FOR),
                Math.min(real.rowCount(), MOST_LOOKED_FOR)));
  }

  private static int[] some(int rows, RandomStream stream) {
    return Arrays.copyOf(stream.permutation(rows), Math.min(rows, MOST_LOOKED_FOR));
  }

  /** A statistic of the distances of two samples. */
  interface Statistic {
    double of(double[] ofReal, double[] ofOthers);
  }

  /**
   * Returns a statistic beside its noise floor; skipped where distances say nothing of copies.
   *
   * @param statistic made for the median distance between real rows, which is above 0
   */
  static MetricOutcome outcome(
      Sample real, Sample synthetic, Context context, DoubleFunction<Statistic> statistic) {
    if (real.columns().stream().noneMatch(SampleColumn::continuous)) {
      return MetricOutcome.Skipped.because(Cause.NO_CONTINUOUS_COLUMN);
    }
    RecordDistances distances = of(real, synthetic, context);
    double usual = Medians.median(distances.ofReal);
    return usual > 0
        ? distances.tested(statistic.apply(usual), context)
        : MetricOutcome.Skipped.because(Cause.HALF_REPEAT);
  }

  /** Returns a statistic beside its noise floor. */
  MetricOutcome.Tested tested(Statistic statistic, Context context) {
    return new MetricOutcome.Tested(
        statistic.of(ofReal, ofSynthetic), floor(statistic, context), List.of(), sampling);
  }

  /** Returns a statistic of many draws in which both sides are real. */
  private List<Double> floor(Statistic statistic, Context context) {
    RandomStream stream = context.seeds().stream("floor");
    List<Double> floor = new ArrayList<>();
    for (int draw = 0; draw < Metric.MetricProtocol.DRAWS; draw++) {
      floor.add(statistic.of(drawn(ofReal.length, stream), drawn(ofSynthetic.length, stream)));
    }
    return floor;
  }

  private double[] drawn(int count, RandomStream stream) {
    double[] drawn = new double[count];
    for (int i = 0; i < count; i++) {
      drawn[i] = ofReal[stream.nextInt(ofReal.length)];
    }
    return drawn;
  }
}
