package dev.synth.internal.generate.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LeafDensityTest {
  private static final double[] NUMBERS = {-1, 7, 0, 2, Double.NaN, 2, 2};
  private final RandomStream stream = new Seeds(1).stream("draws");

  @Test
  void keepsMeanAndVariance() {
    double[] drawn = draws(leaf(-100, 100, 0, 2, 3, 4)); // −1, 0, 2 and none
    double mean = 1 / 3.0;
    double variance =
        IntStream.range(0, drawn.length)
            .mapToDouble(i -> (drawn[i] - mean) * (drawn[i] - mean))
            .average()
            .orElseThrow();
    // The chosen numbers' variance is 14/9 by n, the noise's h²·s² by n − 1: with 1.06·3^(−1/5),
    // h² = .724 and s² = 7/3, (14/9 + .724·7/3) / 1.724 = 1.882. Four standard errors at 20,000.
    assertThat(IntStream.range(0, drawn.length).mapToDouble(i -> drawn[i]).average().orElseThrow())
        .isCloseTo(mean, within(.04));
    assertThat(variance).isCloseTo(1.882, within(.07));
  }

  @Test
  void staysWithinTheLeafsBounds() {
    double[] drawn = draws(leaf(-1.2, 2.1, 0, 2, 3));
    assertThat(Arrays.stream(drawn).min().orElseThrow()).isBetween(-1.2, -1.1);
    assertThat(Arrays.stream(drawn).max().orElseThrow()).isBetween(2.0, 2.1);
  }

  @Test
  void repeatsANumberThatIsAloneAndNumbersThatAreEqual() {
    assertThat(draws(leaf(-100, 100, 1, 4))).containsOnly(7);
    assertThat(draws(leaf(-100, 100, 3, 5, 6))).containsOnly(2);
  }

  private double[] draws(LeafTree.Leaf leaf) {
    return IntStream.range(0, 20_000)
        .mapToDouble(i -> LeafDensity.draw(leaf, 0, NUMBERS, stream))
        .toArray();
  }

  private static LeafTree.Leaf leaf(double lower, double upper, int... rows) {
    return new LeafTree.Leaf(rows, new double[] {lower}, new double[] {upper});
  }
}
