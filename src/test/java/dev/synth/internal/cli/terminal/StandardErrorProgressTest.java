package dev.synth.internal.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Progress;
import dev.synth.internal.cli.terminal.StandardErrorProgress.Appearance;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardErrorProgressTest {
  private static final long SECOND = 1_000_000_000L;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private long now;

  @Test
  void drawsABarWithRateAndRemainingTimeOnATerminal() {
    Progress progress = new StandardErrorProgress(err, Appearance.plain(true), () -> now);
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
  void oneUnitIsNoPlural() {
    Progress progress = new StandardErrorProgress(err, Appearance.plain(false), () -> now);
    for (String unit : List.of("files", "numbers of clusters")) {
      try (Progress.Stage stage = progress.stage("counts", 1, unit)) {
        stage.advance(1);
      }
    }
    assertThat(text())
        .contains("counts       1 file in 0.0 s\n", "counts       1 number of clusters in 0.0 s\n");
  }

  @Test
  void aBarDoesNotWrap() {
    Progress progress = new StandardErrorProgress(err, Appearance.plain(true), () -> now);
    progress.stage("training", 2_000, "steps");
    assertThat(text())
        .isEqualTo(
            "\r\u001b[K\u001b[?7ltraining     " + "░".repeat(24) + " 0/2,000 steps\u001b[?7h");
  }

  @Test
  void printsPlainLinesElsewhere() {
    Progress progress = new StandardErrorProgress(err, Appearance.plain(false), () -> now);
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
    Progress progress = new StandardErrorProgress(err, Appearance.plain(false), () -> now);
    try (Progress.Stage stage = progress.stage("validating", 41, "metrics")) {
      stage.doing("mean_ks", "draw", 1, 200);
      now = 11 * SECOND;
      stage.doing("mean_ks", "draw", 2, 200);
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
    Progress progress = new StandardErrorProgress(err, Appearance.plain(false), () -> now);
    try (Progress.Stage outer = progress.stage("evaluating", 2, "fits");
        Progress.Stage inner = progress.stage("training", 5, "steps")) {
      inner.advance(5);
      outer.advance(2);
    }
    assertThat(text()).isEqualTo("evaluating   2 fits in 0.0 s\n");
  }

  @Test
  void verboseTellsStagesInsideOthersToo() {
    Appearance verbose = new Appearance(false, true, Colours.NONE);
    Progress progress = new StandardErrorProgress(err, verbose, () -> now);
    try (Progress.Stage outer = progress.stage("evaluating", 2, "fits");
        Progress.Stage inner = progress.stage("training", 5, "steps")) {
      now = SECOND;
      inner.advance(5);
      outer.advance(2);
    }
    assertThat(text()).isEqualTo("  training   5 steps in 1.0 s\nevaluating   2 fits in 1.0 s\n");
  }

  @Test
  void coloursAreForTerminalsAndNeverAgainstNoColor() {
    assertThat(Colours.of(true, Map.of("TERM", "xterm")).wrong("x"))
        .isEqualTo("\u001b[31mx\u001b[0m");
    assertThat(Colours.of(true, Map.of("NO_COLOR", "1")).wrong("x")).isEqualTo("x");
    assertThat(Colours.of(true, Map.of("NO_COLOR", "")).on()).isTrue();
    assertThat(Colours.of(true, Map.of("CLICOLOR", "0")).on()).isFalse();
    assertThat(Colours.of(true, Map.of("CLICOLOR", "1")).on()).isTrue();
    assertThat(Colours.of(true, Map.of("TERM", "dumb")).on()).isFalse();
    assertThat(Colours.of(false, Map.of()).on()).isFalse();
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
