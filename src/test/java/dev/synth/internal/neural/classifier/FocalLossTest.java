package dev.synth.internal.neural.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FocalLossTest {
  /** By numpy, a * -(1 - pt)**g * np.log(pt) with pt the sigmoid of the own class's logit. */
  @ParameterizedTest
  @CsvSource({
    "0, true, 2, .25, 0.04332169878499658",
    "2, true, 2, .25, 0.0004508907088100953",
    "-1.5, false, 1, .25, 0.02755719205316915",
    "3, false, 2, .5, 1.3831402205126329",
    "0, true, 0, .5, 0.34657359027997264"
  })
  void isThePapersFormula(double logit, boolean rare, double gamma, double alpha, double loss) {
    assertThat(new FocalLoss(gamma, alpha).of(logit, rare)).isCloseTo(loss, within(1e-14));
  }

  @ParameterizedTest
  @CsvSource({"0, .5", "0.5, .3", "1, .5", "2, .25", "5, .9"})
  void slopeAgreesWithCentralDifferences(double gamma, double alpha) {
    FocalLoss loss = new FocalLoss(gamma, alpha);
    for (double logit = -6; logit <= 6; logit += 0.75) {
      for (boolean rare : new boolean[] {false, true}) {
        double difference = (loss.of(logit + 1e-5, rare) - loss.of(logit - 1e-5, rare)) / 2e-5;
        // rounding of 1e-16 over 1e-5 times a loss below 6, and O(step²)
        assertThat(loss.slope(logit, rare)).isCloseTo(difference, within(1e-9));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, .5", "0.5, .3", "1, .5", "2, .25", "5, .9"})
  void probabilityIsTheShareThatHasItsMinimumThere(double gamma, double alpha) {
    FocalLoss loss = new FocalLoss(gamma, alpha);
    for (double share : new double[] {0.001, 0.02, 0.3, 0.5, 0.9, 0.995}) {
      double low = -60;
      double high = 60;
      for (int halving = 0; halving < 100; halving++) {
        double middle = (low + high) / 2;
        double slope = share * loss.slope(middle, true) + (1 - share) * loss.slope(middle, false);
        if (slope < 0) {
          low = middle;
        } else {
          high = middle;
        }
      }
      assertThat(loss.probability(low)).isCloseTo(share, within(1e-9));
    }
  }

  @Test
  void probabilityIsTheSigmoidOfThePlainCrossEntropy() {
    FocalLoss entropy = new FocalLoss(0, 0.5);
    for (double logit : new double[] {-800, -3, 0, 0.5, 40}) {
      assertThat(entropy.probability(logit))
          .isCloseTo(1 / (1 + StrictMath.exp(-logit)), within(1e-15));
    }
  }

  @Test
  void probabilityRisesWithTheLogitHoweverLargeThatIs() {
    for (double gamma : new double[] {0, 0.3, 1, 2, 10}) {
      FocalLoss loss = new FocalLoss(gamma, 0.25);
      double last = loss.probability(-1e30);
      assertThat(last).isZero();
      for (double logit = -30; logit <= 30; logit += 0.01) {
        double next = loss.probability(logit);
        assertThat(next).isBetween(last, 1.0);
        last = next;
      }
      assertThat(loss.probability(1e30)).isEqualTo(1);
    }
  }

  @Test
  void refusesWhatIsNoFocalLoss() {
    assertThatThrownBy(() -> new FocalLoss(-0.1, 0.5)).hasMessageContaining("gamma -0.1");
    assertThatThrownBy(() -> new FocalLoss(Double.NaN, 0.5)).hasMessageContaining("gamma NaN");
    assertThatThrownBy(() -> new FocalLoss(2, 1)).hasMessageContaining("alpha 1.0");
  }
}
