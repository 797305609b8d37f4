package dev.synth.internal.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.augment.AugmentationPlan;
import dev.synth.compare.Comparison;
import dev.synth.evaluate.Arm;
import dev.synth.internal.report.page.TableFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceChartTest {
  /**
   * Values from −0.01 (the effect) to 0.06 (the interval's end) with 6 % room are −0.0142 to 0.0642
   * over 190 to 660: 0 is at 275.1, 0.02 at 395.0, 0.04 at 514.9, 0.06 at 634.8.
   */
  @Test
  void aJudgedArmHasDotsMeanAndInterval() {
    Comparison comparison =
        TableFacts.comparison(
            List.of(), List.of(TableFacts.difference(TableFacts.VAE, "forest", 0.04, 0.01)));
    assertThat(DifferenceChart.of(comparison))
        .contains("<g class=\"primary\">")
        .contains("<line class=\"zero\" x1=\"275.1\"")
        .contains("<line class=\"interval\" x1=\"395.0\" y1=\"43.0\" x2=\"634.8\" y2=\"43.0\"/>")
        .contains("<circle class=\"dot\" cx=\"514.9\" cy=\"43.0\" r=\"5.0\"/>")
        .contains(">+0.040  [+0.020, +0.060]</text>")
        .containsOnlyOnce("class=\"effect\"");
  }

  @Test
  void otherClassifiersAndBaselinesAreNotColoured() {
    Comparison comparison =
        TableFacts.comparison(
            List.of(),
            List.of(
                TableFacts.difference(TableFacts.VAE, "other", 0.04, 0.01),
                TableFacts.difference(
                    Arm.baseline("smote", new AugmentationPlan.Ratio(0.1)), "forest", 0.01, null)));
    assertThat(DifferenceChart.of(comparison))
        .doesNotContain("class=\"primary\"", "NaN")
        .contains(">other</text>", ">forest</text>", ">+0.010</text>")
        .containsOnlyOnce("class=\"interval\"");
  }

  @Test
  void namesAreEscapedAndNothingIsNoChart() {
    Comparison hostile =
        TableFacts.comparison(
            List.of(), List.of(TableFacts.difference(TableFacts.HOSTILE, "forest", 0.04, 0.01)));
    assertThat(DifferenceChart.of(hostile))
        .contains("&lt;script&gt;, ratio 0.1")
        .doesNotContain("<script");
    assertThat(DifferenceChart.of(TableFacts.comparison(List.of(), List.of()))).isEmpty();
  }
}
