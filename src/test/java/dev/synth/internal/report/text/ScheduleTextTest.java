package dev.synth.internal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.base.Json;
import dev.synth.internal.listing.RunSchedule;
import dev.synth.internal.listing.RunSchedule.Row;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTextTest {
  private static String first(double seconds) {
    return ScheduleText.plain(
            new RunSchedule("r", 1, seconds, seconds, List.of(new Row(1, seconds))))
        .lines()
        .findFirst()
        .orElseThrow();
  }

  /** From two of a unit on, the next larger one. */
  @Test
  void durationsAreSecondsMinutesOrHours() {
    assertThat(first(119.9))
        .isEqualTo("The grid of r has 1 unit of 119.9 s in all; the longest takes 119.9 s.");
    assertThat(first(120)).contains("of 2.0 min in all");
    assertThat(first(7199)).contains("of 120.0 min in all");
    assertThat(first(7200)).contains("of 2.0 h in all");
  }

  @Test
  void unitsThatTookNoTimeDivideByNothing() throws IOException {
    RunSchedule none = new RunSchedule("r", 2, 0, 0, List.of(new Row(1, 0), new Row(2, 0)));
    assertThat(ScheduleText.plain(none))
        .contains("The grid of r has 2 units of 0.0 s in all; the longest takes 0.0 s.")
        .containsPattern("\\n +1 +0\\.0 s +1\\.0 +100 %\\n +2 +0\\.0 s +1\\.0 +50 %\\n")
        .doesNotContain("NaN");
    assertThat(Json.mapper().readTree(ScheduleText.json(none)).path("schedule").size())
        .isEqualTo(2);
  }

  @Test
  void linesFitATerminal() {
    RunSchedule wide =
        new RunSchedule("n".repeat(60), 1000, 1e6, 1e4, List.of(new Row(512, 12_345.6)));
    assertThat(ScheduleText.plain(wide).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }
}
