package dev.synth.internal.validate.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.TestSamples;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MissingPairsTest {
  /**
   * By hand: x and y are missing together in half of the real rows, and apart in all synthetic
   * ones: ½ (½ + ½ + ½ + ½) = 1. Each is missing in half of the rows on both sides.
   */
  @Test
  void seesCellsThatComeApart() {
    TestSamples real = TestSamples.rows().levels("x", "..aa").levels("y", "..bb");
    TestSamples synthetic = TestSamples.rows().levels("x", "..aa").levels("y", "bb..");
    assertThat(compute(real, synthetic))
        .isEqualTo(new MetricOutcome.Value(1, List.of(new MetricOutcome.Part("x / y", 1))));
    assertThat(compute(real, real))
        .isEqualTo(new MetricOutcome.Value(0, List.of(new MetricOutcome.Part("x / y", 0))));
  }

  /** One of four rows moves from "both" to "x alone": ½ (¼ + ¼). */
  @Test
  void isTheShareOfRowsInAnotherPattern() {
    TestSamples real = TestSamples.rows().levels("x", "..aa").levels("y", "..bb");
    TestSamples synthetic = TestSamples.rows().levels("x", "..aa").levels("y", ".bbb");
    assertThat(compute(real, synthetic))
        .isEqualTo(new MetricOutcome.Value(0.25, List.of(new MetricOutcome.Part("x / y", 0.25))));
  }

  @Test
  void needsTwoColumnsThatMissCells() {
    TestSamples rows = TestSamples.rows().levels("x", ".bab").levels("y", "abab");
    assertThat(compute(rows, rows)).isInstanceOf(MetricOutcome.Skipped.class);
  }

  private static MetricOutcome compute(TestSamples real, TestSamples synthetic) {
    return new MissingPairs()
        .compute(real.besides(synthetic), real.sample(synthetic), Context.quiet(1));
  }
}
