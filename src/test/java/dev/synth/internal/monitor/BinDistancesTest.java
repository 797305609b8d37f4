package dev.synth.internal.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.internal.bundle.Bins;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinDistancesTest {
  private static final Bins LEVELS = new Bins.OfLevels(List.of("a", "b"));
  private static final Bins VALUES = new Bins.OfValues(new double[] {0, 1});

  /** By hand: ½·(|.5 − .25| + |.5 − .25| + |0 − .5|) = .5. */
  @Test
  void levelsDifferByTotalVariation() {
    assertThat(BinDistances.of(LEVELS, new long[] {2, 2, 0, 0}, new long[] {1, 1, 2, 0}))
        .isEqualTo(0.5);
  }

  /** By hand: the distribution functions are 0, .5, 1, 1, 1 and 0, .25, .5, 1, 1. */
  @Test
  void valuesDifferByKolmogorovSmirnov() {
    assertThat(BinDistances.of(VALUES, new long[] {0, 2, 2, 0, 0}, new long[] {0, 1, 1, 2, 0}))
        .isEqualTo(0.5);
  }

  @Test
  void moreMissingCellsAreADistance() {
    assertThat(BinDistances.of(VALUES, new long[] {0, 4, 0, 0, 0}, new long[] {0, 3, 0, 0, 1}))
        .isEqualTo(0.25);
  }

  @Test
  void nothingIsNoDistance() {
    assertThat(BinDistances.of(LEVELS, new long[4], new long[] {1, 0, 0, 0})).isNaN();
  }

  /** By hand: (.5 − .25)·ln 2 + (.5 − .75)·ln(.5/.75) = .1733 + .1014. */
  @Test
  void theStabilityIndexIsThatOfShares() {
    assertThat(
            BinDistances.stabilityIndex(LEVELS, new long[] {2, 2, 0, 0}, new long[] {1, 3, 0, 0}))
        .isCloseTo(0.2747, within(5e-5));
  }

  /** Twenty bins are ten to it: what moves inside one of the ten is not seen. */
  @Test
  void theStabilityIndexHasTenBinsOfValues() {
    double[] edges = new double[21];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = i;
    }
    Bins bins = new Bins.OfValues(edges);
    long[] even = new long[bins.count()];
    long[] odd = new long[bins.count()];
    for (int pair = 0; pair < 10; pair++) {
      even[2 + 2 * pair] = 5;
      odd[3 + 2 * pair] = 5;
    }

    assertThat(BinDistances.stabilityIndex(bins, even, odd)).isZero();
    // shares of tenths are added up, each rounded
    assertThat(BinDistances.of(bins, even, odd)).isCloseTo(0.1, within(1e-15));
  }
}
