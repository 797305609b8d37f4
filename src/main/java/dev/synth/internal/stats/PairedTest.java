package dev.synth.internal.stats;

/** A test of a mean paired difference against zero: two for splits at random, one for time. */
public sealed interface PairedTest permits PairedTest.OfRepeats, BlockBootstrap {
  /** The mean difference. */
  double mean();

  /** The standard error of the mean; 0 where nothing varies. */
  double standardError();

  /** The distribution of (mean − truth) / standard error. */
  StudentT distribution();

  /** The two-sided p-value of no difference; 1 where nothing varies. */
  default double p() {
    return standardError() == 0 ? 1 : distribution().twoSidedTail(mean() / standardError());
  }

  /** Half the width of the two-sided interval of a confidence, such as 0.95. */
  default double halfWidth(double confidence) {
    return distribution().quantile((1 + confidence) / 2) * standardError();
  }

  /** A test of differences over repeated random splits, which tells what more repeats would do. */
  sealed interface OfRepeats extends PairedTest permits NadeauBengio, RowSampling {
    /** The number of repeats. */
    int repeats();

    /** The standard error that other numbers of repeats would have, were all else the same. */
    double standardErrorOf(double otherRepeats);

    /** The reference distribution that other numbers of repeats would have. */
    StudentT distributionOf(double otherRepeats);
  }
}
