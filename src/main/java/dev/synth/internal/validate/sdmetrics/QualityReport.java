package dev.synth.internal.validate.sdmetrics;

import dev.synth.internal.stats.Moments;
import dev.synth.internal.validate.metric.ColumnPairs;
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
 * @param allPairs how many pairs were looked at
 */
record QualityReport(
    double columnShapes, double pairTrends, int columns, List<ScoredPair> pairs, int allPairs) {
  /** A pair of columns and its score. */
  record ScoredPair(String names, double score) {}

  /** Scores all columns and {@link Sample#pairs}. */
  static QualityReport of(Sample real, Sample synthetic) {
    return new Real(real).against(synthetic);
  }

  /** Real rows, ready to be compared with any others. */
  static final class Real {
    private final ColumnPairs pairs;
    private final List<ScoredColumn> columns;
    private final double[] trends;

    Real(Sample real) {
      pairs = real.pairs();
      columns = columns(real);
      trends =
          IntStream.range(0, pairs.count())
              .mapToDouble(
                  pair ->
                      PairTrends.trend(
                          columns.get(pairs.first(pair)), columns.get(pairs.second(pair))))
              .toArray();
    }

    /** Scores synthetic rows. */
    QualityReport against(Sample synthetic) {
      List<ScoredColumn> others = columns(synthetic);
      double[] shapes =
          IntStream.range(0, columns.size())
              .mapToDouble(i -> ColumnShapes.score(columns.get(i), others.get(i)))
              .filter(score -> !Double.isNaN(score))
              .toArray();
      List<ScoredPair> scored = new ArrayList<>();
      for (int pair = 0; pair < pairs.count(); pair++) {
        double score = score(pair, others);
        if (!Double.isNaN(score)) {
          scored.add(new ScoredPair(pairs.name(pair), score));
        }
      }
      double mean = Moments.mean(scored.stream().mapToDouble(ScoredPair::score).toArray());
      scored.sort(Comparator.comparingDouble(ScoredPair::score));
      return new QualityReport(Moments.mean(shapes), mean, shapes.length, scored, pairs.count());
    }

    private double score(int pair, List<ScoredColumn> others) {
      int first = pairs.first(pair);
      int second = pairs.second(pair);
      return PairTrends.score(
          new PairTrends.Pair(
              columns.get(first), columns.get(second), others.get(first), others.get(second)),
          trends[pair]);
    }
  }

  private static List<ScoredColumn> columns(Sample sample) {
    return IntStream.range(0, sample.columnCount())
        .mapToObj(column -> new ScoredColumn(sample, column))
        .toList();
  }

  /** Returns the mean of both scores, or the one that there is; NaN of none. */
  double qualityScore() {
    if (Double.isNaN(columnShapes)) {
      return pairTrends;
    }
    return Double.isNaN(pairTrends) ? columnShapes : (columnShapes + pairTrends) / 2;
  }
}
