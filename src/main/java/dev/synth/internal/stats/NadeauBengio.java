package dev.synth.internal.stats;

import dev.synth.internal.base.PlainText;
import java.util.List;

/**
 * The corrected resampled t test for repeated random splits (Nadeau and Bengio, "Inference for the
 * Generalization Error", Machine Learning 52, 2003, section 4).
 *
 * <p>Repeats share training rows, so their differences are correlated and s²/R is far too small a
 * variance. With correlation n_test / (n_train + n_test) between repeats, their estimate is s²(1/R
 * + n_test/n_train), where s² is the sample variance of the R differences. It does not hold for
 * splits by time.
 *
 * @param repeats R, at least 2
 * @param mean the mean of the differences
 * @param variance s², the sample variance of the differences; 0 where they are all equal
 * @param testToTraining n_test / n_train, above 0
 */
public record NadeauBengio(int repeats, double mean, double variance, double testToTraining)
    implements PairedTest.OfRepeats {
  /**
   * Differences whose spread is below this share of their size are equal but for rounding: the
   * figures are sums of about 10⁵ terms, each exact to 10⁻¹⁶.
   */
  private static final double ROUNDING = 1e-11;

  public NadeauBengio {
    if (repeats < 2 || !(testToTraining > 0) || !(variance >= 0)) {
      throw new IllegalArgumentException(
          PlainText.of(
              "%d repeats, test : training %s, variance %s", repeats, testToTraining, variance));
    }
  }

  /**
   * The test of paired differences.
   *
   * @param differences one a repeat, at least 2
   */
  public static NadeauBengio of(List<Double> differences, double testToTraining) {
    double mean = Moments.mean(differences);
    double deviation = Moments.standardDeviation(differences);
    double variance = deviation <= ROUNDING ? 0 : deviation * deviation;
    return new NadeauBengio(differences.size(), mean, variance, testToTraining);
  }

  /** √(s²(1/R + n_test/n_train)). */
  @Override
  public double standardError() {
    return standardErrorOf(repeats);
  }

  @Override
  public double standardErrorOf(double otherRepeats) {
    return Math.sqrt(variance * (1 / otherRepeats + testToTraining));
  }

  /** Student's t with R − 1 degrees of freedom. */
  @Override
  public StudentT distribution() {
    return distributionOf(repeats);
  }

  @Override
  public StudentT distributionOf(double otherRepeats) {
    return new StudentT(otherRepeats - 1);
  }
}
