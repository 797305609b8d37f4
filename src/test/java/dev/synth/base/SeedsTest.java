package dev.synth.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeedsTest {
  private final Seeds seeds = new Seeds(42);

  @Test
  void startsTheSameStreamTwice() {
    assertThat(seeds.stream("a").nextLong()).isEqualTo(seeds.stream("a").nextLong());
  }

  @Test
  void keepsStreamsOfOtherNamesAndRootsApart() {
    assertThat(
            new long[] {
              seeds.stream("a").nextLong(),
              seeds.stream("b").nextLong(),
              seeds.below("a").stream("a").nextLong(),
              new Seeds(43).stream("a").nextLong()
            })
        .doesNotHaveDuplicates();
  }

  @Test
  void isSplitMix64() {
    // the first outputs for state 1234567, from the reference implementation (Vigna, splitmix64.c)
    RandomStream stream = new RandomStream(1234567L);
    assertThat(stream.nextLong()).isEqualTo(6457827717110365317L);
    assertThat(stream.nextLong()).isEqualTo(3203168211198807973L);
  }

  @Test
  void drawsStandardNormalNumbers() {
    RandomStream stream = seeds.stream("normal");
    double[] draws = IntStream.range(0, 100_000).mapToDouble(i -> stream.nextGaussian()).toArray();
    double mean = IntStream.range(0, draws.length).mapToDouble(i -> draws[i]).average().orElse(9);
    double square =
        IntStream.range(0, draws.length).mapToDouble(i -> draws[i] * draws[i]).average().orElse(9);
    // standard errors: 1/sqrt(100,000) = 0.0032 and sqrt(2/100,000) = 0.0045; four of each
    assertThat(Math.abs(mean)).isLessThan(0.013);
    assertThat(Math.abs(square - 1)).isLessThan(0.018);
  }

  @Test
  void drawsEveryNumberBelowABoundAboutEquallyOften() {
    RandomStream stream = seeds.stream("bound");
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[stream.nextInt(7)]++;
    }
    // standard deviation sqrt(70,000 · 1/7 · 6/7) = 93; four of them
    assertThat(IntStream.of(counts)).allMatch(count -> count >= 9_628 && count <= 10_372);
    assertThatIllegalArgumentException().isThrownBy(() -> stream.nextInt(0));
  }

  @Test
  void permutesAllNumbers() {
    int[] order = seeds.stream("order").permutation(1_000);
    assertThat(order).isNotEqualTo(IntStream.range(0, 1_000).toArray());
    assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, 1_000).toArray());
  }
}
