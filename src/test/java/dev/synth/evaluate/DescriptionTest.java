package dev.synth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.synth.augment.AugmentationPlan;
import dev.synth.base.Json;
import dev.synth.split.RareRows;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescriptionTest {
  /** Four rows, one rare, at a place in the order: average precision 1 / place. */
  private static ReferenceLine line(String detector, int place) {
    BitSet rare = new BitSet();
    rare.set(place - 1);
    return ReferenceLine.of(detector, new ScoredRows(new double[] {.9, .7, .5, .3}, rare));
  }

  private static RepeatDescription repeat(int place, double precision) {
    return new RepeatDescription(
        List.of(line("isolation-forest", place), line("one-class-svm", 1)),
        List.of(new ArmCurve(Arm.NONE, "xgboost", PrecisionCurveTest.flat(precision))),
        List.of(),
        List.of());
  }

  private static RepeatDescription with(int place, ArmImportance... importance) {
    Tuned.Tried tried = new Tuned.Tried("usual", 0.5);
    Tuned tuned = new Tuned(place, RareRows.ALL, "xgboost", "usual", List.of(tried));
    return repeat(place, 0.5).with(List.of(importance), List.of(tuned));
  }

  @Test
  void averagesDetectorsAndCurvesOverRepeats() {
    Description description = Description.of(List.of(repeat(1, 0.5), repeat(4, 0.7)), 5);

    assertThat(description.detectors())
        .extracting(Description.Detector::name)
        .containsExactly("isolation-forest", "one-class-svm");
    ArmSummary.Spread spread = description.detectors().getFirst().figure(Measure.AVERAGE_PRECISION);
    assertThat(spread.mean()).isEqualTo((1 + 0.25) / 2);
    assertThat(spread.standardDeviation()).isCloseTo(0.75 / Math.sqrt(2), within(1e-15));
    assertThat(description.detectors().getFirst().curve().precision()).containsOnly(0.625);
    assertThat(description.curves().getFirst().curve().precision())
        .allSatisfy(precision -> assertThat(precision).isCloseTo(0.6, within(1e-15)));
  }

  @Test
  void saysWhyAFigureIsNotThere() {
    ReferenceLine line = line("isolation-forest", 2);
    assertThat(line.figures().get(Measure.RECALL_AT_FPR_1_PERCENT))
        .isInstanceOf(Figure.Skipped.class);
    Description description = Description.of(List.of(repeat(2, 0.5)), 5);
    assertThat(description.detectors().getFirst().figure(Measure.RECALL_AT_FPR_1_PERCENT).skipped())
        .contains("fewer than");
  }

  @Test
  void readsBackAsItWasWritten() throws JsonProcessingException {
    Description description =
        Description.of(List.of(with(1, importance(Arm.NONE, 0.1)), repeat(2, 0.6)), 5);
    assertThat(Json.mapper().readValue(Json.write(description), Description.class))
        .isEqualTo(description);
    RepeatDescription repeat = with(1, importance(Arm.NONE, 0.1));
    assertThat(Json.mapper().readValue(Json.write(repeat), RepeatDescription.class))
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
    RepeatDescription one =
        with(1, importance(Arm.NONE, 0.9), importance(early, 0.5), importance(best, 0.4));
    RepeatDescription two = with(2, importance(Arm.NONE, 0.9), importance(best, 0.7));

    assertThat(Description.of(List.of(one, two, repeat(1, 0.5)), 5).importance())
        .extracting(ArmImportance::arm, ArmImportance::repeats)
        .containsExactly(tuple(Arm.NONE, 2), tuple(best, 2));
    assertThat(Description.of(List.of(one, two), 5).tuned())
        .extracting(Tuned::repeat)
        .containsExactly(1, 2);
  }

  @Test
  void refusesAnotherVersionsFormat() {
    assertThatThrownBy(() -> new Description(7, List.of(), List.of(), List.of(), List.of()))
        .hasMessageContaining("version 7");
  }
}
