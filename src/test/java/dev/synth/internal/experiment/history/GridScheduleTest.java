package dev.synth.internal.experiment.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.internal.base.Json;
import dev.synth.internal.listing.RunSchedule;
import dev.synth.internal.report.text.ScheduleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridScheduleTest {
  /** Twelve seconds of work. */
  private static final List<Double> UNITS = List.of(3.0, 1.0, 2.0, 5.0, 1.0);

  @ParameterizedTest
  // By hand, with the units 3 1 2 5 1 in this order:
  // 2 at once: a has 3 (0-3) and 5 (3-8), b has 1 (0-1), 2 (1-3) and 1 (3-4)
  // 3 at once: a has 3 (0-3), b has 1 and 5 (1-6), c has 2 (0-2) and 1 (2-3)
  // 4 at once: b is free first, after 1 second, and has the last 1; d has 5
  @CsvSource({"1, 12", "2, 8", "3, 6", "4, 5", "5, 5", "100, 5"})
  void unitsGoInOrderToWhoeverIsFreeFirst(int atOnce, double seconds) {
    assertThat(GridSchedule.seconds(UNITS, atOnce)).isEqualTo(seconds);
  }

  @Test
  void rowsEndWhereMoreAtOnceHelpsNobody() {
    RunSchedule schedule = GridSchedule.of("mine", UNITS);
    assertThat(schedule.rows())
        .containsExactly(
            new RunSchedule.Row(1, 12), new RunSchedule.Row(2, 8), new RunSchedule.Row(4, 5));
    assertThat(schedule.longest()).isEqualTo(5);
    RunSchedule.Row four = schedule.rows().getLast();
    assertThat(schedule.speedup(four)).isEqualTo(12.0 / 5);
    assertThat(schedule.busy(four)).isCloseTo(12.0 / 5 / 4, within(1e-12)); // rounding
  }

  @Test
  void unitsOfNoTimeAndASingleUnitHaveASchedule() {
    assertThat(GridSchedule.of("none", List.of(0.0, 0.0)).rows())
        .containsExactly(new RunSchedule.Row(1, 0));
    assertThat(GridSchedule.of("one", List.of(7.0)).rows())
        .containsExactly(new RunSchedule.Row(1, 7));
  }

  /** The run of synth generate has its times beside its rows, that of synth evaluate the others. */
  @ParameterizedTest
  @ValueSource(strings = {"synthetic-out", "evaluation"})
  void timesAreFoundInEitherFolder(String parent, @TempDir Path out) throws IOException {
    for (String name : List.of("synthetic-out/mine", "evaluation/mine")) {
      Files.createDirectories(out.resolve(name));
    }
    Files.writeString(out.resolve("synthetic-out/mine/validation.json"), "{}");
    Files.writeString(out.resolve("evaluation/mine/comparison.json"), "{}");
    Files.writeString(
        out.resolve(parent).resolve("mine/provenance.json"), "{\"unit_seconds\": {\"a\": 2.5}}");

    assertThat(GridSchedule.of("mine", out).longest()).isEqualTo(2.5);
  }

  @Test
  void theTableAndItsJsonSayTheSame() throws IOException {
    RunSchedule schedule = GridSchedule.of("mine", List.of(300.0, 60.0, 120.0));
    assertThat(ScheduleText.plain(schedule))
        .contains("The grid of mine has 3 units of 8.0 min in all; the longest takes 5.0 min.")
        .containsPattern("\n +1 +8\\.0 min +1\\.0 +100 %\n +2 +5\\.0 min +1\\.6 +80 %\n");
    assertThat(Json.mapper().readTree(ScheduleText.json(schedule)).path("schedule").toString())
        .isEqualTo(
            "[{\"at_once\":1,\"seconds\":480.0,\"times_as_fast\":1.0,\"busy\":1.0},"
                + "{\"at_once\":2,\"seconds\":300.0,\"times_as_fast\":1.6,\"busy\":0.8}]");
  }
}
