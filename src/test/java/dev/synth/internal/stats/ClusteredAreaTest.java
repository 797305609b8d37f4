package dev.synth.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ClusteredAreaTest {
  @Test
  void areaAndErrorAreThoseByHand() {
    // Pairs: 3 > 0, 3 > 2, 1 > 0, 1 < 2, so 3/4. A row's share of wins less the area is 1/4 and
    // -1/4
    // on both sides, so the variance is 2/1 * (1/32 + 1/32 + 2/32).
    ClusteredArea area = ClusteredArea.of(new double[][] {{3}, {1}}, new double[][] {{0}, {2}});
    assertThat(area.area()).isEqualTo(0.75);
    assertThat(area.standardError()).isCloseTo(0.5, within(1e-12));
    // The same scores the other way round: what a row wins on one side it loses on the other.
    ClusteredArea other = ClusteredArea.of(new double[][] {{3}, {1}}, new double[][] {{2}, {0}});
    assertThat(other.area()).isEqualTo(0.75);
    assertThat(other.standardError()).isCloseTo(0, within(1e-12));
  }

  @Test
  void tiesCountHalf() {
    assertThat(ClusteredArea.of(new double[][] {{1, 1}, {1}}, new double[][] {{1}, {1, 1}}).area())
        .isEqualTo(0.5);
  }

  @Test
  void theErrorIsThatOfRepeatedSampling() {
    double[] areas = new double[400];
    double errors = 0;
    RandomStream stream = new Seeds(1).stream("scores");
    for (int repeat = 0; repeat < areas.length; repeat++) {
      double[][] members = new double[50][4];
      double[][] others = new double[50][4];
      for (int row = 0; row < 50; row++) {
        double tough = stream.nextGaussian();
        double easy = stream.nextGaussian();
        for (int i = 0; i < 4; i++) {
          members[row][i] = 0.5 + easy + 0.3 * stream.nextGaussian();
          others[row][i] = tough + 0.3 * stream.nextGaussian();
        }
      }
      ClusteredArea area = ClusteredArea.of(members, others);
      areas[repeat] = area.area();
      errors += area.standardError() / areas.length;
    }
    double mean = Arrays.stream(areas).average().orElseThrow();
    double squares = Arrays.stream(areas).map(area -> (area - mean) * (area - mean)).sum();
    // 400 repeats estimate a deviation to 3.5 %, so 12 % is more than three errors.
    assertThat(errors).isCloseTo(Math.sqrt(squares / 399), within(0.12 * errors));
  }
}
