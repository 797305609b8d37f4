package dev.synth.internal.validate.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.TestSamples;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InventedPairsTest {
  @Test
  void countsRowsWithAPairThatNoRealRowHas() {
    TestSamples real =
        TestSamples.rows().levels("x", "aabb").levels("y", "uv.u").levels("z", "kkkk");
    // By hand: (a, u) and (b, .) are known; (b, v), (a, .) and the unknown level (c, u) are not.
    TestSamples synthetic =
        TestSamples.rows().levels("x", "abbac").levels("y", "u.v.u").levels("z", "kkkkk");
    assertThat(compute(real, synthetic))
        .isEqualTo(
            new MetricOutcome.Value(
                0.6,
                List.of(
                    new MetricOutcome.Part("x / y", 0.6),
                    new MetricOutcome.Part("x / z", 0.2),
                    new MetricOutcome.Part("y / z", 0))));
    assertThat(((MetricOutcome.Value) compute(real, real)).value()).isZero();
  }

  @Test
  void needsTwoColumnsOfLevels() {
    TestSamples rows = TestSamples.rows().levels("x", "abab").numbers("y", 1, 2, 3, 4);
    assertThat(compute(rows, rows)).isInstanceOf(MetricOutcome.Skipped.class);
  }

  private static MetricOutcome compute(TestSamples real, TestSamples synthetic) {
    return new InventedPairs()
        .compute(real.besides(synthetic), real.sample(synthetic), Context.quiet(1));
  }
}
