package dev.synth.validate.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.validate.Outcome;
import dev.synth.validate.TestSamples;
import org.junit.jupiter.api.Test;

final class ExactCopiesTest {
  private static final double GAP = Double.NaN;

  @Test
  void isTheShareOfCopiesBeyondWhatRealRowsRepeat() {
    TestSamples real = TestSamples.rows().numbers("x", 1.25, 2.5, 3.75, 3.75).levels("y", "abcc");
    TestSamples synthetic =
        TestSamples.rows().numbers("x", 1.25, 2.5, 9, 3.75, 2.5).levels("y", "abcca");
    // Three of five are in the real rows (2.5 with level a is not); two of four real rows repeat.
    assertThat(compute(real, synthetic)).isEqualTo(Outcome.Value.of(0.6 - 0.5));
  }

  @Test
  void roundsToTheDecimalsOfRealRows() {
    TestSamples real = TestSamples.rows().numbers("x", 0.1, 0.2, 0.3);
    TestSamples synthetic = TestSamples.rows().numbers("x", 0.1 + 0.2, 0.1 + 1e-12, 0.16, -0.0);
    // 0.30000000000000004 is 0.3, and 0.16 rounds to 0.2; 0 is not there.
    assertThat(compute(real, synthetic)).isEqualTo(Outcome.Value.of(0.75));
  }

  @Test
  void countsMissingAsEqualToMissing() {
    TestSamples real = TestSamples.rows().numbers("x", 1, 2, 3).numbers("y", GAP, 5, 6);
    TestSamples synthetic = TestSamples.rows().numbers("x", 1, 2).numbers("y", GAP, GAP);
    assertThat(compute(real, synthetic)).isEqualTo(Outcome.Value.of(0.5));
  }

  @Test
  void aTableThatRepeatsItselfHasNoExcess() {
    TestSamples real = TestSamples.rows().levels("x", "aabbc").numbers("y", 0, 0, 1, 1, 2);
    // All are in the real rows, of which four of five repeat.
    assertThat(compute(real, real)).isEqualTo(Outcome.Value.of(1 - 0.8));
  }

  private static Outcome compute(TestSamples real, TestSamples synthetic) {
    return new ExactCopies()
        .compute(real.besides(synthetic), real.sample(synthetic), Context.quiet(1));
  }
}
