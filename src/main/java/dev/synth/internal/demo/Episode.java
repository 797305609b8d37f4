package dev.synth.internal.demo;

import dev.synth.base.RandomStream;
import java.util.List;

/**
 * Several purchases that belong together: a fraud, or something honest that looks like one.
 *
 * <p>An episode plans purchases and knows nothing of the columns that are later derived from a
 * card's history, so no such column can give a label away by construction.
 */
sealed interface Episode {
  /** An episode of purchases by somebody other than the owner. */
  sealed interface Fraud extends Episode
      permits StolenCard, CardTesting, CompromisedMerchant, AccountTakeover {}

  /** An unusual episode of purchases by the owner. */
  sealed interface Honest extends Episode permits Travel, GiftShopping, GamingSpree {}

  /** Plans the purchases, in any order, none before the scene's start. */
  List<Purchase> plan(Scene scene);

  /**
   * The scene of an episode.
   *
   * @param card the card that it starts with
   * @param startSeconds when it starts, in seconds since the simulation began
   * @param world who else is there
   * @param habits prices and means of payment
   * @param visitors which cards were used where
   * @param random the only source of chance
   */
  record Scene(
      Card card,
      double startSeconds,
      World world,
      Habits habits,
      Visitors visitors,
      RandomStream random) {
    /** Returns an exponentially distributed waiting time, in seconds. */
    double waiting(double meanSeconds) {
      return -meanSeconds * StrictMath.log(1 - random.nextDouble());
    }

    /** Returns a number in [from, to]. */
    int between(int from, int to) {
      return from + random.nextInt(to - from + 1);
    }

    /** Returns true with a probability. */
    boolean chance(double probability) {
      return random.nextDouble() < probability;
    }
  }
}
