package dev.synth.internal.holdout;

import dev.synth.evaluate.MetricValue;
import dev.synth.evaluate.Unmeasured;
import dev.synth.table.RowFacts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The worth of a fixed number of alerts a day: the k rows with the highest scores of a day raise an
 * alert. For transactions it is the "card precision top-k" of Le Borgne et al., Reproducible
 * Machine Learning for Credit Card Fraud Detection, 2022, chapter 4.
 *
 * <p>A day with fewer than k rows raises as many alerts as it has rows. Of rows with equal scores
 * that the last alert cuts through, the expected number of rare ones counts. Rows without a time
 * are left out.
 */
final class DailyAlerts {
  private final List<List<Row>> days;

  private record Row(double score, boolean isRare) {}

  private DailyAlerts(List<List<Row>> days) {
    this.days = days;
  }

  /**
   * Groups rows by day.
   *
   * @param days one a row, {@link RowFacts#NO_DAY} where it has none
   */
  static DailyAlerts of(double[] scores, BitSet rare, long[] days) {
    Map<Long, List<Row>> byDay = new TreeMap<>();
    for (int row = 0; row < scores.length; row++) {
      if (days[row] != RowFacts.NO_DAY) {
        byDay
            .computeIfAbsent(days[row], day -> new ArrayList<>())
            .add(new Row(scores[row], rare.get(row)));
      }
    }
    byDay.values().forEach(rows -> rows.sort(Comparator.comparingDouble(row -> -row.score())));
    return new DailyAlerts(List.copyOf(byDay.values()));
  }

  /**
   * The mean over days of the share of rare rows among the day's alerts; a day without rare rows
   * counts as 0.
   *
   * @param k alerts a day, at least 1
   * @return in [0, 1]; skipped where no row has a time
   */
  MetricValue precision(int k) {
    if (days.isEmpty()) {
      return new MetricValue.Skipped(new Unmeasured.NoTestTimes());
    }
    double sum = 0;
    for (List<Row> day : days) {
      sum += caught(day, k) / Math.min(k, day.size());
    }
    return new MetricValue.Value(sum / days.size());
  }

  /**
   * The share of all rare rows that a number of alerts a day finds.
   *
   * @param k alerts a day, at least 1
   * @return in [0, 1]; skipped where no rare row has a time
   */
  MetricValue recall(int k) {
    double caught = 0;
    long rare = 0;
    for (List<Row> day : days) {
      caught += caught(day, k);
      rare += day.stream().filter(Row::isRare).count();
    }
    return rare == 0
        ? new MetricValue.Skipped(new Unmeasured.NoRareTestTimes())
        : new MetricValue.Value(caught / rare);
  }

  /** The expected number of rare rows among the first k, with equal scores in any order. */
  private static double caught(List<Row> falling, int k) {
    double caught = 0;
    int start = 0;
    while (start < Math.min(k, falling.size())) {
      int end = start;
      int rare = 0;
      while (end < falling.size() && falling.get(end).score() == falling.get(start).score()) {
        rare += falling.get(end++).isRare() ? 1 : 0;
      }
      caught += rare * Math.min(1.0, (double) (k - start) / (end - start));
      start = end;
    }
    return caught;
  }
}
