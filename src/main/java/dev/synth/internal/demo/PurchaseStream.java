package dev.synth.internal.demo;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * All purchases of a world, in the order of time, without end.
 *
 * <p>Ordinary purchases are a Poisson process whose rate follows the hour of the day; episodes put
 * further purchases into a queue. Frauds start whenever fewer than their share have happened or are
 * planned, so that the share hardly depends on the seed.
 */
final class PurchaseStream {
  static final double PURCHASES_PER_CARD_AND_DAY = 0.8;
  private static final double HOUR_SECONDS = 3600;
  private static final double DAY_SECONDS = 24 * HOUR_SECONDS;
  private static final double TRAVEL_SHARE = 0.003;
  private static final double GIFT_SHARE = 0.004;
  private static final double GAMING_SHARE = 0.0006;

  /**
   * The most cards a purchase: a fraud is stopped early where it would be too many for its share.
   */
  private static final int CARDS_PER_FRAUD = 30;

  /** Purchases by hour of the day, relative to the mean. */
  private static final double[] HOURS = {
    .25, .15, .1, .08, .1, .2, .5, .9, 1.1, 1.2, 1.3, 1.4, 1.6, 1.5, 1.3, 1.3, 1.5, 1.8, 1.9, 1.7,
    1.4, 1.1, .8, .5
  };

  private final World world;
  private final Habits habits;
  private final Visitors visitors;
  private final RandomStream random;
  private final RandomStream episodes;
  private final PriorityQueue<Purchase> planned =
      new PriorityQueue<>(Comparator.comparingDouble(Purchase::seconds));
  private final double ratePerSecond;
  private final int mostPurchases;
  private final double fraudMovesAt;
  private final double fraudShare;
  private double seconds;
  private long purchases;
  private long frauds;

  /**
   * Purchases whose frauds may change at a time.
   *
   * @param fraudShare frauds among all purchases
   * @param fraudMovesAt in seconds since the simulation began; infinite where they never do
   */
  PurchaseStream(World world, Seeds seeds, double fraudShare, double fraudMovesAt) {
    this.fraudShare = fraudShare;
    this.fraudMovesAt = fraudMovesAt;
    this.world = world;
    this.random = seeds.stream("purchases");
    this.episodes = seeds.stream("episodes");
    this.habits = new Habits(world, seeds.stream("habits"));
    this.visitors = new Visitors(world);
    this.ratePerSecond = world.cards().size() * PURCHASES_PER_CARD_AND_DAY / DAY_SECONDS;
    this.mostPurchases = Math.max(2, world.cards().size() / CARDS_PER_FRAUD);
    this.seconds = nextOrdinary(0);
  }

  /** Returns the next purchase, at the same time as the one before or later. */
  Purchase next() {
    Purchase first = planned.peek();
    Purchase purchase = first != null && first.seconds() <= seconds ? planned.remove() : ordinary();
    purchases++;
    visitors.add(purchase.merchant(), purchase.card());
    return purchase;
  }

  private Purchase ordinary() {
    Purchase purchase = habits.ordinary(card(seconds), seconds);
    startEpisodes(purchase);
    seconds = nextOrdinary(seconds);
    return purchase;
  }

  /** Returns the time after an exponentially distributed amount of purchase activity. */
  private double nextOrdinary(double from) {
    double activity = -StrictMath.log(1 - random.nextDouble()) / ratePerSecond;
    double time = from;
    while (true) {
      double hour = Math.floor(time / HOUR_SECONDS);
      double rate = HOURS[(int) (hour % 24)];
      double left = (hour + 1) * HOUR_SECONDS - time;
      if (activity <= left * rate) {
        return time + activity / rate;
      }
      activity -= left * rate;
      time = (hour + 1) * HOUR_SECONDS;
    }
  }

  /** Returns the card of somebody who is likely to buy at this time. */
  private Card card(double time) {
    boolean night = isNight(time);
    while (true) {
      Card card = world.cards().get(random.nextInt(world.cards().size()));
      double willing = card.owner().activity() * (night && !card.owner().nightOwl() ? 0.2 : 1);
      if (random.nextDouble() < willing) {
        return card;
      }
    }
  }

  /** Returns whether a time is before six in the morning. */
  static boolean isNight(double seconds) {
    return seconds % DAY_SECONDS < 6 * HOUR_SECONDS;
  }

  private void startEpisodes(Purchase purchase) {
    double draw = episodes.nextDouble();
    if (draw < TRAVEL_SHARE) {
      start(new Travel(), purchase.card());
    } else if (draw < TRAVEL_SHARE + GIFT_SHARE) {
      start(new GiftShopping(), purchase.card());
    } else if (draw < TRAVEL_SHARE + GIFT_SHARE + GAMING_SHARE) {
      start(new GamingSpree(), purchase.card());
    }
    if (frauds < fraudShare * purchases) {
      start(fraud(), world.cards().get(episodes.nextInt(world.cards().size())));
    }
  }

  private Episode.Fraud fraud() {
    double draw = episodes.nextDouble();
    if (seconds >= fraudMovesAt) {
      return new AccountTakeover();
    }
    return draw < 0.45
        ? new StolenCard()
        : draw < 0.66 ? new CardTesting() : new CompromisedMerchant();
  }

  private void start(Episode episode, Card card) {
    double delay = episodes.nextDouble() * DAY_SECONDS / 2;
    List<Purchase> plan =
        episode.plan(new Episode.Scene(card, seconds + delay, world, habits, visitors, episodes));
    int most = episode instanceof Episode.Fraud ? mostPurchases : plan.size();
    for (Purchase purchase : plan.subList(0, Math.min(most, plan.size()))) {
      planned.add(purchase);
      frauds += purchase.fraud() ? 1 : 0;
    }
  }
}
