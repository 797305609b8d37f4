package dev.synth.internal.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.validate.ValidationReport.Floor;
import org.junit.jupiter.api.Test;

class FloorChartTest {
  /**
   * From 0.4 to 0.8 with 6 % room is 0.376 to 0.824 over 6 to 194: 0.4 is at 16.1, the median 0.5
   * at 58.0, 0.6 at 100.0 and the value at 183.9.
   */
  @Test
  void theBandTheMedianAndTheValueStandOnOneAxis() {
    String html = FloorChart.of("bad", 0.8, new Floor(40, 20, false, 0.5, 0.4, 0.6, 1));
    assertThat(html)
        .contains("aria-label=\"0.8; real rows: 0.4 to 0.6\"")
        .contains(
            "<rect class=\"band\" x=\"16.1\" y=\"4.0\" width=\"83.9\" height=\"14.0\" rx=\"2\"/>")
        .contains("<line class=\"median\" x1=\"58.0\" y1=\"4.0\" x2=\"58.0\" y2=\"18.0\"/>")
        .contains("<circle class=\"bad\" cx=\"183.9\" cy=\"11.0\" r=\"5.0\"/>");
  }

  @Test
  void aFloorWithoutWidthIsDrawn() {
    assertThat(FloorChart.of("good", 0, new Floor(40, 20, false, 0, 0, 0, 0.5)))
        .contains("width=\"0.5\"", "cx=\"100.0\"")
        .doesNotContain("NaN");
  }
}
