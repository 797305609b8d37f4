package dev.synth.internal.validate.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.internal.validate.metric.BrokenRelation;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.TestSamples;
import dev.synth.validate.ValidationReport.PartReading;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RelationMetricTest {
  private static final TestSamples FOUR = TestSamples.rows().numbers("a", 1, 2, 3, 4);

  private static Sample four(BrokenRelation... marks) {
    return FOUR.besides(FOUR).marked(List.of(marks));
  }

  private static BrokenRelation mark(String rule, String column, int... broken) {
    BitSet rows = new BitSet();
    for (int row : broken) {
      rows.set(row);
    }
    return new BrokenRelation(rule, column, rows);
  }

  private static MetricOutcome.Tested tested(RelationMetric metric, Sample real, Sample synthetic) {
    return (MetricOutcome.Tested) metric.compute(real, synthetic, Context.quiet(1));
  }

  /** Rows 0 and 1 break the first, row 1 the second: two of four rows keep both. */
  @Test
  void countsRowsThatKeepEverything() {
    Sample synthetic =
        four(mark("a < b", "", 0, 1), mark("a == c", "", 1), mark("a is known", "a", 3));
    MetricOutcome.Tested kept = tested(RelationMetric.kept(), four(), synthetic);
    assertThat(kept.value()).isEqualTo(0.5);
    assertThat(kept.parts())
        .containsExactly(
            new PartReading("a < b", 0.5, 1, 1), new PartReading("a == c", 0.75, 1, 1));
    assertThat(kept.floor()).containsOnly(1.0);
  }

  @Test
  void countsRowsWithAnInventedCode() {
    Sample synthetic = four(mark("a < b", "", 0, 1), mark("a is known", "a", 3));
    MetricOutcome.Tested invented = tested(RelationMetric.inventedCodes(), four(), synthetic);
    assertThat(invented.value()).isEqualTo(0.25);
    assertThat(invented.parts()).containsExactly(new PartReading("a", 0.25, 0, 0));
    assertThat(invented.floor()).containsOnly(0.0);
  }

  /** All unseen real rows break the relation: so may synthetic ones. */
  @Test
  void theFloorIsOfUnseenRows() {
    Sample real = four().besideUnseen(four(mark("a < b", "", 0, 1, 2, 3)));
    assertThat(tested(RelationMetric.kept(), real, four(mark("a < b", "", 0))).floor())
        .hasSize(200)
        .containsOnly(0.0);
  }

  @Test
  void isLeftOutWithoutRelations() {
    assertThat(RelationMetric.kept().applies(four(), four(mark("a is known", "a")))).isFalse();
    assertThat(RelationMetric.inventedCodes().applies(four(), four())).isFalse();
    assertThat(RelationMetric.kept().compute(four(), four(), Context.quiet(1)))
        .isInstanceOf(MetricOutcome.Skipped.class);
  }
}
