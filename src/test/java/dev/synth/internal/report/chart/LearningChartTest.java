package dev.synth.internal.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.augment.AugmentationPlan;
import dev.synth.compare.Comparison;
import dev.synth.compare.DoseResponse;
import dev.synth.compare.DoseResponse.Dose;
import dev.synth.compare.RealRowEquivalent;
import dev.synth.compare.Untested;
import dev.synth.evaluate.Arm;
import dev.synth.internal.report.page.TableFacts;
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

  /**
   * Decades of rows lie 290 apart between 60 and 640. Heights from 0.35 to 0.6 with 6 % room are
   * 0.335 to 0.615 over 260 to 12: 0.35 is at 246.7, 0.375 at 224.6, 0.4 at 202.4, 0.5 at 113.9 and
   * 0.6 at 25.3.
   */
  @Test
  void noneIsACurveAndJudgedArmsAreDots() {
    String html = LearningChart.of(COMPARISON, Objects.requireNonNull(COMPARISON.doseResponse()));
    assertThat(html)
        .contains("points=\"60.0,202.4 350.0,224.6 640.0,25.3\"")
        .contains("<circle class=\"dot\" cx=\"350.0\" cy=\"246.7\" r=\"5.0\"/>")
        .contains("<circle class=\"dot\" cx=\"60.0\" cy=\"113.9\" r=\"3.5\"/>")
        .contains("from the top with 10: &lt;script&gt; at ratio 0.1.")
        .doesNotContain("<script", "smote", "NaN");
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
