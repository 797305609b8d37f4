package dev.synth.internal.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardErrorProgressTest {
  private static final long SECOND = 1_000_000_000L;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private long now;

  @Test
  void drawsABarWithRateAndRemainingTimeOnATerminal() {
    Progress progress = new StandardErrorProgress(err, true, () -> now);
    try (Progress.Stage stage = progress.stage("training", 2_000, "steps")) {
      now = SECOND;
      stage.advance(500);
    }
    // 500 steps in 1 s: 500/s, and 1,500 more take 3 s; a quarter of 24 cells is 6
    assertThat(text())
        .contains("training     ██████░░░░░░░░░░░░░░░░░░ 500/2,000 steps, 500/s, 0:03 left")
        .endsWith("training     500 steps in 1.0 s\n");
  }

  @Test
  void printsPlainLinesElsewhere() {
    Progress progress = new StandardErrorProgress(err, false, () -> now);
    try (Progress.Stage stage = progress.stage("evaluating", 120, "fits")) {
      now = SECOND;
      stage.advance(10);
      now = 12 * SECOND;
      stage.advance(20);
    }
    assertThat(text())
        .isEqualTo(
            """
            evaluating    30/120 fits, 2.5/s, 0:36 left
            evaluating   30 fits in 12.0 s
            """);
  }

  @Test
  void aUnitThatTakesLongIsShownWithWhatIsBeingDoneInIt() {
    Progress progress = new StandardErrorProgress(err, false, () -> now);
    try (Progress.Stage stage = progress.stage("validating", 41, "metrics")) {
      stage.doing("mean_ks, draw 1 of 200");
      now = 11 * SECOND;
      stage.doing("mean_ks, draw 2 of 200");
      stage.advance(41);
    }
    assertThat(text())
        .isEqualTo(
            """
            validating    0/41 metrics (mean_ks, draw 2 of 200)
            validating   41 metrics in 11.0 s
            """);
  }

  @Test
  void showsOneStageAtATime() {
    Progress progress = new StandardErrorProgress(err, false, () -> now);
    try (Progress.Stage outer = progress.stage("evaluating", 2, "fits");
        Progress.Stage inner = progress.stage("training", 5, "steps")) {
      inner.advance(5);
      outer.advance(2);
    }
    assertThat(text()).isEqualTo("evaluating   2 fits in 0.0 s\n");
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
