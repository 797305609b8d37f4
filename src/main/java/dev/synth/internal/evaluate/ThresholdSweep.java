package dev.synth.internal.evaluate;

import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Confusion;
import dev.synth.evaluate.Costs;
import dev.synth.evaluate.ScoredRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The effects of an arm's thresholds on validation rows: the rare rows that are found, the alerts
 * and the money, for numbers of alerts and for thresholds that all arms have in common. Everything
 * is a share or an amount a row, so that repeats of different sizes have a mean.
 *
 * @param arm the arm
 * @param classifier whose scores
 * @param rows how many validation rows there are
 * @param rareShare the share of rare ones among them, in (0, 1)
 * @param threshold the threshold that the run's rule chose
 * @param alerts the share of rows that raise an alert at it
 * @param found the share of rare rows that do
 * @param saved the money saved at it beside alerting nobody, a row; null where costs are not known
 * @param inAlerts what the highest scores find, as many as {@link #alertShares} says
 * @param atThreshold what each of {@link #thresholds} finds
 */
public record ThresholdSweep(
    Arm arm,
    String classifier,
    double rows,
    double rareShare,
    double threshold,
    double alerts,
    double found,
    @Nullable Double saved,
    SweepSteps inAlerts,
    SweepSteps atThreshold) {
  private static final int SHARES_A_DECADE = 30;
  private static final int DECADES = 4;
  private static final int THRESHOLDS = 61;

  /** The logarithmic odds of the lowest and the highest threshold: about 0.001 and 0.999. */
  private static final double OUTERMOST_ODDS = 6.9;

  /**
   * A row of numbers a quantity.
   *
   * @param alerts shares of rows that raise an alert
   * @param found shares of rare rows that do
   * @param saved money that is saved beside alerting nobody, a row; empty where costs are not known
   */
  public record SweepSteps(List<Double> alerts, List<Double> found, List<Double> saved) {
    public SweepSteps {
      alerts = List.copyOf(alerts);
      found = List.copyOf(found);
      saved = List.copyOf(saved);
    }

    private static SweepSteps mean(List<SweepSteps> all) {
      return new SweepSteps(
          means(all.stream().map(SweepSteps::alerts).toList()),
          means(all.stream().map(SweepSteps::found).toList()),
          means(all.stream().map(SweepSteps::saved).toList()));
    }

    private static List<Double> means(List<List<Double>> all) {
      return IntStream.range(0, all.getFirst().size())
          .mapToObj(i -> all.stream().mapToDouble(one -> one.get(i)).sum() / all.size())
          .toList();
    }
  }

  /** Returns the shares of rows that may raise an alert: from 0.0001 to 1, by equal factors. */
  public static List<Double> alertShares() {
    return IntStream.rangeClosed(0, SHARES_A_DECADE * DECADES)
        .mapToObj(i -> StrictMath.pow(10, (double) i / SHARES_A_DECADE - DECADES))
        .toList();
  }

  /** Returns the thresholds, rising: their odds differ by equal factors. */
  public static List<Double> thresholds() {
    return IntStream.range(0, THRESHOLDS)
        .mapToObj(i -> OUTERMOST_ODDS * (2.0 * i / (THRESHOLDS - 1) - 1))
        .map(odds -> 1 / (1 + StrictMath.exp(-odds)))
        .toList();
  }

  /**
   * Returns the sweep of an arm.
   *
   * @param rows validation rows and their scores
   * @param threshold the threshold that the run's rule chose
   * @param costs what errors cost, or null; losses of the rows are known where it is not
   */
  public static ThresholdSweep of(
      Arm arm, String classifier, ScoredRows rows, double threshold, @Nullable Costs costs) {
    Confusion chosen = rows.at(threshold);
    return new ThresholdSweep(
        arm,
        classifier,
        rows.rowCount(),
        (double) rows.rareCount() / rows.rowCount(),
        threshold,
        (double) chosen.alerts() / rows.rowCount(),
        (double) chosen.truePositives() / rows.rareCount(),
        costs == null ? null : saved(rows, threshold, costs),
        inAlerts(rows, costs),
        atThresholds(rows, costs));
  }

  /** Rows of one score raise their alerts at random: what lies between two scores is in between. */
  private static SweepSteps inAlerts(ScoredRows rows, @Nullable Costs costs) {
    List<Double> found = new ArrayList<>();
    List<Double> saved = new ArrayList<>();
    double none = costs == null ? 0 : costs.withoutAlerts(rows);
    ScoredRows.Descent descent = rows.descent();
    double[] before = {0, 0, 0};
    double[] after = {0, 0, 0};
    for (double share : alertShares()) {
      double alerts = share * rows.rowCount();
      while (after[0] < alerts && descent.next()) {
        before = after;
        double lost = costs == null ? 0 : descent.missedLoss() + costs.alert() * descent.alerts();
        after = new double[] {descent.alerts(), descent.truePositives(), none - lost};
      }
      double width = after[0] - before[0];
      double part = width == 0 ? 1 : Math.min(1, (alerts - before[0]) / width);
      found.add((before[1] + part * (after[1] - before[1])) / rows.rareCount());
      saved.add((before[2] + part * (after[2] - before[2])) / rows.rowCount());
    }
    return new SweepSteps(alertShares(), found, costs == null ? List.of() : saved);
  }

  private static SweepSteps atThresholds(ScoredRows rows, @Nullable Costs costs) {
    List<Double> alerts = new ArrayList<>();
    List<Double> found = new ArrayList<>();
    List<Double> saved = new ArrayList<>();
    for (double threshold : thresholds()) {
      Confusion counts = rows.at(threshold);
      alerts.add((double) counts.alerts() / rows.rowCount());
      found.add((double) counts.truePositives() / rows.rareCount());
      if (costs != null) {
        saved.add(saved(rows, threshold, costs));
      }
    }
    return new SweepSteps(alerts, found, saved);
  }

  private static double saved(ScoredRows rows, double threshold, Costs costs) {
    return (costs.withoutAlerts(rows) - costs.at(rows, threshold)) / rows.rowCount();
  }

  /** Returns the same of a procedure that chose this arm. */
  public ThresholdSweep as(Arm procedure) {
    return new ThresholdSweep(
        procedure,
        classifier,
        rows,
        rareShare,
        threshold,
        alerts,
        found,
        saved,
        inAlerts,
        atThreshold);
  }

  /** Returns the mean over repeats of one arm and classifier; at least one. */
  public static ThresholdSweep mean(List<ThresholdSweep> repeats) {
    ThresholdSweep first = repeats.getFirst();
    return new ThresholdSweep(
        first.arm,
        first.classifier,
        meanOf(repeats.stream().map(ThresholdSweep::rows).toList()),
        meanOf(repeats.stream().map(ThresholdSweep::rareShare).toList()),
        meanOf(repeats.stream().map(ThresholdSweep::threshold).toList()),
        meanOf(repeats.stream().map(ThresholdSweep::alerts).toList()),
        meanOf(repeats.stream().map(ThresholdSweep::found).toList()),
        first.saved == null
            ? null
            : (Double)
                meanOf(
                    repeats.stream().map(ThresholdSweep::saved).filter(Objects::nonNull).toList()),
        SweepSteps.mean(repeats.stream().map(ThresholdSweep::inAlerts).toList()),
        SweepSteps.mean(repeats.stream().map(ThresholdSweep::atThreshold).toList()));
  }

  private static double meanOf(List<Double> values) {
    return values.stream().mapToDouble(value -> value).sum() / values.size();
  }
}
