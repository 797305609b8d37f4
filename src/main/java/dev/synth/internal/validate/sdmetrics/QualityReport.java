package dev.synth.internal.validate.sdmetrics;

import dev.synth.internal.validate.metric.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The quality report of SDMetrics 0.29 on a single table: the mean of the columns' scores, that of
 * the scored pairs, and the mean of both.
 *
 * @param columnShapes the mean score of columns, in [0, 1]; NaN where none has a score
 * @param pairTrends the mean score of pairs, in [0, 1]; NaN where none has one
 * @param columns how many columns have a score
 * @param pairs those that have a score, the lowest first
 * @param allPairs how many pairs there are
 */
record QualityReport(
    double columnShapes, double pairTrends, int columns, List<ScoredPair> pairs, int allPairs) {
  /** A pair of columns and its score. */
  record ScoredPair(String first, String second, double score) {}

  /** Scores all columns and pairs. */
  static QualityReport of(Sample real, Sample synthetic) {
    List<ScoredColumn> reals = columns(real);
    List<ScoredColumn> synthetics = columns(synthetic);
    double[] shapes =
        IntStream.range(0, reals.size())
            .mapToDouble(i -> ColumnShapes.score(reals.get(i), synthetics.get(i)))
            .filter(score -> !Double.isNaN(score))
            .toArray();
    List<ScoredPair> pairs = new ArrayList<>();
    for (int i = 0; i < reals.size(); i++) {
      for (int j = i + 1; j < reals.size(); j++) {
        double score =
            PairTrends.score(
                new PairTrends.Pair(
                    reals.get(i), reals.get(j), synthetics.get(i), synthetics.get(j)));
        if (!Double.isNaN(score)) {
          pairs.add(
              new ScoredPair(real.columns().get(i).name(), real.columns().get(j).name(), score));
        }
      }
    }
    double trends = mean(pairs.stream().mapToDouble(ScoredPair::score).toArray());
    pairs.sort(Comparator.comparingDouble(ScoredPair::score));
    return new QualityReport(
        mean(shapes), trends, shapes.length, pairs, reals.size() * (reals.size() - 1) / 2);
  }

  private static List<ScoredColumn> columns(Sample sample) {
    return IntStream.range(0, sample.columnCount())
        .mapToObj(column -> new ScoredColumn(sample, column))
        .toList();
  }

  private static double mean(double[] scores) {
    double sum = 0;
    for (double score : scores) {
      sum += score;
    }
    return sum / scores.length;
  }

  /** Returns the mean of both scores, or the one that there is; NaN of none. */
  double qualityScore() {
    if (Double.isNaN(columnShapes)) {
      return pairTrends;
    }
    return Double.isNaN(pairTrends) ? columnShapes : (columnShapes + pairTrends) / 2;
  }
}
