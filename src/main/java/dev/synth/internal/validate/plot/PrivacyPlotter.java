package dev.synth.internal.validate.plot;

import dev.synth.base.Cancellation;
import dev.synth.internal.stats.RocArea;
import dev.synth.internal.validate.distance.GowerRows;
import dev.synth.internal.validate.distance.GowerSpace;
import dev.synth.internal.validate.distance.NearestRows;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures how near synthetic rows come to rows that were learned from and to rows that were not.
 */
final class PrivacyPlotter {
  private static final int FEWEST_ROWS = 20;

  /** More rows that look make no bar more certain than its width. */
  private static final int MOST_LOOKING = 500;

  private static final int MOST_AMONG = 2_000;
  private static final int FEWEST_BINS = 6;
  private static final int MOST_BINS = 30;
  private static final double OUTER = 0.99;
  private static final int MOST_CURVE_POINTS = 60;
  private static final int MOST_PAIRS = 10;
  private static final double TWO_SIDED = 1.96;

  private final Sample training;
  private final Sample synthetic;
  private final @Nullable Sample unseen;
  private final Cancellation cancellation;

  /** All samples in random order. */
  PrivacyPlotter(
      Sample training, Sample synthetic, @Nullable Sample unseen, Cancellation cancellation) {
    this.training = training;
    this.synthetic = synthetic;
    this.unseen = unseen != null && unseen.rowCount() >= FEWEST_ROWS ? unseen : null;
    this.cancellation = cancellation;
  }

  /** Returns the distances; null where either side has fewer than 20 rows. */
  @Nullable DistancePlot distances() {
    if (Math.min(training.rowCount(), synthetic.rowCount()) < FEWEST_ROWS) {
      return null;
    }
    GowerSpace space = new GowerSpace(training);
    int among = Math.min(MOST_AMONG, training.rowCount());
    among = unseen == null ? among : Math.min(among, unseen.rowCount());
    GowerRows learned = space.rows(first(training, among));
    GowerRows drawn = space.rows(first(synthetic, MOST_LOOKING));
    double[] ofSynthetic =
        nearest(NearestRows.of(drawn, learned, 1, cancellation), drawn.rowCount());
    double[] ofReal;
    double[] toUnseen = null;
    if (unseen == null) {
      int[] looking = IntStream.range(0, Math.min(MOST_LOOKING, among)).toArray();
      GowerRows rows = space.rows(training.rows(looking));
      ofReal =
          nearest(NearestRows.amongOthers(looking, rows, learned, 1, cancellation), looking.length);
    } else {
      GowerRows rows = space.rows(first(unseen, MOST_LOOKING));
      ofReal = nearest(NearestRows.of(rows, learned, 1, cancellation), rows.rowCount());
      GowerRows others = space.rows(first(unseen, among));
      toUnseen = nearest(NearestRows.of(drawn, others, 1, cancellation), drawn.rowCount());
    }
    return binned(among, ofReal, ofSynthetic, toUnseen);
  }

  private static DistancePlot binned(
      int among, double[] ofReal, double[] ofSynthetic, double @Nullable [] toUnseen) {
    double furthest = 0;
    List<double[]> all =
        toUnseen == null ? List.of(ofReal, ofSynthetic) : List.of(ofReal, ofSynthetic, toUnseen);
    for (double[] distances : all) {
      double[] sorted = distances.clone();
      Arrays.sort(sorted);
      furthest = Math.max(furthest, sorted[(int) (OUTER * (sorted.length - 1))]);
    }
    long bins = Math.clamp(Math.round(2 * Math.cbrt(ofReal.length)), FEWEST_BINS, MOST_BINS);
    double width = furthest > 0 ? ChartNumbers.digits(furthest / bins, 2) : 0.01;
    int count = (int) Math.clamp(Math.ceil(furthest / width), 1, 2 * MOST_BINS);
    int[] real = counts(ofReal, width, count);
    int[] starts = FewRows.starts(real);
    return new DistancePlot(
        among,
        toUnseen != null,
        Arrays.stream(starts).skip(1).mapToObj(i -> ChartNumbers.digits(i * width, 4)).toList(),
        ChartNumbers.list(FewRows.widths(real.length, starts)),
        ChartNumbers.list(FewRows.sums(real, starts)),
        ChartNumbers.list(FewRows.sums(counts(ofSynthetic, width, count), starts)),
        toUnseen == null
            ? null
            : ChartNumbers.list(FewRows.sums(counts(toUnseen, width, count), starts)));
  }

  private static int[] counts(double[] distances, double width, int count) {
    int[] counts = new int[count + 1];
    for (double distance : distances) {
      counts[(int) Math.min(count, Math.floor(distance / width))]++;
    }
    return counts;
  }

  /** Returns the attack by distance alone; null where fewer than 20 rows were held out. */
  @Nullable AttackPlot attack() {
    if (unseen == null || Math.min(training.rowCount(), synthetic.rowCount()) < FEWEST_ROWS) {
      return null;
    }
    GowerSpace space = new GowerSpace(training);
    GowerRows given = space.rows(first(synthetic, MOST_AMONG));
    double[] members = nearness(space, training, given);
    double[] others = nearness(space, unseen, given);
    return curve(AttackPlot.Kind.DISTANCE, members, others, 1);
  }

  /** Returns the nearest pairs of a synthetic and a training row, the nearest first. */
  List<PairPlot> pairs() {
    if (training.rowCount() == 0 || synthetic.rowCount() == 0) {
      return List.of();
    }
    GowerSpace space = new GowerSpace(training);
    GowerRows drawn = space.rows(first(synthetic, MOST_AMONG));
    NearestRows nearest = NearestRows.of(drawn, space.rows(training), 1, cancellation);
    return IntStream.range(0, drawn.rowCount())
        .boxed()
        .sorted(Comparator.comparingDouble(row -> nearest.distance(row, 0)))
        .limit(MOST_PAIRS)
        .map(row -> pair(row, nearest.row(row, 0), nearest.distance(row, 0)))
        .toList();
  }

  private PairPlot pair(int drawn, int learned, double distance) {
    List<PairPlot.CellPair> cells = new ArrayList<>();
    for (int column = 0; column < training.columnCount(); column++) {
      SampleColumn kind = training.columns().get(column);
      cells.add(
          new PairPlot.CellPair(
              kind.name(),
              kind.text(training.values(column)[learned]),
              kind.text(synthetic.values(column)[drawn])));
    }
    return new PairPlot(ChartNumbers.share(distance), cells);
  }

  private double[] nearness(GowerSpace space, Sample sample, GowerRows given) {
    GowerRows looking = space.rows(first(sample, MOST_LOOKING));
    double[] distances =
        nearest(NearestRows.of(looking, given, 1, cancellation), looking.rowCount());
    return Arrays.stream(distances).map(distance -> -distance).toArray();
  }

  /**
   * Returns the curve of an attacker who calls the highest scores members.
   *
   * @param times how many scores each row has on either side
   */
  static AttackPlot curve(AttackPlot.Kind kind, double[] members, double[] others, int times) {
    double[] high = members.clone();
    double[] low = others.clone();
    Arrays.sort(high);
    Arrays.sort(low);
    List<List<Double>> points = new ArrayList<>(List.of(List.of(0.0, 0.0)));
    for (int i = 1; i < MOST_CURVE_POINTS; i++) {
      int alarms = (int) ((long) low.length * i / MOST_CURVE_POINTS);
      double threshold = low[low.length - 1 - alarms];
      // Alarms above the threshold; equal scores are all called or none, so both are counted.
      double rate = (double) above(low, threshold) / low.length;
      List<Double> point =
          List.of(
              ChartNumbers.share(rate),
              ChartNumbers.share((double) above(high, threshold) / high.length));
      if (!point.equals(points.getLast())) {
        points.add(point);
      }
    }
    points.add(List.of(1.0, 1.0));
    double rowsOfMembers = (double) members.length / times;
    double rowsOfOthers = (double) others.length / times;
    double error =
        Math.sqrt((rowsOfMembers + rowsOfOthers + 1) / (12 * rowsOfMembers * rowsOfOthers));
    return new AttackPlot(
        kind,
        members.length / times,
        others.length / times,
        ChartNumbers.share(RocArea.of(others, members)),
        ChartNumbers.share(Math.min(0.5, TWO_SIDED * error)),
        points);
  }

  private static int above(double[] sorted, double threshold) {
    int place = sorted.length;
    while (place > 0 && sorted[place - 1] > threshold) {
      place--;
    }
    return sorted.length - place;
  }

  private static Sample first(Sample sample, int most) {
    return sample.rowCount() <= most ? sample : sample.rows(IntStream.range(0, most).toArray());
  }

  private static double[] nearest(NearestRows nearest, int rows) {
    return IntStream.range(0, rows).mapToDouble(row -> nearest.distance(row, 0)).toArray();
  }
}
