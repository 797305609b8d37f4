package dev.synth.internal.validate.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Cancellation;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.TestSamples;
import org.junit.jupiter.api.Test;

/**
 * Expected values from a NumPy program that follows the papers' formulas on all pairs: for instance
 * {@code (rs <= numpy.sort(rr, 1)[:, [5]]).any(0).mean()} for precision, with rr and rs the
 * matrices of Gower distances, and {@code numpy.quantile} for radii.
 */
final class NeighbourBallsTest {
  private static final double ROUNDING = 1e-12;

  private final NeighbourBalls found = of(FormulaRows.real(), FormulaRows.synthetic());

  @Test
  void precisionRecallDensityAndCoverageEqualTheirDefinitions() {
    assertThat(found.precision()).isEqualTo(1);
    assertThat(found.recall()).isCloseTo(0.4, within(ROUNDING));
    assertThat(found.density()).isCloseTo(1.055, within(ROUNDING));
    assertThat(found.coverage()).isCloseTo(28.0 / 60, within(ROUNDING));
  }

  @Test
  void supportsAndAuthenticityEqualTheirDefinitions() {
    assertThat(found.alphaPrecision()).isCloseTo(0.8501724137931035, within(ROUNDING));
    assertThat(found.betaRecall()).isCloseTo(0.31333333333333335, within(ROUNDING));
    assertThat(found.authenticity()).isCloseTo(0.675, within(ROUNDING));
  }

  @Test
  void copiesAreCoveredAndNotAuthentic() {
    NeighbourBalls copies = of(FormulaRows.real(), FormulaRows.real());
    assertThat(copies.precision()).isEqualTo(1);
    assertThat(copies.recall()).isEqualTo(1);
    assertThat(copies.coverage()).isEqualTo(1);
    assertThat(copies.authenticity()).isZero();
    assertThat(copies.betaRecall()).isGreaterThan(0.95);
    assertThat(copies.alphaPrecision()).isGreaterThan(0.95);
  }

  @Test
  void rowsFarAwayLieInNoBall() {
    TestSamples real =
        TestSamples.rows().numbers("x", 1, 2, 3, 4, 5, 6, 7, 8).levels("y", "aaaabbbb");
    TestSamples far =
        TestSamples.rows().numbers("x", 91, 92, 93, 94, 95, 96, 97, 98).levels("y", "cccccccc");
    NeighbourBalls apart = of(real.besides(far), real.sample(far));
    assertThat(apart.precision()).isZero();
    assertThat(apart.recall()).isZero();
    assertThat(apart.density()).isZero();
    assertThat(apart.coverage()).isZero();
    assertThat(apart.authenticity()).isEqualTo(1);
    assertThat(apart.betaRecall()).isZero();
  }

  @Test
  void equalRowsAreAPointThatOnlyTheSamePointCovers() {
    TestSamples point = TestSamples.rows().numbers("x", 1, 1, 1, 1, 1, 1).levels("y", "......");
    TestSamples other = TestSamples.rows().numbers("x", 2, 2, 2, 2, 2, 2).levels("y", "......");
    assertThat(of(point.besides(point), point.sample(point)).coverage()).isEqualTo(1);
    NeighbourBalls apart = of(point.besides(other), point.sample(other));
    assertThat(apart.precision()).isZero();
    assertThat(apart.coverage()).isZero();
  }

  private static NeighbourBalls of(Sample real, Sample synthetic) {
    return new NeighbourBalls(real, synthetic, new Cancellation());
  }
}
