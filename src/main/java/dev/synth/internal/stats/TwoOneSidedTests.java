package dev.synth.internal.stats;

/**
 * Two one-sided tests of equivalence (Schuirmann, J. Pharmacokinetics and Biopharmaceutics 15,
 * 1987): is a true difference shown to lie between −margin and +margin?
 *
 * <p>One test is against a difference of −margin or less, the other against one of +margin or more.
 * Both must reject, so the p-value is the larger of the two, P(T ≥ (margin − |mean|) / standard
 * error), and needs no correction for being two. It is below α exactly where the two-sided interval
 * of confidence 1 − 2α lies inside the margins.
 */
public final class TwoOneSidedTests {
  private TwoOneSidedTests() {}

  /**
   * Returns the p-value, in [0, 1]; 1 where nothing varies, since nothing is tested there.
   *
   * @param mean the mean difference
   * @param error its standard error
   * @param distribution that of (mean − truth) / error
   * @param margin above 0, fixed before the differences were seen
   */
  public static double p(double mean, double error, StudentT distribution, double margin) {
    if (!(margin > 0)) { // written so that NaN fails too
      throw new IllegalArgumentException("the margin is " + margin);
    }
    return error == 0 ? 1 : distribution.cumulative((Math.abs(mean) - margin) / error);
  }
}
