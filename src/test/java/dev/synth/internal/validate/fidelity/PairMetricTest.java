package dev.synth.internal.validate.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.MetricOutcome.Part;
import dev.synth.internal.validate.metric.MetricOutcome.Value;
import dev.synth.internal.validate.metric.TestSamples;
import dev.synth.validate.SkipReason.Cause;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PairMetricTest {
  private static final double ROUNDING = 1e-14;

  private final TestSamples real =
      TestSamples.rows().numbers("a", 1, 2, 3, 4).numbers("b", 1, 2, 3, 4).levels("c", "xxyy");

  @Test
  void comparesEachPairsAssociation() {
    TestSamples synthetic =
        TestSamples.rows().numbers("a", 1, 2, 3, 4).numbers("b", 4, 3, 2, 1).levels("c", "xxyy");
    // rho of a and b turns from 1 to -1; the correlation ratios with c stay.
    assertThat(compute(Aggregation.MEAN, synthetic))
        .isEqualTo(
            new Value(
                2.0 / 3,
                List.of(new Part("a / b", 2), new Part("a / c", 0), new Part("b / c", 0))));
    assertThat(value(compute(Aggregation.WORST, synthetic))).isEqualTo(2);
  }

  @Test
  void countsAnAssociationThatIsLostAsZero() {
    TestSamples constant =
        TestSamples.rows().numbers("a", 7, 7, 7, 7).numbers("b", 1, 2, 3, 4).levels("c", "xxyy");
    // a / b: 1 against none; a / c: eta = sqrt(4/5) against none, by ranks 1.5 and 3.5; b / c: 0.
    assertThat(value(compute(Aggregation.MEAN, constant)))
        .isCloseTo((1 + Math.sqrt(0.8)) / 3, within(ROUNDING));
  }

  @Test
  void isSkippedWhereNothingVariesTogether() {
    TestSamples one = TestSamples.rows().numbers("a", 1, 2, 3);
    assertThat(
            PairMetric.associations(Aggregation.MEAN).compute(one.sample(), one.sample(), quiet()))
        .isEqualTo(MetricOutcome.Skipped.because(Cause.NO_TWO_VARYING_COLUMNS));
  }

  private MetricOutcome compute(Aggregation summary, TestSamples synthetic) {
    return PairMetric.associations(summary)
        .compute(real.besides(synthetic), real.sample(synthetic), quiet());
  }

  private static double value(MetricOutcome outcome) {
    assertThat(outcome).isInstanceOf(Value.class);
    return ((Value) outcome).value();
  }

  private static Context quiet() {
    return Context.quiet(1);
  }
}
