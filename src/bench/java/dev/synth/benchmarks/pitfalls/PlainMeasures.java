package dev.synth.benchmarks.pitfalls;

import dev.synth.evaluate.Curves;
import dev.synth.evaluate.ScoredRows;
import dev.synth.evaluate.ThresholdRule;
import dev.synth.evaluate.Thresholds;
import dev.synth.internal.stats.KolmogorovSmirnov;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The figures and transformations of plain rows that protocols use. */
final class PlainMeasures {
  private static final int CHOSEN = 10;
  private static final int NEIGHBOURS = 25;

  private PlainMeasures() {}

  /** The columns whose means differ most between the classes. */
  static int[] strongest(PlainRows rows) {
    PlainRows rare = rows.rareRows();
    return IntStream.range(0, rows.features()[0].length)
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                column -> -Math.abs(mean(rare.column(column)) - mean(rows.column(column)))))
        .limit(CHOSEN)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /** Returns z-scores by the means and deviations of other rows. */
  static PlainRows scaled(PlainRows rows, PlainRows by) {
    int width = by.features()[0].length;
    double[] means = new double[width];
    double[] deviations = new double[width];
    for (int column = 0; column < width; column++) {
      double[] values = by.column(column);
      double middle = mean(values);
      means[column] = middle;
      deviations[column] =
          Math.sqrt(
              Arrays.stream(values).map(v -> (v - middle) * (v - middle)).average().orElseThrow());
    }
    double[][] scaled = new double[rows.count()][width];
    for (int row = 0; row < scaled.length; row++) {
      for (int column = 0; column < width; column++) {
        scaled[row][column] = (rows.features()[row][column] - means[column]) / deviations[column];
      }
    }
    return new PlainRows(scaled, rows.rare());
  }

  /** Average precision where a row's score is the share of rare rows among its neighbours. */
  static double neighbours(PlainRows training, PlainRows test) {
    double[] scores = new double[test.count()];
    double[] distances = new double[training.count()];
    for (int row = 0; row < scores.length; row++) {
      for (int other = 0; other < distances.length; other++) {
        distances[other] = PlainRows.distance(test.features()[row], training.features()[other]);
      }
      double[] sorted = distances.clone();
      Arrays.sort(sorted);
      double reach = sorted[NEIGHBOURS - 1];
      scores[row] =
          training.rare().stream().filter(rare -> distances[rare] <= reach).count()
              / (double) NEIGHBOURS;
    }
    return Curves.averagePrecision(new ScoredRows(scores, test.rare()));
  }

  /** The share of rows that are nearer to a training row than to an unseen one. */
  static double nearer(PlainRows rows, PlainRows training, PlainRows unseen) {
    return Arrays.stream(rows.features())
            .filter(row -> nearest(row, training) < nearest(row, unseen))
            .count()
        / (double) rows.count();
  }

  private static double nearest(double[] row, PlainRows rows) {
    return Arrays.stream(rows.features())
        .mapToDouble(other -> PlainRows.distance(row, other))
        .min()
        .orElseThrow();
  }

  static double distance(PlainRows some, PlainRows others) {
    return IntStream.range(0, some.features()[0].length)
        .mapToDouble(
            column -> KolmogorovSmirnov.distance(some.column(column), others.column(column)))
        .average()
        .orElseThrow();
  }

  static double precision(PlainRows training, PlainRows test) {
    try (PlainBooster booster = PlainBooster.fit(training, 1)) {
      return Curves.averagePrecision(booster.score(test));
    }
  }

  static double threshold(ScoredRows rows) {
    return Thresholds.choose(new ThresholdRule.MaxF1(), rows).value();
  }

  static double f1(ScoredRows rows, double threshold) {
    double f1 = rows.at(threshold).fBeta(1);
    return Double.isNaN(f1) ? 0 : f1;
  }
}
