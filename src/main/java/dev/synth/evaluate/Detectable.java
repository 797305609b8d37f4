package dev.synth.evaluate;

import dev.synth.base.StudentT;
import org.jspecify.annotations.Nullable;

/**
 * How small an effect could have been seen: with a power of 80 %, at the level of the smallest Holm
 * step, α/k two-sided for k primary contrasts.
 *
 * <p>The minimum detectable effect of R repeats is (t(1 − α/2k) + t(.8))·SE, with R − 1 degrees of
 * freedom and SE² = s²(1/R + n_test/n_train). More repeats shrink only the first term: as R → ∞, t
 * becomes z and SE² tends to s²·n_test/n_train, so that no number of repeats sees less than {@code
 * limit} = (z(1 − α/2k) + z(.8))·s·√(n_test/n_train). Where that is above the effect asked for,
 * only more data helps. A part's average precision is close to a mean over its rare rows, so s²
 * falls as 1 over their number; at equal shares of the parts and equal R, an effect e then needs
 * n·(minimum/e)² test rows of the rare class.
 *
 * @param effect the effect asked for
 * @param minimum the minimum detectable effect of the repeats that were run
 * @param limit what it tends to with ever more repeats
 * @param repeatsNeeded the fewest repeats that see the effect asked for, at least those run; null
 *     where no number does
 * @param testRareNeeded about how many rare test rows see it in as many repeats as were run; null
 *     where repeats alone can do it
 */
public record Detectable(
    double effect,
    double minimum,
    double limit,
    @Nullable Integer repeatsNeeded,
    @Nullable Long testRareNeeded) {
  /** The power of the minimum detectable effect. */
  public static final double POWER = 0.8;

  /** More are not run; the limit is reached by then to a third of a percent. */
  private static final int MOST_REPEATS = 1000;

  /**
   * Computes it.
   *
   * @param test the differences' test, with a variance above 0
   * @param contrasts k, the number of primary contrasts, at least 1
   * @param effect the effect asked for, above 0
   * @param testRare the mean number of rare test rows a repeat
   */
  static Detectable of(NadeauBengio test, int contrasts, double effect, double testRare) {
    double level = 1 - Comparison.ALPHA / (2 * contrasts);
    double minimum = minimum(test, test.repeats(), level);
    double limit =
        quantiles(StudentT.NORMAL, level) * test.standardErrorOf(Double.POSITIVE_INFINITY);
    if (minimum(test, MOST_REPEATS, level) > effect) {
      double needed = testRare * (minimum / effect) * (minimum / effect);
      return new Detectable(effect, minimum, limit, null, (long) Math.ceil(needed));
    }
    return new Detectable(effect, minimum, limit, repeatsNeeded(test, level, effect), null);
  }

  /** Returns whether the repeats that were run could have seen the effect asked for. */
  boolean reached() {
    return minimum <= effect;
  }

  private static double minimum(NadeauBengio test, int repeats, double level) {
    return quantiles(new StudentT(repeats - 1), level) * test.standardErrorOf(repeats);
  }

  private static double quantiles(StudentT distribution, double level) {
    return distribution.quantile(level) + distribution.quantile(POWER);
  }

  private static int repeatsNeeded(NadeauBengio test, double level, double effect) {
    int enough = MOST_REPEATS;
    int low = test.repeats();
    while (low < enough) {
      int middle = (low + enough) >>> 1;
      if (minimum(test, middle, level) <= effect) {
        enough = middle;
      } else {
        low = middle + 1;
      }
    }
    return enough;
  }
}
