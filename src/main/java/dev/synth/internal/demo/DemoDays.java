package dev.synth.internal.demo;

import dev.synth.base.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * The calendar of simulated transactions that run for weeks, as a model in use meets them.
 *
 * <p>Before the first day the cards have been used for eight weeks, so that what is counted from a
 * card's past does not change just because records begin. Most shops are closed on Sundays.
 *
 * @param days how many days the rows spread over, at least 1
 * @param fraudMovesAfter the number of days after which thieves take over accounts instead of what
 *     they did before; null where they never do
 */
public record DemoDays(int days, @Nullable Integer fraudMovesAfter) {
  /** The days before the first one. */
  static final int WARM_UP = 56;

  private static final double DAY_SECONDS = 24 * 3600;

  public DemoDays {
    InvalidValue.unless(days >= 1, "days", "must be at least 1", days);
    InvalidValue.unless(
        fraudMovesAfter == null || fraudMovesAfter >= 0,
        "fraudMovesAfter",
        "must be at least 0",
        fraudMovesAfter);
  }

  /** Returns when rows begin, in seconds since the simulation did. */
  double firstSecond() {
    return WARM_UP * DAY_SECONDS;
  }

  /** Returns when thieves change their way, in seconds since the simulation began. */
  double fraudMovesAt() {
    Integer after = fraudMovesAfter;
    return after == null ? Double.POSITIVE_INFINITY : (WARM_UP + after) * DAY_SECONDS;
  }

  /** Returns whether a purchase would be in a shop that is closed. */
  static boolean isClosed(Purchase purchase) {
    boolean isSunday = (long) (purchase.seconds() / DAY_SECONDS) % 7 == 4; // day 0 is a Wednesday
    return isSunday
        && !purchase.merchant().online()
        && switch (purchase.merchant().category()) {
          case FUEL, RESTAURANT, ENTERTAINMENT, TRANSPORT, TRAVEL -> false;
          case DIGITAL, ELECTRONICS, FASHION, GROCERIES, HOUSEHOLD, JEWELLERY, PHARMACY ->
              purchase.merchant().number() % 5 != 0;
        };
  }
}
