package dev.synth.internal.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SvgTest {
  @Test
  void everyShapeHasItsClassAndPlacesWithOneDecimal() {
    String html =
        new Svg(100, 50, "<title>")
            .open("arm")
            .line("axis", 1, 2.04, 3.06, 4)
            .box("band", 1, 2, 30, 4)
            .dot("good", 5, 6, 2.5)
            .text("soft", "end", 7, 8, "a < b")
            .path("curve", "1.0,2.0 3.0,4.0")
            .close()
            .html();
    assertThat(html)
        .isEqualTo(
            """
            <svg class="drawing" viewBox="0 0 100 50" width="100" height="50" role="img" aria-label="&lt;title&gt;">
            <g class="arm">
            <line class="axis" x1="1.0" y1="2.0" x2="3.1" y2="4.0"/>
            <rect class="band" x="1.0" y="2.0" width="30.0" height="4.0" rx="2"/>
            <circle class="good" cx="5.0" cy="6.0" r="2.5"/>
            <text class="soft" text-anchor="end" x="7.0" y="8.0">a &lt; b</text>
            <polyline class="curve" points="1.0,2.0 3.0,4.0"/>
            </g>
            </svg>
            """);
  }

  /** A band without width would be invisible. */
  @Test
  void aBoxIsNeverThinnerThanHalfAUnit() {
    assertThat(new Svg(9, 9, "").box("band", 1, 1, 0, 4).html()).contains("width=\"0.5\"");
  }
}
