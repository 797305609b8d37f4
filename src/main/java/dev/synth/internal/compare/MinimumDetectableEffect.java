package dev.synth.internal.compare;

import dev.synth.compare.Detectable;
import dev.synth.compare.Protocol;
import dev.synth.compare.TimeBlocks;
import dev.synth.internal.stats.PairedTest;
import dev.synth.internal.stats.StudentT;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** Computes the minimum detectable effect (MDE), by the formulas of {@link Detectable}. */
final class MinimumDetectableEffect {
  /** More are not run; the limit is reached by then to a third of a percent. */
  private static final int MOST_REPEATS = 1000;

  /** More are not counted: more than a million days or groups are out of anybody's reach. */
  private static final int MOST_BLOCKS = 1_000_000;

  /**
   * Computes it.
   *
   * @param test the differences' test, with a variance above 0
   * @param contrasts k, the number of primary contrasts, at least 1
   * @param effect the effect asked for, above 0
   * @param testRare the mean number of rare test rows a repeat
   */
  static Detectable of(PairedTest.OfRepeats test, int contrasts, double effect, double testRare) {
    double level = 1 - Protocol.ALPHA / (2 * contrasts);
    double minimum = minimum(test, test.repeats(), level);
    double limit = minimum(test, Double.POSITIVE_INFINITY, level);
    if (minimum(test, MOST_REPEATS, level) > effect) {
      double needed = testRare * (minimum / effect) * (minimum / effect);
      return new Detectable(effect, minimum, limit, null, (long) Math.ceil(needed), null);
    }
    int repeats =
        fewest(test.repeats(), MOST_REPEATS, other -> minimum(test, other, level) <= effect);
    return new Detectable(effect, minimum, limit, repeats, null, null);
  }

  /**
   * Computes it for a split by time.
   *
   * @param standardError the block bootstrap's, above 0
   * @param blocks what it rests on
   * @param contrasts k, the number of primary contrasts, at least 1
   * @param effect the effect asked for, above 0
   */
  static Detectable ofBlocks(
      double standardError, TimeBlocks blocks, int contrasts, double effect) {
    double level = 1 - Protocol.ALPHA / (2 * contrasts);
    IntToDoubleFunction minimumOf =
        other ->
            quantiles(new StudentT(other - blocks.windows()), level)
                * standardError
                * Math.sqrt((double) blocks.blocks() / other);
    double minimum = minimumOf.applyAsDouble(blocks.blocks());
    int needed =
        fewest(blocks.blocks(), MOST_BLOCKS, other -> minimumOf.applyAsDouble(other) <= effect);
    return new Detectable(effect, minimum, minimum, null, null, needed);
  }

  static double minimum(PairedTest.OfRepeats test, double repeats, double level) {
    return quantiles(test.distributionOf(repeats), level) * test.standardErrorOf(repeats);
  }

  private static double quantiles(StudentT distribution, double level) {
    return distribution.quantile(level) + distribution.quantile(Detectable.POWER);
  }

  /** The fewest that are enough, where what is enough stays so; {@code most} at most. */
  private static int fewest(int least, int most, IntPredicate isEnough) {
    int low = least;
    int enough = most;
    while (low < enough) {
      int middle = (low + enough) >>> 1;
      if (isEnough.test(middle)) {
        enough = middle;
      } else {
        low = middle + 1;
      }
    }
    return enough;
  }

  private MinimumDetectableEffect() {}
}
