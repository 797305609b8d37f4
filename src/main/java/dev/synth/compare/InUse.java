package dev.synth.compare;

import org.jspecify.annotations.Nullable;

/**
 * The changes that an arm makes in use beside {@code none}, with the first-listed classifier at
 * thresholds that validation rows chose; descriptive. All of it is counted over as many rows as
 * hold 1,000 rare ones.
 *
 * @param found how many more rare rows raise an alert; no more can be found or lost than there are,
 *     so that intervals of few rare rows end there
 * @param alerts how many more alerts there are, right and wrong
 * @param saved how much more money is saved; null where no costs are given
 */
public record InUse(Change found, Change alerts, @Nullable Change saved) {
  /** The number of rare rows that everything is counted for. */
  public static final int RARE_ROWS = 1000;

  public InUse {
    found = found.within(RARE_ROWS);
  }

  /**
   * A mean difference.
   *
   * @param mean more where it is above 0
   * @param low lower end of the 95 % interval, not corrected for several contrasts; null where
   *     there is none
   * @param high its upper end, or null
   */
  public record Change(double mean, @Nullable Double low, @Nullable Double high) {
    private Change within(int most) {
      return low == null || high == null
          ? this
          : new Change(mean, Math.max(low, -most), Math.min(high, most));
    }
  }
}
