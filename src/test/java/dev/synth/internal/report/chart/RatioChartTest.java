package dev.synth.internal.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.augment.AugmentationPlan;
import dev.synth.augment.Labels;
import dev.synth.compare.PairedDifference;
import dev.synth.evaluate.Arm;
import dev.synth.internal.report.evaluation.TableFacts;
import dev.synth.split.RareRows;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RatioChartTest {
  private static Arm arm(String name, double ratio, Labels labels) {
    return Arm.generator(name, new AugmentationPlan.Ratio(ratio), labels);
  }

  private static PairedDifference row(Arm arm, double mean, @Nullable Double p) {
    return TableFacts.difference(arm, "forest", mean, p);
  }

  private static Optional<LineChart> chart(PairedDifference... rows) {
    return RatioChart.of(TableFacts.comparison(List.of(), List.of(rows)));
  }

  @Test
  void oneRatioIsNoCurve() {
    assertThat(chart()).isEmpty();
    assertThat(
            chart(
                row(arm("vae", 0.1, Labels.HARD), 0.01, 0.1),
                row(arm("mgs", 0.5, Labels.HARD), 0.02, 0.1),
                row(arm("vae", 0.5, Labels.SOFT), 0.02, 0.1)))
        .isEmpty();
  }

  @Test
  void aCurveRisesAlongItsRatios() {
    LineChart lines =
        chart(
                row(arm("vae", 1, Labels.HARD), 0.03, 0.1),
                row(arm("vae", 0.1, Labels.HARD), 0.01, 0.1),
                row(arm("vae", 0.5, Labels.HARD), 0.05, null))
            .orElseThrow();
    assertThat(lines.title())
        .isEqualTo("Change in average precision by the number of synthetic rows");
    assertThat(lines.description()).startsWith("Against none with forest: mean over repeats");
    assertThat(lines.x().log()).isTrue();
    LineChart.Line line = lines.lines().getFirst();
    assertThat(lines.lines()).hasSize(1);
    assertThat(line.name()).isEqualTo("vae");
    assertThat(line.x()).containsExactly(0.1, 0.5, 1.0);
    assertThat(line.y()).containsExactly(0.01, 0.05, 0.03);
    // what could not be tested has no interval: its band is its mean
    assertThat(line.low()).containsExactly(0.01 - 0.02, 0.05, 0.03 - 0.02);
    assertThat(line.high()).containsExactly(0.01 + 0.02, 0.05, 0.03 + 0.02);
  }

  @Test
  void softLabelsAreACurveOfTheirOwn() {
    LineChart lines =
        chart(
                row(arm("vae", 0.1, Labels.HARD), 0.01, 0.1),
                row(arm("vae", 0.1, Labels.SOFT), 0.02, 0.1),
                row(arm("vae", 0.5, Labels.HARD), 0.03, 0.1),
                row(arm("vae", 0.5, Labels.SOFT), 0.04, 0.1))
            .orElseThrow();
    assertThat(lines.lines())
        .extracting(LineChart.Line::name)
        .containsExactly("vae", "vae, soft labels");
    assertThat(lines.lines().getLast().y()).containsExactly(0.02, 0.04);
  }

  /** Other classifiers, fewer real rows, free rivals and fixed counts are other questions. */
  @Test
  void onlyJudgedArmsOnAllRowsWithTheClassifierOfTheVerdict() {
    Arm first = arm("vae", 0.1, Labels.HARD);
    Arm second = arm("vae", 0.5, Labels.HARD);
    assertThat(chart(row(first, 0.01, 0.1), TableFacts.difference(second, "trees", 0.02, 0.1)))
        .isEmpty();
    assertThat(
            chart(
                row(first, 0.01, 0.1),
                row(second.withRareRows(new RareRows.AtMost(16)), 0.02, 0.1)))
        .isEmpty();
    assertThat(
            chart(
                row(Arm.baseline("smote", new AugmentationPlan.Ratio(0.1)), 0.01, 0.1),
                row(Arm.baseline("smote", new AugmentationPlan.Ratio(0.5)), 0.02, 0.1)))
        .isEmpty();
  }
}
