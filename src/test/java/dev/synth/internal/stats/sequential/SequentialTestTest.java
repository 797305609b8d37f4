package dev.synth.internal.stats.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.stats.StudentT;
import dev.synth.internal.stats.sequential.SequentialTest.Look;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequentialTestTest {
  private static final SequentialTest LATE = new SequentialTest(Spending.LATE);

  @Test
  void boundsAreThoseOfLanAndDemets() {
    // the published bounds for one-sided .025, as in the manuals of gsDesign and EAST
    List<Double> two = LATE.bounds(List.of(0.5, 1.0), 0.025);
    assertThat(two.get(0)).isCloseTo(2.963, within(5e-4));
    assertThat(two.get(1)).isCloseTo(1.969, within(5e-4));
    List<Double> three = LATE.bounds(List.of(1.0 / 3, 2.0 / 3, 1.0), 0.025);
    assertThat(three.get(0)).isCloseTo(3.710, within(5e-4));
    assertThat(three.get(1)).isCloseTo(2.511, within(5e-4));
    assertThat(three.get(2)).isCloseTo(1.993, within(5e-4));
  }

  @Test
  void oneLookSaysWhatItSaysAlone() {
    assertThat(LATE.oneSided(List.of(new Look(1, 0.031)))).isEqualTo(0.031);
    assertThat(LATE.twoSided(List.of(new Look(1, 0.031)))).isCloseTo(0.062, within(1e-12));
    assertThat(LATE.twoSided(List.of(new Look(1, 0.969)))).isCloseTo(0.062, within(1e-12));
  }

  @Test
  void theValueIsTheLevelWhoseBoundIsMetExactly() {
    List<Double> shares = List.of(0.6, 0.8, 1.0);
    for (double level : new double[] {0.001, 0.025, 0.2}) {
      List<Double> bounds = LATE.bounds(shares, level);
      for (int hit = 0; hit < 3; hit++) {
        List<Look> looks = new ArrayList<>();
        for (int look = 0; look < 3; look++) {
          double z = look == hit ? bounds.get(look) : 0;
          looks.add(new Look(shares.get(look), StudentT.NORMAL.cumulative(-z)));
        }
        assertThat(LATE.oneSided(looks)).isCloseTo(level, within(1e-5 * level));
      }
    }
  }

  @Test
  void whatAddsNoInformationSpendsNothing() {
    List<Look> first = List.of(new Look(0.99, 0.04));
    List<Look> both = List.of(new Look(0.99, 0.04), new Look(1, 1e-9));
    assertThat(LATE.oneSided(both)).isEqualTo(LATE.oneSided(first));
  }

  @Test
  void manyLooksRejectNoMoreOftenThanStated() {
    RandomStream stream = new Seeds(7).stream("looks");
    List<Double> shares = List.of(0.3, 0.5, 0.7, 1.0);
    List<Double> bounds = LATE.bounds(shares, 0.025);
    int runs = 20_000;
    int rejected = 0;
    int naive = 0;
    for (int run = 0; run < runs; run++) {
      double place = 0;
      double before = 0;
      boolean crossed = false;
      boolean looksGood = false;
      for (int look = 0; look < bounds.size(); look++) {
        double share = shares.get(look);
        place += Math.sqrt(share - before) * stream.nextGaussian();
        before = share;
        crossed |= place / Math.sqrt(share) >= bounds.get(look);
        looksGood |= place / Math.sqrt(share) >= 1.96;
      }
      rejected += crossed ? 1 : 0;
      naive += looksGood ? 1 : 0;
    }
    // .025 ± 3.5 binomial deviations of .0011; without a correction it is about twice that
    assertThat(rejected / (double) runs).isBetween(0.0211, 0.0289);
    assertThat(naive / (double) runs).isGreaterThan(0.045);
  }
}
