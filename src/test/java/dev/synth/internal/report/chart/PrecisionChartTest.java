package dev.synth.internal.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.evaluate.Arm;
import dev.synth.internal.compare.Diagnostics;
import dev.synth.internal.evaluate.ArmCurve;
import dev.synth.internal.report.page.TableFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrecisionChartTest {
  @Test
  void everyArmHasALineAndItsPlaceInTheKey() {
    String chart =
        chart(
            new ArmCurve(Arm.NONE, "forest", DescriptionReportTest.flat(0.5)),
            new ArmCurve(TableFacts.HOSTILE, "forest", DescriptionReportTest.flat(0.7)));
    assertThat(chart)
        .contains("Precision by recall on test rows", "recall; upwards: precision")
        .contains(">none<", "&lt;script&gt;, ratio 0.1")
        .doesNotContain("<script");
    assertThat(chart.split("<polyline", -1)).hasSize(1 + 2 * 2);
  }

  @Test
  void withoutCurvesThereIsNoChart() {
    assertThat(chart()).isEmpty();
  }

  private static String chart(ArmCurve... curves) {
    return PrecisionChart.of(
        new Diagnostics(
            Diagnostics.SCHEMA_VERSION,
            List.of(),
            List.of(curves),
            List.of(),
            List.of(),
            List.of()));
  }
}
