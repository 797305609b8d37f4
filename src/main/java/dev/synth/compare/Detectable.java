package dev.synth.compare;

import dev.synth.internal.stats.NadeauBengio;
import dev.synth.internal.stats.StudentT;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
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
 * <p>For splits by time SE is the block bootstrap's, with B − K degrees of freedom for B blocks of
 * K windows. Repeats don't shrink it, more blocks do: SE² falls as 1 over their number.
 *
 * @param effect the effect asked for
 * @param minimum the minimum detectable effect of the repeats that were run
 * @param limit what it tends to with ever more repeats
 * @param repeatsNeeded the fewest repeats that see the effect asked for, at least those run; null
 *     where no number does, as for splits by time
 * @param testRareNeeded about how many rare test rows see it in as many repeats as were run; null
 *     where repeats alone can do it, and for splits by time
 * @param blocksNeeded of a split by time, about how many blocks of test rows see the effect asked
 *     for, at least those tested; null for splits at random
 */
public record Detectable(
    double effect,
    double minimum,
    double limit,
    @Nullable Integer repeatsNeeded,
    @Nullable Long testRareNeeded,
    @Nullable Integer blocksNeeded) {
  /** The power of the minimum detectable effect. */
  public static final double POWER = 0.8;

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
  public static Detectable of(NadeauBengio test, int contrasts, double effect, double testRare) {
    double level = 1 - Protocol.ALPHA / (2 * contrasts);
    double minimum = minimum(test, test.repeats(), level);
    double limit =
        quantiles(StudentT.NORMAL, level) * test.standardErrorOf(Double.POSITIVE_INFINITY);
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
  public static Detectable ofBlocks(
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

  /** Returns whether the repeats that were run could have seen the effect asked for. */
  public boolean reached() {
    return minimum <= effect;
  }

  private static double minimum(NadeauBengio test, int repeats, double level) {
    return quantiles(new StudentT(repeats - 1), level) * test.standardErrorOf(repeats);
  }

  private static double quantiles(StudentT distribution, double level) {
    return distribution.quantile(level) + distribution.quantile(POWER);
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
}
