package dev.synth.compare;

import org.jspecify.annotations.Nullable;

/**
 * The minimum detectable effect: with a power of 80 %, at the level of the smallest Holm step, α/k
 * two-sided for k primary contrasts.
 *
 * <p>The minimum detectable effect of R repeats is (t(1 − α/2k) + t(.8))·SE, with the standard
 * error and the degrees of freedom of the difference. SE² has two parts ({@link RowSpread}). More
 * repeats shrink what refits bring, as 1/R. They shrink what rows bring only until every row has
 * been tested: as R → ∞ a part of it is left. No number of repeats sees less than {@code limit},
 * the same formula with what is left. Where that is above the effect asked for, only more data
 * helps.
 *
 * <p>A part's average precision is close to a mean over its rare rows, so SE² falls as 1 over their
 * number. At equal shares of the parts and equal R, an effect e needs n·(minimum/e)² test rows of
 * the rare class.
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

  /** Returns whether the repeats that were run could have seen the effect asked for. */
  public boolean reached() {
    return minimum <= effect;
  }
}
