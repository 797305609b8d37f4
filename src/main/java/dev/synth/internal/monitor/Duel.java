package dev.synth.internal.monitor;

import dev.synth.base.Problem;
import dev.synth.base.Seeds;
import dev.synth.compare.Detectable;
import dev.synth.internal.stats.BlockBootstrap;
import dev.synth.internal.stats.TwoOneSidedTests;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Two models on the same rows at equal numbers of alerts: the difference in recall, by the block
 * bootstrap over days.
 *
 * @param days how many days
 * @param rows how many rows
 * @param rare how many of them are rare
 * @param alerts how many rows each model raises an alert for: those that it scores highest
 * @param champion recall of the model in use
 * @param challenger recall of the other
 * @param low lower end of the 95 % interval of the difference
 * @param high its upper end
 * @param p of no difference
 * @param alpha the level that was spent
 * @param effect the difference worth having
 * @param detectable the smallest true difference that is found four times out of five
 * @param isNotWorse whether the challenger is shown to lose less than the effect
 * @param verdict the answer
 */
public record Duel(
    int days,
    int rows,
    int rare,
    int alerts,
    double champion,
    double challenger,
    double low,
    double high,
    double p,
    double alpha,
    double effect,
    double detectable,
    boolean isNotWorse,
    DuelResult verdict) {
  private static final double CONFIDENCE = 0.95;

  /** The answer. */
  public enum DuelResult {
    /** The challenger finds more. */
    UPLIFT,
    /** It finds fewer. */
    HARM,
    /** It is shown to differ by less than the effect worth having. */
    EQUIVALENT,
    /** None of these. */
    UNDECIDED
  }

  /** Rows in days, of which each model catches some. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Days(double[] rare, double[] others, double[] first, double[] second)
      implements BlockBootstrap.TestPart {
    @Override
    public int blocks() {
      return rare.length;
    }

    @Override
    public boolean hasBothClasses(int[] counts) {
      return sum(counts, rare) > 0 && sum(counts, others) > 0;
    }

    @Override
    public double difference(int[] counts) {
      return (sum(counts, second) - sum(counts, first)) / sum(counts, rare);
    }

    private static double sum(int[] counts, double[] values) {
      double sum = 0;
      for (int day = 0; day < counts.length; day++) {
        sum += counts[day] * values[day];
      }
      return sum;
    }
  }

  /**
   * Fights it out.
   *
   * @param champion the rows as the model in use scores them
   * @param challenger the same rows as the other scores them
   * @param alertShare the share of rows that raise an alert
   * @param alpha the level to spend, in (0, 1)
   * @param effect the difference worth having
   * @throws Problem (data) if there are fewer than eight days or twenty rare rows
   */
  public static Duel of(
      List<MatureRows.Row> champion,
      List<MatureRows.Row> challenger,
      double alertShare,
      double alpha,
      double effect) {
    Map<Long, Integer> days = new TreeMap<>();
    champion.forEach(row -> days.putIfAbsent(row.day(), days.size()));
    int rare = (int) champion.stream().filter(MatureRows.Row::isRare).count();
    if (days.size() < BlockBootstrap.FEWEST_BLOCKS || rare < LabelledPerformance.FEWEST_RARE) {
      throw Problem.data(
          "the rows that neither model saw have %d days and %d rare rows; %d days and %d rare"
              + " rows are needed",
          days.size(), rare, BlockBootstrap.FEWEST_BLOCKS, LabelledPerformance.FEWEST_RARE);
    }
    int alerts = Math.max(1, (int) Math.round(alertShare * champion.size()));
    Days window =
        new Days(
            new double[days.size()],
            new double[days.size()],
            new double[days.size()],
            new double[days.size()]);
    for (MatureRows.Row row : champion) {
      int day = days.getOrDefault(row.day(), 0);
      (row.isRare() ? window.rare() : window.others())[day]++;
    }
    count(champion, alerts, days, window.first());
    count(challenger, alerts, days, window.second());
    BlockBootstrap test = BlockBootstrap.of(List.of(window), new Seeds(0).stream("duel/blocks"));
    double half = test.halfWidth(CONFIDENCE);
    double detectable =
        (test.distribution().quantile(1 - alpha / 2)
                + test.distribution().quantile(Detectable.POWER))
            * test.standardError();
    return new Duel(
        days.size(),
        champion.size(),
        rare,
        alerts,
        IntStream.range(0, days.size()).mapToDouble(day -> window.first()[day]).sum() / rare,
        IntStream.range(0, days.size()).mapToDouble(day -> window.second()[day]).sum() / rare,
        test.mean() - half,
        test.mean() + half,
        test.p(),
        alpha,
        effect,
        detectable,
        test.above(-effect) <= alpha,
        verdict(test, alpha, effect));
  }

  /** Of rows with equal scores at the border, the earlier ones raise the alert. */
  private static void count(
      List<MatureRows.Row> rows, int alerts, Map<Long, Integer> days, double[] caught) {
    rows.stream()
        .sorted(Comparator.comparingDouble((MatureRows.Row row) -> -row.score()))
        .limit(alerts)
        .filter(MatureRows.Row::isRare)
        .forEach(row -> caught[days.getOrDefault(row.day(), 0)]++);
  }

  private static DuelResult verdict(BlockBootstrap test, double alpha, double effect) {
    if (test.p() <= alpha) {
      return test.mean() > 0 ? DuelResult.UPLIFT : DuelResult.HARM;
    }
    double equivalence =
        TwoOneSidedTests.p(test.mean(), test.standardError(), test.distribution(), effect);
    return equivalence <= alpha ? DuelResult.EQUIVALENT : DuelResult.UNDECIDED;
  }
}
