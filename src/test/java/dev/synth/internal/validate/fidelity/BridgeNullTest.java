package dev.synth.internal.validate.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tolerances are three standard errors of a thousand paths. */
final class BridgeNullTest {
  private static final double[] RAMP =
      IntStream.range(0, 5_000).mapToDouble(i -> (i + 0.5) / 5_000).toArray();

  @Test
  void distinctValuesFollowKolmogorovsLaw() {
    double[] draws = sorted(new BridgeNull(RAMP).largest(stream(1)));
    // scipy.stats.kstwobign.ppf([.025, .5, .975])
    assertThat(draws[25]).isCloseTo(0.4806, within(0.03));
    assertThat((draws[499] + draws[500]) / 2).isCloseTo(0.8276, within(0.03));
    assertThat(draws[974]).isCloseTo(1.4802, within(0.1));
  }

  @Test
  void twoValuesFollowAFoldedNormalLaw() {
    double[] halves = new double[5_000];
    Arrays.fill(halves, 2_500, 5_000, 1);
    double[] draws = sorted(new BridgeNull(halves).largest(stream(2)));
    // scipy.stats.norm.ppf([.75, .9875]) / 2
    assertThat((draws[499] + draws[500]) / 2).isCloseTo(0.3372, within(0.037));
    assertThat(draws[974]).isCloseTo(1.1207, within(0.11));
  }

  @Test
  void distinctValuesOnACircleFollowKuipersLaw() {
    double[] draws = sorted(new BridgeNull(RAMP).range(stream(5)));
    // The upper 10 % and 5 % points of Kuiper's statistic (Stephens, JRSS B 32, 1970, table 1)
    assertThat(draws[899]).isCloseTo(1.620, within(0.06));
    assertThat(draws[949]).isCloseTo(1.747, within(0.08));
  }

  @Test
  void theAreaOfAUniformColumnHasTheMeanOfTheIntegral() {
    // ∫ √(2/π · t(1 − t)) dt = √(2/π) · π/8, and the deviation √(7/60 − that²)
    double mean = Arrays.stream(new BridgeNull(RAMP).area(stream(3))).average().orElseThrow();
    assertThat(mean).isCloseTo(Math.sqrt(2 / Math.PI) * Math.PI / 8, within(0.013));
  }

  @Test
  void aConstantColumnHasNoDistance() {
    BridgeNull law = new BridgeNull(new double[50]);
    assertThat(law.area(stream(4))).containsOnly(0);
    assertThat(law.largest(stream(4))).usingComparatorWithPrecision(1e-9).containsOnly(0);
  }

  private static double[] sorted(double[] draws) {
    Arrays.sort(draws);
    return draws;
  }

  private static RandomStream stream(long seed) {
    return new Seeds(seed).stream("paths");
  }
}
