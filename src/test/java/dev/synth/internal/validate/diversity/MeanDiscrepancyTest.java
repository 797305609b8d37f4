package dev.synth.internal.validate.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.internal.report.wording.metric.FindingSentence;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.TestSamples;
import org.junit.jupiter.api.Test;

final class MeanDiscrepancyTest {
  private static final double ROUNDING = 1e-12;

  @Test
  void equalsTheUnbiasedEstimate() {
    // NumPy on all pairs: (krr.sum() - 60) / (60 * 59) + (kss.sum() - 40) / (40 * 39)
    // - 2 * krs.mean() with k = exp(-d2 / 2m), m the upper median of all d2 between the 100 rows.
    assertThat(value(FormulaRows.real(), FormulaRows.synthetic()))
        .isCloseTo(0.11348327372797584, within(ROUNDING));
    assertThat(
            FindingSentence.all(
                new MeanDiscrepancy()
                    .findings(FormulaRows.real(), FormulaRows.synthetic(), Context.quiet(1))))
        .containsExactly(
            "over 60 real and 40 synthetic rows it is 0.11348, with a standard error of 0.03040");
  }

  @Test
  void isNoGreaterForTheSameRows() {
    // The unbiased estimate leaves a row's kernel with itself out, so that copies lie below 0.
    assertThat(value(FormulaRows.real(), FormulaRows.real())).isNegative().isGreaterThan(-0.1);
  }

  @Test
  void isTwoForTwoPointsFarApartAndZeroForOne() {
    TestSamples one = TestSamples.rows().numbers("x", 1, 1, 1, 1, 1).levels("y", "aaaaa");
    TestSamples far = TestSamples.rows().numbers("x", 2, 2, 2, 2, 2).levels("y", "bbbbb");
    assertThat(value(one.besides(one), one.sample(one))).isZero();
    // Distances are 0 (20 pairs) or sqrt(2) (25 pairs), so d2 / 2m = 1/2: 2 - 2 exp(-1/2).
    assertThat(value(one.besides(far), one.sample(far)))
        .isCloseTo(2 - 2 * Math.exp(-0.5), within(ROUNDING));
  }

  @Test
  void missingCellsAreOneApartFromTheMiddle() {
    TestSamples real = TestSamples.rows().numbers("x", 1, 1, 1, 1, 1);
    double gap = Double.NaN;
    TestSamples missing = TestSamples.rows().numbers("x", gap, gap, gap, gap, gap);
    assertThat(value(real.besides(missing), real.sample(missing)))
        .isCloseTo(2 - 2 * Math.exp(-0.5), within(ROUNDING));
  }

  private static double value(Sample real, Sample synthetic) {
    MetricOutcome outcome = new MeanDiscrepancy().compute(real, synthetic, Context.quiet(1));
    assertThat(outcome).isInstanceOf(MetricOutcome.Value.class);
    return ((MetricOutcome.Value) outcome).value();
  }
}
