package dev.synth.internal.experiment.audit;

import dev.synth.evaluate.Arm;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.Costs;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.TestRanks;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.compare.ResultKey;
import dev.synth.internal.compare.ResultLine;
import dev.synth.internal.compare.RunRanks;
import dev.synth.internal.compare.RunsCsv;
import dev.synth.internal.stats.rows.Ranking;
import dev.synth.internal.stats.rows.TestRows;
import dev.synth.internal.stats.rows.WeightedPrecision;
import dev.synth.run.RunFile;
import dev.synth.split.HeldOut;
import dev.synth.split.Split;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds the ranks of test rows against the splits, and against the figures of a {@code runs.csv}.
 */
final class RankAudit {
  private static final double ROUNDING = 1e-9;

  private static final String AT_LEAST_COST =
      CostAndAlertMetrics.SAVED + CostAndAlertMetrics.AT_MIN_COST;

  private final @Nullable RunRanks ranks;
  private final RunsCsv runs;
  private final @Nullable Costs costs;

  private RankAudit(@Nullable RunRanks ranks, RunsCsv runs, @Nullable Costs costs) {
    this.ranks = ranks;
    this.runs = runs;
    this.costs = costs;
  }

  /**
   * Reads the run's ranks, if there are any.
   *
   * @param costs what the config says of errors, or null
   */
  static RankAudit of(Path folder, RunsCsv runs, @Nullable Costs costs) {
    boolean isThere = RunFile.RANKS.isIn(folder);
    return new RankAudit(isThere ? RunFile.RANKS.read(folder, RunRanks.class) : null, runs, costs);
  }

  /** Returns a repeat's ranks, or null. */
  @Nullable TestRanks of(int repeat) {
    return ranks == null || ranks.repeats().size() < repeat
        ? null
        : ranks.repeats().get(repeat - 1);
  }

  /**
   * Returns the ranks of a repeat's test rows by an arm's classifier; empty where they are not
   * known.
   */
  Optional<int[]> of(int repeat, Arm arm, String classifier) {
    return Optional.ofNullable(of(repeat)).flatMap(own -> own.ranks(arm, classifier));
  }

  /** Returns what is wrong with a repeat's ranks, a sentence each. */
  List<String> alarms(int repeat, Split split) {
    TestRanks own = of(repeat);
    if (split.testBlocks() != null) {
      return List.of();
    }
    if (own == null) {
      return List.of(PlainText.of("ranks.json: repeat %d is missing", repeat));
    }
    boolean isOfSplit =
        Arrays.equals(own.units(), HeldOut.units(split.test()))
            && own.rare().cardinality() == split.test().rareCount();
    if (!isOfSplit) {
      return List.of(
          PlainText.of(
              "ranks.json: the test rows of repeat %d are not those of its split", repeat));
    }
    List<String> alarms = new ArrayList<>();
    own.arms().forEach(arm -> alarms.addAll(alarms(repeat, own, arm)));
    return alarms;
  }

  private List<String> alarms(int repeat, TestRanks own, TestRanks.OfArm arm) {
    String classifier = own.classifierOf(arm);
    TestRows rows = new TestRows(own.units(), own.rare());
    Ranking ranking = Ranking.ofRanks(own.ranks(arm.arm(), classifier).orElseThrow());
    double[] once = new double[rows.size()];
    Arrays.fill(once, 1);
    double precision = new WeightedPrecision().value(rows, ranking, once);
    ResultKey place = ResultKey.of(repeat, arm.arm(), classifier);
    for (ResultLine line : runs.lines()) {
      if (line.place().equals(place)) {
        if (own.alerts(arm, true) != line.whole("true_positives")
            || own.alerts(arm, false) != line.whole("false_positives")) {
          return List.of(
              PlainText.of(
                  "ranks.json: %s has %d and %d alerts, but other ones in runs.csv",
                  place.describe(), own.alerts(arm, true), own.alerts(arm, false)));
        }
        double said = line.number(EvaluationMetric.AVERAGE_PRECISION.key());
        return Math.abs(said - precision) <= ROUNDING
            ? alarmsOfMoney(own, arm.arm(), classifier, line)
            : List.of(
                PlainText.of(
                    "ranks.json: %s has an average precision of %s, but in runs.csv of %s",
                    place.describe(), precision, said));
      }
    }
    return List.of(PlainText.of("ranks.json: %s has no result in runs.csv", place.describe()));
  }

  /** Returns what is wrong with the losses, as far as sums of them stand in a line. */
  private List<String> alarmsOfMoney(TestRanks own, Arm arm, String classifier, ResultLine line) {
    if (costs == null) {
      return List.of();
    }
    BitSet rare = own.rare();
    Map<String, Double> sums = new LinkedHashMap<>();
    double[] ofAlerts = own.savedByAlerts(costs.alert()).orElse(null);
    double[] ofRare = own.savedByAlerts(0).orElse(null);
    if (ofAlerts != null && ofRare != null) {
      sums.put(CostAndAlertMetrics.COST_WITHOUT_ALERTS, sum(ofRare, rare));
      own.alerts(arm, classifier)
          .ifPresent(at -> sums.put(CostAndAlertMetrics.SAVED, sum(ofAlerts, at)));
      own.cheapestAlerts(arm, classifier)
          .ifPresent(at -> sums.put(AT_LEAST_COST, sum(ofAlerts, at)));
    }
    List<String> alarms = new ArrayList<>();
    for (String figure :
        List.of(
            CostAndAlertMetrics.COST_WITHOUT_ALERTS, CostAndAlertMetrics.SAVED, AT_LEAST_COST)) {
      Double sum = sums.get(figure);
      boolean isMeasured = line.fields().containsKey(figure);
      if (isMeasured && (sum == null || !isClose(sum, line.number(figure)))) {
        alarms.add(
            PlainText.of(
                "ranks.json: %s has %s for %s, but in runs.csv %s",
                line.place().describe(), sum == null ? "nothing" : sum, figure, line.text(figure)));
      }
    }
    return alarms;
  }

  private static double sum(double[] amounts, BitSet rows) {
    return rows.stream().mapToDouble(row -> amounts[row]).sum();
  }

  private static boolean isClose(double one, double other) {
    return Math.abs(one - other) <= ROUNDING * Math.max(1, Math.abs(other));
  }
}
