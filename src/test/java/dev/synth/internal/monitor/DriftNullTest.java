package dev.synth.internal.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DriftNullTest {
  /**
   * By hand: mean 2, deviation 1, and so t = (x − 2)/√(4/3) with 2 degrees of freedom, whose
   * one-sided tail is scipy.stats.t.sf(3.4641, 2) = 0.03704.
   */
  @Test
  void windowsPredictTheNextOne() {
    DriftNull noChange = DriftNull.OfWindows.ofDistances(List.of(1.0, 2.0, 3.0));

    // t = 4 / sqrt(4/3) = sqrt(12) with two degrees of freedom: (1 - t / sqrt(t^2 + 2)) / 2
    assertThat(noChange.p(6)).isCloseTo((1 - Math.sqrt(12.0 / 14)) / 2, within(1e-9));
    assertThat(noChange.least(noChange.p(6))).isCloseTo(6, within(1e-9));
    assertThat(noChange.p(2)).isEqualTo(0.5);
    assertThat(noChange.usual()).isEqualTo(2);
  }

  @Test
  void ratiosCountEitherWay() {
    DriftNull noChange = DriftNull.OfWindows.ofRatios(List.of(0.5, 1.0, 2.0));

    assertThat(noChange.p(4)).isCloseTo(noChange.p(0.25), within(1e-12));
    assertThat(noChange.usual()).isEqualTo(1);
  }

  @Test
  void equalWindowsLeaveRoomAllTheSame() {
    DriftNull noChange = DriftNull.OfWindows.ofDistances(List.of(0.0, 0.0, 0.0));

    assertThat(noChange.p(0)).isEqualTo(0.5);
    assertThat(noChange.p(0.1)).isLessThan(1e-6);
  }

  /** By hand: one of three draws is at least 2, so p = (1 + 1)/(3 + 1) and so on. */
  @Test
  void drawsAreCounted() {
    DriftNull noChange = DriftNull.OfDraws.of(new double[] {3, 1, 1});

    assertThat(noChange.p(2)).isEqualTo(0.5);
    assertThat(noChange.p(1)).isEqualTo(1);
    assertThat(noChange.p(9)).isEqualTo(0.25);
  }
}
