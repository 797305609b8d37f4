package dev.synth.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.synth.augment.AugmentationPlan;
import dev.synth.compare.ArmSummary;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.MetricValue;
import dev.synth.evaluate.ScoredRows;
import dev.synth.evaluate.Unmeasured;
import dev.synth.internal.base.Json;
import dev.synth.internal.evaluate.ArmCurve;
import dev.synth.internal.evaluate.ArmImportance;
import dev.synth.internal.evaluate.ColumnDrop;
import dev.synth.internal.evaluate.PrecisionCurveTest;
import dev.synth.internal.evaluate.ReferenceLine;
import dev.synth.internal.evaluate.RepeatDiagnostics;
import dev.synth.internal.evaluate.Tuned;
import dev.synth.split.RareRows;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {
  /** Four rows, one rare, at a place in the order: average precision 1 / place. */
  private static ReferenceLine line(String detector, int place) {
    BitSet rare = new BitSet();
    rare.set(place - 1);
    return ReferenceLine.of(detector, new ScoredRows(new double[] {.9, .7, .5, .3}, rare));
  }

  private static RepeatDiagnostics repeat(int place, double precision) {
    return new RepeatDiagnostics(
        List.of(line("isolation-forest", place), line("one-class-svm", 1)),
        List.of(new ArmCurve(Arm.NONE, "xgboost", PrecisionCurveTest.flat(precision))),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static RepeatDiagnostics with(int place, ArmImportance... importance) {
    Tuned.Tried tried = new Tuned.Tried("usual", 0.5);
    Tuned tuned = new Tuned(place, RareRows.ALL, "xgboost", "usual", List.of(tried));
    return repeat(place, 0.5).with(List.of(importance), List.of(tuned), List.of());
  }

  @Test
  void averagesDetectorsAndCurvesOverRepeats() {
    Diagnostics description = Diagnostics.of(List.of(repeat(1, 0.5), repeat(4, 0.7)), 5);

    assertThat(description.detectors())
        .extracting(Diagnostics.Detector::name)
        .containsExactly("isolation-forest", "one-class-svm");
    ArmSummary.Spread spread =
        description.detectors().getFirst().figure(EvaluationMetric.AVERAGE_PRECISION);
    assertThat(spread.mean()).isEqualTo((1 + 0.25) / 2);
    assertThat(spread.standardDeviation()).isCloseTo(0.75 / Math.sqrt(2), within(1e-15));
    assertThat(description.detectors().getFirst().curve().precision()).containsOnly(0.625);
    assertThat(description.curves().getFirst().curve().precision())
        .allSatisfy(precision -> assertThat(precision).isCloseTo(0.6, within(1e-15)));
  }

  @Test
  void saysWhyAFigureIsNotThere() {
    ReferenceLine line = line("isolation-forest", 2);
    assertThat(line.figures().get(EvaluationMetric.RECALL_AT_FPR_1_PERCENT))
        .isInstanceOf(MetricValue.Skipped.class);
    Diagnostics description = Diagnostics.of(List.of(repeat(2, 0.5)), 5);
    assertThat(
            description
                .detectors()
                .getFirst()
                .figure(EvaluationMetric.RECALL_AT_FPR_1_PERCENT)
                .skipped())
        .isInstanceOf(Unmeasured.TooFewFalseAlarms.class);
  }

  @Test
  void readsBackAsItWasWritten() throws JsonProcessingException {
    Diagnostics description =
        Diagnostics.of(List.of(with(1, importance(Arm.NONE, 0.1)), repeat(2, 0.6)), 5);
    assertThat(Json.mapper().readValue(Json.write(description), Diagnostics.class))
        .isEqualTo(description);
    RepeatDiagnostics repeat = with(1, importance(Arm.NONE, 0.1));
    assertThat(Json.mapper().readValue(Json.write(repeat), RepeatDiagnostics.class))
        .isEqualTo(repeat);
  }

  private static ArmImportance importance(Arm arm, double validation) {
    return new ArmImportance(
        arm, "xgboost", validation, 1, List.of(new ColumnDrop("amount", 0.2, 0.01)));
  }

  @Test
  void showsTheImportanceForNoneAndForTheArmThatValidationRowsLikedBest() {
    Arm early = Arm.generator("early", new AugmentationPlan.Ratio(0.1));
    Arm best = Arm.generator("best", new AugmentationPlan.Ratio(0.1));
    RepeatDiagnostics one =
        with(1, importance(Arm.NONE, 0.9), importance(early, 0.5), importance(best, 0.4));
    RepeatDiagnostics two = with(2, importance(Arm.NONE, 0.9), importance(best, 0.7));

    assertThat(Diagnostics.of(List.of(one, two, repeat(1, 0.5)), 5).importance())
        .extracting(ArmImportance::arm, ArmImportance::repeats)
        .containsExactly(tuple(Arm.NONE, 2), tuple(best, 2));
    assertThat(Diagnostics.of(List.of(one, two), 5).tuned())
        .extracting(Tuned::repeat)
        .containsExactly(1, 2);
  }

  @Test
  void refusesAnotherVersionsFormat() {
    assertThatThrownBy(
            () -> new Diagnostics(7, List.of(), List.of(), List.of(), List.of(), List.of()))
        .hasMessageContaining("version 7");
  }
}
