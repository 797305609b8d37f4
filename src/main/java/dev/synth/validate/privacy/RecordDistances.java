package dev.synth.validate.privacy;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.validate.Metric;
import dev.synth.validate.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far rows are from the nearest real row, by {@link MixedDistance}.
 *
 * <p>Real rows leave themselves aside, so their distances are those of fresh rows, for which one
 * row more or less among the neighbours makes no difference. So a statistic's noise floor comes
 * from drawing both sides from the real rows' distances, with replacement and at full size.
 */
final class RecordDistances {
  private final double[] ofReal;
  private final double[] ofSynthetic;

  private RecordDistances(double[] ofReal, double[] ofSynthetic) {
    this.ofReal = ofReal;
    this.ofSynthetic = ofSynthetic;
  }

  double[] ofReal() {
    return ofReal;
  }

  double[] ofSynthetic() {
    return ofSynthetic;
  }

  /** More rows looked for make the error of a share or a median no smaller than 1 %. */
  private static final int MOST_LOOKED_FOR = 2_000;

  /** Looks for some rows among all real ones. */
  static RecordDistances of(Sample real, Sample synthetic, Context context) {
    MixedDistance distance = new MixedDistance(real);
    double[][] realRows = MixedDistance.rows(real);
    double[][] syntheticRows = MixedDistance.rows(synthetic);
    int[] fromReal = some(realRows.length, context.seeds().stream("looked for/real"));
    int[] fromSynthetic =
        some(syntheticRows.length, context.seeds().stream("looked for/synthetic"));
    return new RecordDistances(
        Arrays.stream(fromReal)
            .mapToDouble(row -> distance.nearest(realRows[row], realRows, row))
            .toArray(),
        Arrays.stream(fromSynthetic)
            .mapToDouble(row -> distance.nearest(syntheticRows[row], realRows, -1))
            .toArray());
  }

  private static int[] some(int rows, RandomStream stream) {
    return Arrays.copyOf(stream.permutation(rows), Math.min(rows, MOST_LOOKED_FOR));
  }

  /** A statistic of the distances of two samples. */
  interface Statistic {
    double of(double[] ofReal, double[] ofOthers);
  }

  /** Returns a statistic of many draws in which both sides are real. */
  List<Double> floor(Statistic statistic, Context context) {
    RandomStream stream = context.seeds().stream("floor");
    List<Double> floor = new ArrayList<>();
    for (int draw = 0; draw < Metric.Protocol.DRAWS; draw++) {
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

  /** Returns the median; the values stay as they are. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
