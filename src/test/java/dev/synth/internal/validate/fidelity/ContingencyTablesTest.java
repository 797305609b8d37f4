package dev.synth.internal.validate.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.TestSamples;
import org.junit.jupiter.api.Test;

/** Expected values by hand. */
final class ContingencyTablesTest {
  private static final double ROUNDING = 1e-14;
  private static final double GAP = Double.NaN;

  @Test
  void countsCombinationsOfQuintilesAndLevels() {
    // Cuts of 1..10 at 3, 5, 7 and 9, so bins 1-3, 4-5, 6-7, 8-9 and 10.
    TestSamples real =
        TestSamples.rows().numbers("x", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).levels("y", "aaaaabbbbb");
    // The same bins and levels, but for the last row: it leaves (10, b) for (1-3, b).
    TestSamples moved =
        TestSamples.rows().numbers("x", 3, 3, 3, 5, 5, 7, 7, 9, 9, 0).levels("y", "aaaaabbbbb");
    assertThat(distance(real, moved)).isCloseTo(0.1, within(ROUNDING));
    assertThat(distance(real, real)).isZero();
    TestSamples turned =
        TestSamples.rows().numbers("x", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).levels("y", "bbbbbaaaaa");
    assertThat(distance(real, turned)).isEqualTo(1);
  }

  @Test
  void missingIsACategoryAndAConstantAddsNothing() {
    TestSamples real = TestSamples.rows().numbers("x", 7, 7, 7, GAP).levels("y", "ab.a");
    TestSamples other = TestSamples.rows().numbers("x", 7, 7, GAP, GAP).levels("y", "ab.a");
    assertThat(distance(real, real)).isZero();
    // (7, missing) becomes (missing, missing): one row of four.
    assertThat(distance(real, other)).isEqualTo(0.25);
    TestSamples higher = TestSamples.rows().numbers("x", 8, 8, 8, GAP).levels("y", "ab.a");
    assertThat(distance(real, higher)).isEqualTo(0.75);
  }

  @Test
  void tablesOfManyLevelsAreCountedAlike() {
    StringBuilder first = new StringBuilder();
    StringBuilder second = new StringBuilder();
    for (int i = 0; i < 80; i++) {
      first.append((char) ('A' + i));
      second.append((char) ('A' + (i + 40) % 80));
    }
    TestSamples real =
        TestSamples.rows().levels("x", first.toString()).levels("y", first.toString());
    TestSamples turned =
        TestSamples.rows().levels("x", first.toString()).levels("y", second.toString());
    assertThat(distance(real, real)).isZero();
    assertThat(distance(real, turned)).isCloseTo(1, within(ROUNDING));
  }

  @Test
  void theMetricNamesItsPairs() {
    TestSamples real = TestSamples.rows().numbers("x", 1, 1, 2).levels("y", "aab");
    TestSamples turned = TestSamples.rows().numbers("x", 1, 2, 2).levels("y", "aab");
    MetricOutcome outcome =
        PairMetric.contingency(Aggregation.WORST)
            .compute(real.besides(turned), real.sample(turned), Context.quiet(1));
    assertThat(outcome).isInstanceOf(MetricOutcome.Value.class);
    assertThat(((MetricOutcome.Value) outcome).parts())
        .singleElement()
        .satisfies(part -> assertThat(part.name()).isEqualTo("x / y"))
        .satisfies(part -> assertThat(part.value()).isCloseTo(1.0 / 3, within(ROUNDING)));
  }

  private static double distance(TestSamples real, TestSamples synthetic) {
    return new ContingencyTables(real.besides(synthetic), real.sample(synthetic)).distance(0, 1);
  }
}
