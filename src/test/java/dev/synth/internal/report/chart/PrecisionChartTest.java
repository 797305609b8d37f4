package dev.synth.internal.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.Protocol;
import dev.synth.evaluate.Arm;
import dev.synth.internal.compare.Diagnostics;
import dev.synth.internal.evaluate.ArmCurve;
import dev.synth.internal.report.evaluation.TableFacts;
import dev.synth.split.SplitOptions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrecisionChartTest {
  @Test
  void everyArmHasALine() {
    LineChart chart =
        chart(
                new ArmCurve(Arm.NONE, "forest", DescriptionReportTest.flat(0.5)),
                new ArmCurve(TableFacts.HOSTILE, "forest", DescriptionReportTest.flat(0.7)))
            .orElseThrow();
    assertThat(chart.lines())
        .extracting(LineChart.Line::name)
        .containsExactly("none", "<script>, ratio 0.1");
    assertThat(chart.lines().getFirst().tone()).isEqualTo(Chart.Tone.QUIET);
    // the figures of a summary are all 0.5
    assertThat(chart.lines().getFirst().marks())
        .containsExactly(new LineChart.Mark(0.5, 0.5, "max-f1"));
    assertThat(chart.lines().getLast().x()).startsWith(0.05, 0.1).endsWith(1.0);
    assertThat(chart.lines().getLast().y()).containsOnly(0.7);
  }

  @Test
  void withoutCurvesThereIsNoChart() {
    assertThat(chart()).isEmpty();
  }

  private static Optional<LineChart> chart(ArmCurve... curves) {
    return PrecisionChart.of(
        new Diagnostics(
            Diagnostics.SCHEMA_VERSION,
            List.of(),
            List.of(curves),
            List.of(),
            List.of(),
            List.of()),
        List.of(TableFacts.summary(Arm.NONE, "forest", 0.5)),
        new Protocol("forest", SplitOptions.Method.RANDOM, "max-f1", 0.01));
  }
}
