package dev.synth.internal.validate.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.MetricOutcome.Part;
import dev.synth.internal.validate.metric.MetricOutcome.Value;
import dev.synth.internal.validate.metric.TestSamples;
import dev.synth.validate.SkipReason.Cause;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ColumnMetricTest {
  private final TestSamples real =
      TestSamples.rows()
          .numbers("amount", 1, 2, 3, 4)
          .numbers("hour", 5, 5, 5, Double.NaN)
          .levels("device", "ab..");
  private final TestSamples synthetic =
      TestSamples.rows()
          .numbers("amount", 3, 4, 5, 6)
          .numbers("hour", 5, 5, 5, 5)
          .levels("device", "aac.");

  @Test
  void isTheMeanOrTheWorstOfTheColumnsThatItAppliesTo() {
    // amount: 1/2 as in the test of the distance; hour: equal constants.
    assertThat(compute(ColumnMetric.kolmogorovSmirnov(Aggregation.MEAN)))
        .isEqualTo(new Value(0.25, List.of(new Part("amount", 0.5), new Part("hour", 0))));
    assertThat(value(compute(ColumnMetric.kolmogorovSmirnov(Aggregation.WORST)))).isEqualTo(0.5);
  }

  @Test
  void countsMissingAsALevel() {
    // Shares of a, b, c, missing: (1/4, 1/4, 0, 1/2) against (1/2, 0, 1/4, 1/4).
    assertThat(value(compute(ColumnMetric.totalVariation(Aggregation.MEAN)))).isEqualTo(0.5);
  }

  @Test
  void comparesMissingRatesWhereAnyCellIsMissing() {
    // hour: 1/4 against 0; device: 1/2 against 1/4; amount has none.
    MetricOutcome outcome = compute(ColumnMetric.missingRate(Aggregation.MEAN));
    assertThat(outcome)
        .isEqualTo(new Value(0.25, List.of(new Part("hour", 0.25), new Part("device", 0.25))));
  }

  @Test
  void isSkippedWhereNoColumnApplies() {
    TestSamples numbers = TestSamples.rows().numbers("amount", 1, 2);
    TestSamples empty = TestSamples.rows().numbers("amount", Double.NaN, Double.NaN);
    assertThat(compute(ColumnMetric.totalVariation(Aggregation.WORST), numbers, numbers))
        .isEqualTo(MetricOutcome.Skipped.because(Cause.NO_CATEGORICAL_COLUMN));
    assertThat(compute(ColumnMetric.missingRate(Aggregation.MEAN), numbers, numbers))
        .isEqualTo(MetricOutcome.Skipped.because(Cause.NO_MISSING_CELL));
    assertThat(compute(ColumnMetric.kolmogorovSmirnov(Aggregation.MEAN), empty, empty))
        .isEqualTo(MetricOutcome.Skipped.because(Cause.NO_NUMBER_COLUMN));
  }

  @Test
  void isWorstWhereOneSideIsAllMissing() {
    TestSamples some = TestSamples.rows().numbers("amount", 1, 2).levels("device", "aa");
    TestSamples none =
        TestSamples.rows().numbers("amount", Double.NaN, Double.NaN).levels("device", "..");
    assertThat(value(compute(ColumnMetric.missingRate(Aggregation.MEAN), some, none))).isEqualTo(1);
    assertThat(value(compute(ColumnMetric.totalVariation(Aggregation.MEAN), some, none)))
        .isEqualTo(1);
  }

  private MetricOutcome compute(Metric metric) {
    return compute(metric, real, synthetic);
  }

  private static MetricOutcome compute(Metric metric, TestSamples real, TestSamples synthetic) {
    return metric.compute(real.besides(synthetic), real.sample(synthetic), Context.quiet(1));
  }

  private static double value(MetricOutcome outcome) {
    assertThat(outcome).isInstanceOf(Value.class);
    return ((Value) outcome).value();
  }
}
