package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.PriorShift;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money, alert budgets and the prior correction, from a config to a run's files. */
class FiguresTest {
  @TempDir Path folder;

  /** The small data with a loss in an extra column, a tenth of a time column's day a row. */
  private Path data(String... losses) throws IOException {
    List<String> lines = Files.readAllLines(SmallData.csv(folder, 600, 60));
    List<String> wider = new ArrayList<>(List.of("loss,seconds," + lines.getFirst()));
    for (int row = 1; row < lines.size(); row++) {
      String loss = row <= losses.length ? losses[row - 1] : row <= 60 ? "200" : "";
      wider.add("%s,%d,%s".formatted(loss, 8640L * (row * 7 % 600), lines.get(row)));
    }
    return Files.write(folder.resolve("losses.csv"), wider);
  }

  private CommandLineRun call(String command, String costs, String excluded, String... losses)
      throws IOException {
    Path config =
        SmallData.config(
            folder,
            data(losses),
            "data: {source: '%s', label: fraud, positive: 1, time: seconds, exclude: [seconds%s]}"
                .formatted(folder.resolve("losses.csv"), excluded),
            "generator: {kind: oversample}",
            "evaluation: {repeats: 3, classifiers: [logistic-regression], baselines: [none],"
                + " alerts: [5, 20], costs: %s}".formatted(costs));
    return CommandLineRun.withConfig(command, config, folder, "--run-name", "run");
  }

  private Comparison comparison() throws IOException {
    return Json.mapper()
        .readValue(folder.resolve("evaluation/run/comparison.json").toFile(), Comparison.class);
  }

  private static double mean(ArmSummary summary, String key) {
    Double mean = summary.asked(key).mean();
    return mean == null ? Double.NaN : mean;
  }

  @Test
  void measuresMoneyByAColumnThatIsNoFeature() throws IOException {
    CommandLineRun run =
        call("evaluate", "{missed: {column: loss}, alert: 3, currency: EUR}", ", loss");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("a missed rare row costs its 'loss', which is no feature");
    assertThat(run.out()).contains("Money: alerting nobody costs 2,400 EUR a repeat;");
    Comparison comparison = comparison();
    for (ArmSummary summary : comparison.summaries()) {
      // twelve rare test rows of 200 each, in every repeat
      assertThat(mean(summary, CostAndAlertMetrics.COST_WITHOUT_ALERTS)).isEqualTo(2400);
      // by the counts at the run's threshold
      double cost =
          (3.0 * summary.confusion().alerts() + 200.0 * summary.confusion().falseNegatives()) / 3;
      assertThat(mean(summary, CostAndAlertMetrics.COST)).isCloseTo(cost, within(1e-9));
      assertThat(mean(summary, CostAndAlertMetrics.SAVED)).isCloseTo(2400 - cost, within(1e-9));
    }
    assertThat(comparison.savings()).hasSize(2);
    assertThat(Files.readString(folder.resolve("evaluation/run/report.html")))
        .contains("<h2>Money, threshold max-f1</h2>", "<h2>Alert budgets</h2>");
    String header = Files.readAllLines(folder.resolve("evaluation/run/runs.csv")).getFirst();
    assertThat(header)
        .endsWith(
            ",threshold_fallback,cost,saved,min_cost_threshold,cost_at_min_cost,saved_at_min_cost,"
                + "cost_without_alerts,"
                + "precision_in_5_alerts,recall_in_5_alerts,precision_in_5_alerts_a_day,"
                + "recall_in_5_alerts_a_day,precision_in_20_alerts,recall_in_20_alerts,"
                + "precision_in_20_alerts_a_day,recall_in_20_alerts_a_day");
  }

  @Test
  void aDailyBudgetThatCoversEveryRowFindsEverything() throws IOException {
    assertThat(call("evaluate", "{missed: 10, alert: 3}", ", loss").code()).isZero();
    for (ArmSummary summary : comparison().summaries()) {
      // 60 days of ten rows, 120 test rows: nearly never more than five a day
      assertThat(mean(summary, CostAndAlertMetrics.recallIn(20, true))).isEqualTo(1);
      assertThat(mean(summary, CostAndAlertMetrics.recallIn(20, false))).isBetween(0.5, 1.0);
    }
  }

  @Test
  void theCorrectionLeavesNoneAloneAndMendsOversampling() throws IOException {
    assertThat(call("evaluate", "{missed: 10, alert: 3}", ", loss").code()).isZero();
    ArmSummary none = comparison().summaries().getFirst();
    ArmSummary oversampled = comparison().summaries().getLast();
    assertThat(none.arm().name()).isEqualTo("none");
    assertThat(none.figure(EvaluationMetric.CORRECTED_BRIER))
        .isEqualTo(none.figure(EvaluationMetric.BRIER));
    assertThat(none.figure(EvaluationMetric.CORRECTED_LOG_LOSS))
        .isEqualTo(none.figure(EvaluationMetric.LOG_LOSS));
    PriorShift shift = oversampled.priorShift();
    assertThat(shift.naturalClassRatio()).isCloseTo(36.0 / 324, within(1e-12));
    assertThat(shift.trainingClassRatio()).isCloseTo(0.3, within(0.01));
    assertThat(oversampled.figure(EvaluationMetric.CORRECTED_LOG_LOSS).mean())
        .isLessThan(oversampled.figure(EvaluationMetric.LOG_LOSS).mean());
  }

  @Test
  void minCostIsTheRunsOwnThresholdWhereItIsAskedFor() throws IOException {
    Path config =
        SmallData.config(
            folder,
            SmallData.csv(folder, 600, 60),
            "generator: {kind: oversample}",
            "evaluation: {repeats: 2, classifiers: [logistic-regression], baselines: [none],"
                + " cross_fit: true, threshold: min-cost, costs: {missed: {column: amount}, alert:"
                + " 3}}");
    CommandLineRun run = CommandLineRun.withConfig("evaluate", config, folder, "--run-name", "run");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("'amount', which is a feature like any other");
    assertThat(run.out().replace('\n', ' '))
        .contains("at the min-cost threshold of logistic-regression, none saves");
    assertThat(comparison().summaries().getFirst().asked().keySet())
        .containsExactly("cost", "saved", "cost_without_alerts");
  }

  @Test
  void aRareRowWithoutALossIsADataError() throws IOException {
    String[] losses =
        IntStream.range(0, 60).mapToObj(i -> i == 4 ? "" : "9").toArray(String[]::new);
    CommandLineRun run = call("evaluate", "{missed: {column: loss}, alert: 3}", ", loss", losses);
    assertThat(run.code()).as(run.err()).isEqualTo(3);
    assertThat(run.err()).contains("but rare row 5 of the data has none");
    run = call("evaluate", "{missed: {column: los}, alert: 3}", ", loss");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .contains(
            "evaluation.costs.missed.column: there is no column 'los'; the columns are loss,"
                + " seconds, amount, hour, channel, note; did you mean 'loss'?");
  }
}
