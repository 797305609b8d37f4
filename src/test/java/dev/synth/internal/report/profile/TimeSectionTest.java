package dev.synth.internal.report.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.profile.DriftProfile;
import dev.synth.internal.profile.DriftProfile.Stretch;
import dev.synth.internal.report.chart.Bars;
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
}
