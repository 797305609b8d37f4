package dev.synth.internal.validate.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.TestSamples;
import dev.synth.validate.SkipReason;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class IdenticalMatchShareTest {
  private static final double GAP = Double.NaN;

  @Test
  void isTheShareOfCopiesBeyondWhatRealRowsRepeat() {
    TestSamples real = TestSamples.rows().numbers("x", 1.25, 2.5, 3.75, 3.75).levels("y", "abcc");
    TestSamples synthetic =
        TestSamples.rows().numbers("x", 1.25, 2.5, 9, 3.75, 2.5).levels("y", "abcca");
    // Three of five are in the real rows (2.5 with level a is not); two of four real rows repeat.
    assertThat(value(compute(real, synthetic))).isEqualTo(0.6 - 0.5);
  }

  @Test
  void roundsToTheDecimalsOfRealRows() {
    TestSamples real = TestSamples.rows().numbers("x", 0.1, 0.2, 0.3);
    TestSamples synthetic = TestSamples.rows().numbers("x", 0.1 + 0.2, 0.1 + 1e-12, 0.16, -0.0);
    // 0.30000000000000004 is 0.3, and 0.16 rounds to 0.2; 0 is not there.
    assertThat(value(compute(real, synthetic))).isEqualTo(0.75);
  }

  @Test
  void countsMissingAsEqualToMissing() {
    TestSamples real = TestSamples.rows().numbers("x", 1, 2, 3).numbers("y", GAP, 5, 6);
    TestSamples synthetic = TestSamples.rows().numbers("x", 1, 2).numbers("y", GAP, GAP);
    assertThat(value(compute(real, synthetic))).isEqualTo(0.5);
  }

  @Test
  void aTableThatRepeatsItselfHasNoExcess() {
    TestSamples real = TestSamples.rows().levels("x", "aabbc").numbers("y", 0, 0, 1, 1, 2);
    // All are in the real rows, of which four of five repeat.
    assertThat(value(compute(real, real))).isEqualTo(1 - 0.8);
  }

  @Test
  void theFloorComesFromHalvesOfTheRealRows() {
    // Halves of ten pairs: a row has its twin in the other half with probability 10/19 = .53.
    TestSamples real = TestSamples.rows().levels("x", "abcdefghij".repeat(2));
    MetricOutcome.Tested tested = (MetricOutcome.Tested) compute(real, real);
    assertThat(tested.floor()).hasSize(200);
    // less what repeats inside the half itself, as many: an excess of .53 - .47
    assertThat(tested.floor().stream().mapToDouble(draw -> draw).average().orElseThrow())
        .isBetween(0.0, 0.12);
  }

  /** Every combination of two columns of eight levels stands once; sixteen are held out. */
  @Test
  void equalRowsAreNoSignWhereEveryCombinationStandsOnce() {
    TestSamples real = combinations(i -> (i / 8 + i) % 4 != 0, 1);
    TestSamples faithful = combinations(i -> true, 3);
    // 48 rows, six of each level: 8 · 15 equal pairs of 1,128 in each column
    SkipReason.DistinctByDesign why =
        (SkipReason.DistinctByDesign) ((MetricOutcome.Skipped) compute(real, faithful)).why();
    assertThat(why.equalPairs()).isZero();
    assertThat(why.byChance()).isBetween(12.75, 12.85);
    assertThat(why.unseenNeeded()).isEqualTo(10);
  }

  @Test
  void unseenRowsTellCopiesFromCombinationsThatAreFewAnyway() {
    TestSamples real = combinations(i -> (i / 8 + i) % 4 != 0, 1);
    TestSamples unseen = combinations(i -> (i / 8 + i) % 4 == 0, 1);
    TestSamples faithful = combinations(i -> true, 3);
    // Every combination is as frequent, seen or not.
    assertThat(value(compute(real, faithful, unseen))).isCloseTo(0, within(1e-12));
    MetricOutcome.Tested copies = (MetricOutcome.Tested) compute(real, real, unseen);
    // 16 of 48 training rows are in the pool, and a third of the copies equal them: 1/3 · 48/16.
    assertThat(copies.value()).isCloseTo(1, within(1e-12));
    assertThat(copies.floor()).hasSize(200).allMatch(draw -> draw < 0.8);
  }

  @Test
  void duplicatesOfIndependentColumnsAreNoDesign() {
    RandomStream stream = new Seeds(1).stream("levels");
    for (int draw = 0; draw < 50; draw++) {
      StringBuilder x = new StringBuilder();
      StringBuilder y = new StringBuilder();
      for (int row = 0; row < 60; row++) {
        x.append((char) ('a' + stream.nextInt(8)));
        y.append((char) ('a' + stream.nextInt(8)));
      }
      TestSamples real = TestSamples.rows().levels("x", x.toString()).levels("y", y.toString());
      assertThat(compute(real, real)).isInstanceOf(MetricOutcome.Tested.class);
    }
  }

  private static TestSamples combinations(IntPredicate kept, int times) {
    StringBuilder x = new StringBuilder();
    StringBuilder y = new StringBuilder();
    IntStream.range(0, 64)
        .filter(kept)
        .forEach(
            i -> {
              x.append((char) ('a' + i / 8));
              y.append((char) ('a' + i % 8));
            });
    return TestSamples.rows()
        .levels("x", x.toString().repeat(times))
        .levels("y", y.toString().repeat(times));
  }

  private static MetricOutcome compute(
      TestSamples real, TestSamples synthetic, TestSamples unseen) {
    return new IdenticalMatchShare()
        .compute(real.besideUnseen(synthetic, unseen), real.sample(synthetic), Context.quiet(1));
  }

  private static double value(MetricOutcome outcome) {
    return ((MetricOutcome.Tested) outcome).value();
  }

  private static MetricOutcome compute(TestSamples real, TestSamples synthetic) {
    return new IdenticalMatchShare()
        .compute(real.besides(synthetic), real.sample(synthetic), Context.quiet(1));
  }
}
