package dev.synth.internal.stats.sequential;

import dev.synth.internal.stats.StandardNormal;
import dev.synth.internal.stats.StudentT;

/**
 * The part of a one-sided level that is spent by the time that a share of the information is there.
 *
 * <p>Rises with the level and with the share; nothing is spent at a share of 0, and the whole level
 * at 1.
 */
@FunctionalInterface
public interface Spending {
  /**
   * Little at first: 2 − 2Φ(z / √share) with z the upper level/2 quantile, in the manner of O'Brien
   * and Fleming (Lan and DeMets, Biometrika 70, 1983).
   */
  Spending LATE =
      (level, share) ->
          level >= 1
              ? 1
              : StudentT.NORMAL.twoSidedTail(
                  StandardNormal.quantile(level / 2) / StrictMath.sqrt(share));

  /** In proportion to the share. */
  Spending EVEN = (level, share) -> level * share;

  /**
   * Returns what is spent.
   *
   * @param level in [0, 1]
   * @param share in (0, 1]
   */
  double spent(double level, double share);
}
