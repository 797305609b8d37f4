package dev.synth.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.evaluate.Arm;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.Costs;
import dev.synth.evaluate.Evaluation;
import dev.synth.evaluate.MetricValue;
import dev.synth.evaluate.MissedCost;
import dev.synth.evaluate.Results;
import dev.synth.evaluate.TestRanks;
import dev.synth.internal.base.Json;
import dev.synth.internal.compare.Comparer;
import dev.synth.internal.compare.RunsCsv;
import dev.synth.internal.report.wording.metric.FallbackWords;
import dev.synth.split.SplitOptions.Method;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SavingTest {
  private static final CostAndAlertMetrics MONEY =
      new CostAndAlertMetrics(new Costs(new MissedCost.Column("amount"), 5, "EUR"), List.of());

  private static Comparison compare(Method method, double... differences) {
    List<RepeatResult> repeats = new ArrayList<>();
    for (int i = 0; i < differences.length; i++) {
      repeats.add(
          new RepeatResult(
              i + 1,
              Results.SIZES,
              List.of(),
              List.of(
                  saving(Arm.NONE, i + 1, 100), saving(Results.VAE, i + 1, 100 + differences[i]))));
    }
    return Comparer.compare(new Protocol("random-forest", method, "max-f1", 0.01, MONEY), repeats);
  }

  private static Evaluation saving(Arm arm, int repeat, double saved) {
    return Results.evaluation(arm, "random-forest", repeat, 0.5)
        .asking(
            Map.of(
                CostAndAlertMetrics.SAVED, new MetricValue.Value(saved),
                CostAndAlertMetrics.COST, new MetricValue.Value(500 - saved),
                CostAndAlertMetrics.COST_WITHOUT_ALERTS, new MetricValue.Value(500)));
  }

  @Test
  void theIntervalIsNadeauAndBengios() {
    // scipy: d = [10, -4, 25, 3, 8], se = sqrt(d.var(ddof=1) * (1/5 + 2000/6000)),
    // d.mean() ± stats.t.ppf(.975, 4) * se, 2 * stats.t.sf(d.mean() / se, 4)
    Saving saving = compare(Method.RANDOM, 10, -4, 25, 3, 8).savings().getFirst();
    assertThat(saving.figure()).isEqualTo("saved");
    assertThat(saving.mean()).isCloseTo(8.4, within(1e-12));
    assertThat(saving.standardError()).isCloseTo(7.841768508, within(1e-8));
    assertThat(saving.low()).isCloseTo(-13.37223979, within(1e-7));
    assertThat(saving.high()).isCloseTo(30.17223979, within(1e-7));
    assertThat(saving.p()).isCloseTo(0.3444153878, within(1e-9));
  }

  @Test
  void whatCannotBeTestedSaysWhy() {
    assertThat(compare(Method.RANDOM, 3).savings().getFirst().note())
        .isEqualTo(new Untested.OneRepeat());
    Saving same = compare(Method.RANDOM, 3, 3, 3).savings().getFirst();
    assertThat(same.note()).isEqualTo(new Untested.NoVariation(Untested.NoVariation.Parts.REPEATS));
    assertThat(same.mean()).isEqualTo(3);
    assertThat(same.low()).isNull();
    assertThat(compare(Method.TIME, 3, 5, 7).savings().getFirst().note())
        .isEqualTo(new Untested.UnknownBlocks());
  }

  /**
   * Three repeats that test the same rows, rare ones with these losses first and as many others.
   */
  private static Comparison ranked(double... losses) {
    int count = losses.length;
    double[] one = new double[2 * count];
    double[] other = new double[2 * count];
    for (int row = 0; row < one.length; row++) {
      one[row] = row % 3;
      other[row] = row % 2;
    }
    BitSet rare = new BitSet();
    rare.set(0, count);
    TestRanks ranks =
        new TestRanks(
            IntStream.range(0, 2 * count).toArray(),
            rare,
            "random-forest",
            List.of(
                TestRanks.OfArm.of(Arm.NONE, null, one, 1, null),
                TestRanks.OfArm.of(Results.VAE, null, other, 1, null)),
            DoubleStream.of(losses).boxed().toList());
    List<RepeatResult> repeats = new ArrayList<>();
    for (int repeat = 1; repeat <= 3; repeat++) {
      repeats.add(
          new RepeatResult(
              repeat,
              Results.SIZES,
              List.of(),
              List.of(saving(Arm.NONE, repeat, 100), saving(Results.VAE, repeat, 100 + 7 * repeat)),
              List.of(),
              ranks));
    }
    return Comparer.compare(
        new Protocol("random-forest", Method.RANDOM, "max-f1", 0.01, MONEY), repeats);
  }

  @Test
  void moneyThatRestsOnFewLossesHasNoIntervalInUse() {
    double[] equal = new double[12];
    Arrays.fill(equal, 30);
    Comparison alike = ranked(equal);
    assertThat(alike.savings().getFirst().effectiveLosses()).isCloseTo(12, within(1e-12));
    assertThat(alike.savings().getFirst().restsOnFewLosses()).isFalse();
    assertThat(saved(alike).low()).isNotNull();
    equal[5] = 900;
    Comparison few = ranked(equal);
    // (11·30 + 900)² / (11·30² + 900²)
    assertThat(few.savings().getFirst().effectiveLosses())
        .isCloseTo(1230.0 * 1230 / 819_900, within(1e-12));
    assertThat(few.savings().getFirst().restsOnFewLosses()).isTrue();
    assertThat(few.savings().getFirst().low()).as("for programs").isNotNull();
    assertThat(saved(few).low()).isNull();
  }

  private static InUse.Change saved(Comparison comparison) {
    InUse use = Objects.requireNonNull(comparison.primary().getFirst().inUse());
    return Objects.requireNonNull(use.saved());
  }

  @Test
  void theComparisonReadsBack() throws IOException {
    Comparison comparison = compare(Method.RANDOM, 10, -4, 25, 3, 8);
    assertThat(Json.mapper().readValue(Json.write(comparison), Comparison.class))
        .isEqualTo(comparison);
    assertThat(Json.tree(comparison).at("/protocol/asked/costs/missed/column").asText())
        .isEqualTo("amount");
    assertThat(comparison.summaries().getFirst().asked(CostAndAlertMetrics.COST).mean())
        .isEqualTo(400);
  }

  @Test
  void runsCsvEndsInTheFiguresThatAreAskedFor() {
    RepeatResult repeat =
        new RepeatResult(1, Results.SIZES, List.of(), List.of(saving(Arm.NONE, 1, 100)));
    List<String> lines = RunsCsv.of(List.of(repeat), FallbackWords::of).lines().toList();
    assertThat(lines.getFirst()).contains(",threshold_fallback,").contains(",saved");
    assertThat(lines.getFirst().split(",", -1)).hasSameSizeAs(lines.getLast().split(",", -1));
  }
}
