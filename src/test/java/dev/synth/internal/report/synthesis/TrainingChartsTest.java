package dev.synth.internal.report.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.generate.TrainingLog;
import dev.synth.generate.TrainingLog.Curve;
import dev.synth.generate.TrainingLog.Point;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingChartsTest {
  private static String html(int steps, Curve... curves) {
    return TrainingCharts.of(new TrainingLog(List.of(curves), steps, List.of()));
  }

  private static final Curve LOSS =
      new Curve("critic_loss", List.of(new Point(1, 12.5), new Point(2000, 0.25)));
  private static final Curve SCORE =
      new Curve("two-sample score", List.of(new Point(100, 0.9), new Point(300, 0.6)));

  @Test
  void nothingLoggedIsNothingDrawn() {
    assertThat(TrainingCharts.of(TrainingLog.EMPTY)).isEmpty();
    assertThat(html(0, new Curve("loss", List.of(new Point(1, 0.5))))).isEmpty();
    assertThat(html(0, new Curve("loss", List.of(new Point(1, 0.5), new Point(2, Double.NaN)))))
        .as("one finite point is no curve")
        .isEmpty();
  }

  @Test
  void aLossTellsWhereItCameFrom() {
    assertThat(html(0, LOSS))
        .contains("<strong>Critic loss</strong><span>From 12.5 at step 1 to 0.25 at step 2,000.<");
  }

  @Test
  void whatChoseTheStepsComesFirstAndIsMarked() {
    String html = html(300, LOSS, SCORE);
    assertThat(html.indexOf("Two-sample score")).isLessThan(html.indexOf("Critic loss"));
    assertThat(html).contains("\"verticals\":[{\"at\":300,\"name\":\"chosen\"}]");
    assertThat(html(0, SCORE)).doesNotContain("chosen\"");
    assertThat(html(301, SCORE)).as("beyond the curve").doesNotContain("chosen\"");
  }

  /** A long curve is thinned; its last point stays. */
  @Test
  void aLongCurveIsThinned() {
    Curve curve =
        new Curve("loss", IntStream.rangeClosed(1, 1000).mapToObj(i -> new Point(i, i)).toList());
    assertThat(html(0, curve))
        .contains("\"x\":[1,6,11,")
        .contains(",991,996,1000]")
        .contains("to 1,000 at step 1,000");
  }

  @Test
  void aHostileNameIsEscaped() {
    assertThat(html(0, new Curve("<script>", List.of(new Point(1, 1), new Point(2, 2)))))
        .contains("<strong>&lt;script&gt;</strong>")
        .doesNotContain("\"<script>");
  }
}
