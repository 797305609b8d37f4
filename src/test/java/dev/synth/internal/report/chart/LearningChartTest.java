package dev.synth.internal.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.augment.AugmentationPlan;
import dev.synth.compare.Comparison;
import dev.synth.compare.DoseResponse;
import dev.synth.compare.DoseResponse.Dose;
import dev.synth.compare.RealRowEquivalent;
import dev.synth.compare.Untested;
import dev.synth.evaluate.Arm;
import dev.synth.internal.report.evaluation.TableFacts;
import dev.synth.internal.report.table.FigureTable;
import dev.synth.internal.report.table.RealRowTable;
import dev.synth.split.RareRows;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The learning curve as a chart and as a table. */
class LearningChartTest {
  private static final Arm FEW = TableFacts.HOSTILE.withRareRows(new RareRows.AtMost(10));
  private static final Arm SMOTE =
      Arm.baseline("smote", new AugmentationPlan.Ratio(0.1)).withRareRows(new RareRows.AtMost(10));

  private static final Comparison COMPARISON =
      TableFacts.comparison(
          List.of(
              TableFacts.summary(FEW, "forest", 0.5), TableFacts.summary(SMOTE, "forest", 0.45)),
          List.of(),
          List.of(),
          new DoseResponse(
              "forest",
              List.of(new Dose(10, 0.4, 0.4), new Dose(100, 0.35, 0.375), new Dose(1000, 0.6, 0.6)),
              List.of(
                  new RealRowEquivalent(FEW, 10, 990, 412.4, 3.0, 990.0, null),
                  new RealRowEquivalent(
                      SMOTE, 10, 990, null, null, null, new Untested.UntestedCurve(null)))));

  @Test
  void noneIsACurveAndJudgedArmsStandBesideIt() {
    LineChart chart =
        LearningChart.of(COMPARISON, Objects.requireNonNull(COMPARISON.doseResponse()));
    assertThat(chart.x().log()).isTrue();
    assertThat(chart.lines())
        .containsExactly(
            LineChart.Line.of("none", List.of(10.0, 100.0, 1000.0), List.of(0.4, 0.35, 0.6))
                .toned(Chart.Tone.QUIET),
            LineChart.Line.of("<script>, ratio 0.1", List.of(10.0), List.of(0.5)));
  }

  @Test
  void theTableHasWorthWithItsIntervalAndADashWhereItCannotBeTold() {
    FigureTable table = RealRowTable.of(COMPARISON).orElseThrow();
    assertThat(table.headers()).containsExactly("Arm", "With 10");
    assertThat(table.blocks().getFirst().rows())
        .containsExactly(
            List.of("<script>, ratio 0.1", "412 [3, ≥ 990]"), List.of("smote, ratio 0.1", "–"));
    assertThat(table.notes().getFirst())
        .isEqualTo(
            "Average precision of none with forest: 0.400 with 10, 0.350 with 100, 0.600 with 1,000"
                + " real rare rows.");
    assertThat(table.notes().getLast())
        .isEqualTo("10 rare rows: not identifiable: nothing to test.");
    assertThat(table.html()).doesNotContain("<script");
  }

  @Test
  void withoutSeveralNumbersOfRareRowsThereIsNoTable() {
    assertThat(RealRowTable.of(TableFacts.comparison(List.of(), List.of()))).isEmpty();
  }
}
