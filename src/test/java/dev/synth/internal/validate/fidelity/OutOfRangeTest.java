package dev.synth.internal.validate.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.TestSamples;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutOfRangeTest {
  private static final double GAP = Double.NaN;

  @Test
  void countsRowsWithACellThatNoRealRowComesNear() {
    // The 5 % and 95 % quantiles of 0, 10, 20, 30, 40 are 2 and 38: half of the spread is 18.
    TestSamples real =
        TestSamples.rows()
            .numbers("x", 0, 10, 20, 30, 40)
            .levels("y", "abab.")
            .numbers("z", 1, 2, 1, 2, 1);
    TestSamples synthetic =
        TestSamples.rows()
            .numbers("x", 58, 58.5, -18, 20, 20, -19)
            .levels("y", "a.bcba")
            .numbers("z", 1, 1, 2, 1, GAP, GAP);
    // Row 2: beyond 58; row 4: an unknown level; row 5: missing; row 6: below -18, and missing.
    assertThat(compute(real, synthetic))
        .isEqualTo(
            new MetricOutcome.Value(
                4.0 / 6,
                List.of(
                    new MetricOutcome.Part("x", 2.0 / 6),
                    new MetricOutcome.Part("y", 1.0 / 6),
                    new MetricOutcome.Part("z", 2.0 / 6))));
    assertThat(((MetricOutcome.Value) compute(real, real)).value()).isZero();
  }

  @Test
  void aColumnWithoutAnyValueAllowsNone() {
    TestSamples real = TestSamples.rows().numbers("x", GAP, GAP, GAP, GAP).numbers("y", 1, 2, 3, 4);
    TestSamples synthetic =
        TestSamples.rows().numbers("x", GAP, 1, GAP, GAP).numbers("y", 1, 2, 3, 4);
    assertThat(((MetricOutcome.Value) compute(real, synthetic)).value()).isEqualTo(0.25);
  }

  @Test
  void theOtherClassMakesLevelsAndGapsKnownButNotNumbers() {
    TestSamples rare = TestSamples.rows().numbers("x", 1, 2, 3, 4).levels("y", "aaaa");
    TestSamples synthetic = TestSamples.rows().numbers("x", 2, GAP, 90, 3).levels("y", "babc");
    TestSamples others = TestSamples.rows().numbers("x", 1, GAP, 99).levels("y", "abb");
    // Row 1: b and 2 are known; row 2: a gap is; row 3: 90 is not; row 4: c is not.
    MetricOutcome found =
        new OutOfRange()
            .compute(
                rare.besideMajority(synthetic, others), rare.sample(synthetic), Context.quiet(1));
    assertThat(found)
        .isEqualTo(
            new MetricOutcome.Value(
                2.0 / 4,
                List.of(
                    new MetricOutcome.Part("x", 1.0 / 4), new MetricOutcome.Part("y", 1.0 / 4))));
    // Without the other class, b and the gap are not known either.
    assertThat(((MetricOutcome.Value) compute(rare, synthetic)).value()).isEqualTo(1);
  }

  private static MetricOutcome compute(TestSamples real, TestSamples synthetic) {
    return new OutOfRange()
        .compute(real.besides(synthetic), real.sample(synthetic), Context.quiet(1));
  }
}
