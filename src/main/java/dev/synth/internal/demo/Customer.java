package dev.synth.internal.demo;

import java.util.List;

/**
 * Somebody with one card or two.
 *
 * @param home the city that the customer lives in
 * @param east kilometres east of the issuer's centre
 * @param north kilometres north of the issuer's centre
 * @param spending factor on every price, about 1
 * @param activity how often the customer buys, in (0, 1]
 * @param nightOwl whether the night is no reason to buy less
 * @param onlineShare share of purchases made at a distance, in [0, 1]
 * @param favourites merchants that the customer returns to
 * @param subscription who charges the customer month after month
 * @param subscriptionPrice what the subscription costs each time, in euros
 */
record Customer(
    City home,
    double east,
    double north,
    double spending,
    double activity,
    boolean nightOwl,
    double onlineShare,
    List<Merchant> favourites,
    Merchant subscription,
    double subscriptionPrice) {
  Customer {
    favourites = List.copyOf(favourites);
  }

  /** Returns how far a shop is from home, in kilometres. */
  double distanceTo(Merchant shop) {
    double dx = shop.east() - east;
    double dy = shop.north() - north;
    return Math.sqrt(dx * dx + dy * dy);
  }
}
