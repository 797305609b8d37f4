package dev.synth.internal.report.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.profile.DriftProfile;
import dev.synth.internal.profile.DriftProfile.Stretch;
import dev.synth.internal.report.chart.Bars;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeSectionTest {
  @Test
  void sharesArePercentOfEachStretch() {
    Bars bars =
        TimeSection.rareShares(
            new DriftProfile(
                "when",
                "2024-01-01",
                "2024-12-31",
                List.of(new Stretch("2024-01-01", 200, 5), new Stretch("2024-07-01", 0, 0)),
                null,
                List.of()));
    assertThat(bars.names()).containsExactly("2024-01-01", "2024-07-01");
    assertThat(bars.series().getFirst().values()).containsExactly(2.5, 0.0);
    assertThat(bars.axis()).isEqualTo("rare rows, %");
  }

  /** Days suffice where no two stretches begin on one day. */
  @Test
  void theTimeOfDayIsLeftOutWhereDaysDiffer() {
    assertThat(begins("2024-01-01 00:10:02", "2024-01-03 23:01:41"))
        .containsExactly("2024-01-01", "2024-01-03");
    assertThat(begins("2024-01-01 00:10:02", "2024-01-01 23:01:41"))
        .containsExactly("2024-01-01 00:10:02", "2024-01-01 23:01:41");
    assertThat(begins("12345678901.5", "22345678901.5"))
        .containsExactly("12345678901.5", "22345678901.5");
  }

  private static List<String> begins(String... times) {
    List<Stretch> stretches = Arrays.stream(times).map(time -> new Stretch(time, 200, 5)).toList();
    return TimeSection.rareShares(
            new DriftProfile("when", times[0], times[1], stretches, null, List.of()))
        .names();
  }
}
