package dev.synth.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RowSamplingTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  /** Sum .115, mean .0115, s² = .0001725 (numpy.var(ddof=1)). */
  private static final List<Double> DIFFERENCES =
      List.of(.02, .01, -.005, .03, .015, .0, .025, .01, .02, -.01);

  /** V = .00004, v = .000112, 30 degrees of freedom, 20 rare units. */
  private static RowSampling test() {
    return RowSampling.of(DIFFERENCES, new RowSampling.RowEvidence(.00004, .000112, 30, 20));
  }

  @Test
  void whatRowsDoNotExplainIsDividedByTheRepeats() {
    // by hand: rows alone spread by 10/9 · (.000112 − .00004) = .00008; .0001725 − .00008
    assertThat(test().refitVariance()).isCloseTo(0.0000925, CLOSE);
    // √(.00004 · 1.05 + .0000925/10)
    assertThat(test().standardError()).isCloseTo(Math.sqrt(0.00005125), CLOSE);
    assertThat(test().mean()).isCloseTo(0.0115, CLOSE);
  }

  @Test
  void repeatsShrinkWhatTheyDoNotShare() {
    // c = (10 · .00004 − .000112)/9 = .000032; endless repeats leave √(.000032 · 1.05)
    assertThat(test().standardErrorOf(Double.POSITIVE_INFINITY))
        .isCloseTo(Math.sqrt(0.0000336), CLOSE);
    // 20 repeats: .000032 + .00008/20 = .000036; √(.000036 · 1.05 + .0000925/20)
    assertThat(test().standardErrorOf(20)).isCloseTo(Math.sqrt(0.000042425), CLOSE);
  }

  @Test
  void theFreedomIsSatterthwaitesWithFewRareUnitsLess() {
    // .00005125² / (.000042²/30 + .00000925²/9) = 38.4: at most 1.5 · 20
    assertThat(test().distribution()).isEqualTo(new StudentT(30));
    RowSampling many =
        RowSampling.of(DIFFERENCES, new RowSampling.RowEvidence(.00004, .000112, 30, 200));
    double rows = 0.00004 * 1.005;
    assertThat(many.distribution().degreesOfFreedom())
        .isCloseTo(
            (rows + .00000925)
                * (rows + .00000925)
                / (rows * rows / 30 + .00000925 * .00000925 / 9),
            within(1e-9));
    assertThat(many.distributionOf(Double.POSITIVE_INFINITY).degreesOfFreedom())
        .isCloseTo(30, within(1e-9));
  }

  @Test
  void aSpreadBelowThatOfRowsIsNoneOfRefits() {
    RowSampling calm =
        RowSampling.of(
            Collections.nCopies(10, 0.1), new RowSampling.RowEvidence(.00004, .0002, 30, 20));
    assertThat(calm.refitVariance()).isZero();
    assertThat(calm.standardError()).isCloseTo(Math.sqrt(0.000042), CLOSE);
  }

  @Test
  void equalArmsHaveNoVarianceAndNoSignificance() {
    RowSampling test =
        RowSampling.of(Collections.nCopies(10, 0.0), new RowSampling.RowEvidence(0, 0, 1, 20));
    assertThat(test.standardError()).isZero();
    assertThat(test.p()).isEqualTo(1);
  }

  @Test
  void refusesASingleRepeatAndNaN() {
    RowSampling.RowEvidence rows = new RowSampling.RowEvidence(1, 1, 1, 1);
    assertThatIllegalArgumentException().isThrownBy(() -> RowSampling.of(List.of(0.1), rows));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RowSampling.of(List.of(0.1, Double.NaN), rows));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RowSampling.RowEvidence(1, Double.NaN, 1, 1));
  }

  @Test
  void concentratedLossesWidenWhatRowsSay() {
    RowSampling.RowEvidence rows = new RowSampling.RowEvidence(.00004, .000112, 30, 20);
    RowSampling plain = RowSampling.of(DIFFERENCES, rows);
    RowSampling wide = RowSampling.of(DIFFERENCES, rows.withConcentration(.04));
    // 1 + 10·.04
    assertThat(wide.rowVariance()).isCloseTo(1.4 * plain.rowVariance(), within(1e-18));
    assertThat(wide.refitVariance()).isEqualTo(plain.refitVariance());
    assertThatIllegalArgumentException().isThrownBy(() -> rows.withConcentration(1));
  }
}
