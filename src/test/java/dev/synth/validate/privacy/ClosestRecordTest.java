package dev.synth.validate.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.validate.Outcome;
import dev.synth.validate.Sample;
import dev.synth.validate.TestSamples;
import org.junit.jupiter.api.Test;

final class ClosestRecordTest {
  private static final double ROUNDING = 1e-14;
  private static final double GAP = Double.NaN;

  @Test
  void distanceEqualsItsDefinition() {
    // The 5 % and 95 % quantiles of 0, 10, 20, 30, 40 are 2 and 38, so the spread is 36.
    TestSamples rows =
        TestSamples.rows()
            .numbers("x", 0, 10, 20, 30, 40)
            .levels("y", "abab.")
            .numbers("z", 1, 1, 1, 1, GAP);
    Sample sample = rows.sample();
    MixedDistance distance = new MixedDistance(sample);
    double[][] all = MixedDistance.rows(sample);
    // Rows 0 and 1: 10/36, other level, same constant. Rows 0 and 2: 20/36, same, same.
    assertThat(distance.nearest(all[0], new double[][] {all[1]}, -1))
        .isCloseTo((10.0 / 36 + 1) / 3, within(ROUNDING));
    assertThat(distance.nearest(all[0], all, 0)).isCloseTo(20.0 / 36 / 3, within(ROUNDING));
    // Rows 0 and 4: further than the spread, and a cell is missing twice.
    assertThat(distance.nearest(all[0], new double[][] {all[4]}, -1)).isEqualTo(1);
    assertThat(distance.nearest(all[4], all, -1)).isZero();
  }

  @Test
  void isTheRatioOfMedianDistances() {
    // Real rows lie 10 apart; synthetic ones 1, 2 and 3 from the nearest, so the ratio is 2/10.
    TestSamples real = TestSamples.rows().numbers("x", 0, 10, 20, 30);
    TestSamples synthetic = TestSamples.rows().numbers("x", 1, 12, 33);
    assertThat(compute(real, synthetic)).isCloseTo(0.2, within(ROUNDING));
    assertThat(compute(real, real)).isZero();
  }

  @Test
  void isSkippedWhereNearRowsAreNoSignOfCopying() {
    TestSamples levels = TestSamples.rows().levels("x", "abcd");
    assertThat(outcome(levels, levels))
        .isEqualTo(
            new Outcome.Skipped(
                "no column is continuous, so that near rows are no sign of copying"));
    TestSamples twice = TestSamples.rows().numbers("x", 1, 1, 2, 2, 3, 4);
    assertThat(outcome(twice, twice))
        .isEqualTo(new Outcome.Skipped("at least half of the real rows have an equal row"));
  }

  private static double compute(TestSamples real, TestSamples synthetic) {
    Outcome outcome = outcome(real, synthetic);
    assertThat(outcome).isInstanceOf(Outcome.Tested.class);
    return ((Outcome.Tested) outcome).value();
  }

  private static Outcome outcome(TestSamples real, TestSamples synthetic) {
    return new ClosestRecord()
        .compute(real.besides(synthetic), real.sample(synthetic), Context.quiet(1));
  }
}
