package dev.synth.internal.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.generate.TrainingLog.Curve;
import dev.synth.generate.TrainingLog.Point;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossChartTest {
  private static String points(String html) {
    return html.replaceAll("(?s).*points=\"([^\"]*)\".*", "$1");
  }

  /**
   * Steps 100 to 200 with 6 % room are 94 to 206 over 56 to 412: step 100 is at 56 + 6 / 112 × 356
   * = 75.1, step 200 at 392.9. Values 1 to 3 are 0.88 to 3.12 over 180 to 8: 1 is at 170.8, 2 at
   * 94.0, 3 at 17.2.
   */
  @Test
  void aCurveGoesThroughItsPoints() {
    String html =
        LossChart.of(
            new Curve(
                "recon<x>_loss", List.of(new Point(100, 3), new Point(150, 2), new Point(200, 1))));
    assertThat(points(html)).isEqualTo("75.1,17.2 234.0,94.0 392.9,170.8");
    assertThat(html)
        .startsWith("<figure>\n<svg ")
        .contains("aria-label=\"Loss curve: recon&lt;x&gt;_loss\"")
        .endsWith("<figcaption>recon&lt;x&gt; loss</figcaption>\n</figure>\n");
  }

  @Test
  void fewerThanTwoFinitePointsAreNoCurve() {
    assertThat(LossChart.of(new Curve("a", List.of()))).isEmpty();
    assertThat(
            LossChart.of(
                new Curve(
                    "a",
                    List.of(
                        new Point(1, 2),
                        new Point(2, Double.NaN),
                        new Point(3, Double.POSITIVE_INFINITY)))))
        .isEmpty();
  }

  /** 1,000 points are every third one, 334, of which the last is the last. */
  @Test
  void moreThanFourHundredPointsAreThinned() {
    List<Point> many = new ArrayList<>();
    for (int step = 1; step <= 1000; step++) {
      many.add(new Point(step, step % 7));
    }
    String[] drawn = points(LossChart.of(new Curve("a", many))).split(" ");
    assertThat(drawn).hasSize(334);
  }
}
