package dev.synth.internal.validate.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.TestSamples;
import dev.synth.validate.Finding;
import dev.synth.validate.SkipReason.Cause;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ClosestRecordTest {
  private static final double ROUNDING = 1e-14;

  @Test
  void isTheRatioOfMedianDistances() {
    // Real rows lie 10 apart; synthetic ones 1, 2 and 3 from the nearest, so the ratio is 2/10.
    TestSamples real = TestSamples.rows().numbers("x", 0, 10, 20, 30);
    TestSamples synthetic = TestSamples.rows().numbers("x", 1, 12, 33);
    assertThat(compute(real, synthetic)).isCloseTo(0.2, within(ROUNDING));
    assertThat(compute(real, real)).isZero();
  }

  @Test
  void saysThatItLooksForSomeRowsAlone() {
    TestSamples real =
        TestSamples.rows().numbers("x", IntStream.range(0, 2_500).asDoubleStream().toArray());
    assertThat(((MetricOutcome.Tested) outcome(real, real)).findings())
        .containsExactly(new Finding.SampledRows(2_500, 2_000, 2_000));
    TestSamples few = TestSamples.rows().numbers("x", 0, 10, 20, 30);
    assertThat(((MetricOutcome.Tested) outcome(few, few)).findings()).isEmpty();
  }

  @Test
  void isSkippedWhereNearRowsAreNoSignOfCopying() {
    TestSamples levels = TestSamples.rows().levels("x", "abcd");
    assertThat(outcome(levels, levels))
        .isEqualTo(MetricOutcome.Skipped.because(Cause.NO_CONTINUOUS_COLUMN));
    TestSamples twice = TestSamples.rows().numbers("x", 1, 1, 2, 2, 3, 4);
    assertThat(outcome(twice, twice)).isEqualTo(MetricOutcome.Skipped.because(Cause.HALF_REPEAT));
  }

  private static double compute(TestSamples real, TestSamples synthetic) {
    MetricOutcome outcome = outcome(real, synthetic);
    assertThat(outcome).isInstanceOf(MetricOutcome.Tested.class);
    return ((MetricOutcome.Tested) outcome).value();
  }

  private static MetricOutcome outcome(TestSamples real, TestSamples synthetic) {
    return new ClosestRecord()
        .compute(real.besides(synthetic), real.sample(synthetic), Context.quiet(1));
  }
}
