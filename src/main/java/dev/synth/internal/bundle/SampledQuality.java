package dev.synth.internal.bundle;

import dev.synth.internal.stats.AveragePrecision;
import dev.synth.internal.stats.rows.Ranking;
import dev.synth.table.LabelledTable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The quality of scores of rows that are a sample of more: each row counts as the rows that it
 * stands for. The errors are those of a jackknife that leaves out a group of units at a time (Shao
 * and Tu, "The jackknife and bootstrap", 1995, section 2.3), which holds for rows of any weight.
 */
final class SampledQuality {
  /** The number of groups that are left out in turn. */
  private static final int GROUPS = 50;

  private final BitSet rare;
  private final Ranking ranking;
  private final BitSet alerts;
  private final double[] weights;
  private final int[] groups;
  private final int groupCount;

  /**
   * Scored rows.
   *
   * @param rows rows of both classes, with their weights
   * @param scores one a row
   * @param alerts which rows are alerts
   * @param units each row's unit, such as its day, numbered without gaps
   */
  SampledQuality(LabelledTable rows, double[] scores, BitSet alerts, int[] units) {
    this.rare = rows.rareRows();
    this.ranking = Ranking.of(scores);
    this.alerts = alerts;
    this.weights = Objects.requireNonNull(rows.facts().weights());
    this.groups = Arrays.stream(units).map(unit -> unit % GROUPS).toArray();
    this.groupCount = 1 + Arrays.stream(groups).max().orElse(0);
  }

  FittedReference.Quality quality() {
    double others = sum(weights, false, false);
    return new FittedReference.Quality(
        (int) Math.round(sum(weights, true, false)),
        (int) Math.min(Integer.MAX_VALUE, Math.round(others)),
        figure(this::averagePrecision),
        figure(own -> sum(own, true, true) / sum(own, true, false)),
        figure(
            own ->
                2
                    * sum(own, true, true)
                    / (sum(own, true, true) + sum(own, false, true) + sum(own, true, false))));
  }

  /** The weights of a class in sum, of all rows or of alerts alone. */
  private double sum(double[] own, boolean ofRare, boolean ofAlerts) {
    double sum = 0;
    for (int row = 0; row < own.length; row++) {
      sum += rare.get(row) == ofRare && (!ofAlerts || alerts.get(row)) ? own[row] : 0;
    }
    return sum;
  }

  private double averagePrecision(double[] own) {
    AveragePrecision precision = new AveragePrecision();
    int place = 0;
    for (int step = 0; step < ranking.steps(); step++) {
      double positives = 0;
      double negatives = 0;
      for (; place < ranking.end(step); place++) {
        int row = ranking.row(place);
        positives += rare.get(row) ? own[row] : 0;
        negatives += rare.get(row) ? 0 : own[row];
      }
      precision.step(positives, negatives);
    }
    return precision.value();
  }

  /** Groups without which no rare row is left are passed over. */
  private FittedReference.Quality.Figure figure(ToDoubleFunction<double[]> value) {
    double all = value.applyAsDouble(weights);
    double[] without =
        IntStream.range(0, groupCount)
            .mapToObj(this::without)
            .filter(own -> sum(own, true, false) > 0)
            .mapToDouble(value)
            .toArray();
    double mean = Arrays.stream(without).average().orElse(all);
    double squares = Arrays.stream(without).map(each -> (each - mean) * (each - mean)).sum();
    double error = Math.sqrt(squares * (without.length - 1) / Math.max(1, without.length));
    return new FittedReference.Quality.Figure(all, error);
  }

  private double[] without(int group) {
    double[] own = weights.clone();
    for (int row = 0; row < own.length; row++) {
      own[row] = groups[row] == group ? 0 : own[row];
    }
    return own;
  }
}
