package dev.synth.internal.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.augment.AugmentationPlan;
import dev.synth.compare.Comparison;
import dev.synth.evaluate.Arm;
import dev.synth.internal.report.evaluation.TableFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counts of alerts, and what more synthetic rows do. */
class CountChartTest {
  private static final Arm MORE = Arm.generator("vae", new AugmentationPlan.Ratio(0.5));

  /** A summary has 60 rare rows found, 136 missed and 11 false alarms in two repeats. */
  @Test
  void countsAreThoseOfARepeatWithTheFirstClassifier() {
    Comparison comparison =
        TableFacts.comparison(
            List.of(
                TableFacts.summary(TableFacts.HOSTILE, "forest", 0.5),
                TableFacts.summary(Arm.NONE, "other", 0.5)),
            List.of());
    Bars bars = CountChart.of(comparison).orElseThrow();
    assertThat(bars.names()).containsExactly("<script>, ratio 0.1");
    assertThat(bars.series())
        .extracting(Bars.Series::name)
        .containsExactly("found", "false alarms", "missed");
    assertThat(bars.series())
        .extracting(Bars.Series::values)
        .containsExactly(List.of(30.0), List.of(5.5), List.of(68.0));
    assertThat(CountChart.of(TableFacts.comparison(List.of(), List.of()))).isEmpty();
  }

  @Test
  void aGeneratorWithTwoRatiosIsACurveWithItsIntervals() {
    LineChart chart =
        RatioChart.of(
                TableFacts.comparison(
                    List.of(),
                    List.of(
                        TableFacts.difference(MORE, "forest", 0.06, 0.01),
                        TableFacts.difference(TableFacts.VAE, "forest", 0.04, 0.01),
                        TableFacts.difference(TableFacts.VAE, "other", 0.9, 0.01),
                        TableFacts.difference(TableFacts.HOSTILE, "forest", 0.01, 0.01))))
            .orElseThrow();
    assertThat(chart.lines()).hasSize(1);
    LineChart.Line line = chart.lines().getFirst();
    assertThat(line.name()).isEqualTo("vae");
    assertThat(line.x()).containsExactly(0.1, 0.5);
    assertThat(line.y()).containsExactly(0.04, 0.06);
    assertThat(line.low()).containsExactly(0.04 - 0.02, 0.06 - 0.02);
  }

  @Test
  void oneRatioIsNoCurve() {
    assertThat(
            RatioChart.of(
                TableFacts.comparison(
                    List.of(),
                    List.of(TableFacts.difference(TableFacts.VAE, "forest", 0.04, 0.01)))))
        .isEmpty();
  }
}
