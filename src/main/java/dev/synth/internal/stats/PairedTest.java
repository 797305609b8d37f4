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

  /** The one-sided p-value of a difference of {@code least} or less; 1 where nothing varies. */
  default double above(double least) {
    return standardError() == 0 ? 1 : distribution().cumulative((least - mean()) / standardError());
  }

  /** The one-sided p-value of a difference of {@code most} or more; 1 where nothing varies. */
  default double below(double most) {
    return standardError() == 0 ? 1 : distribution().cumulative((mean() - most) / standardError());
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

    /**
     * Returns the share of the information that is there, of that which a number of repeats would
     * have: the share that the variance would shrink to. It is 1 where there are so many repeats
     * already, or nothing varies.
     */
    default double informationShare(int most) {
      double error = standardError();
      if (repeats() >= most || error == 0) {
        return 1;
      }
      double last = standardErrorOf(most);
      return Math.min(1, last * last / (error * error));
    }

    /** The reference distribution that other numbers of repeats would have. */
    StudentT distributionOf(double otherRepeats);
  }
}
