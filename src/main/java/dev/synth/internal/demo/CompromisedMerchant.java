package dev.synth.internal.demo;

import dev.synth.internal.demo.Level.Channel;
import dev.synth.internal.demo.Level.EntryMode;
import dev.synth.internal.demo.Purchase.Means;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A merchant's records leak: the cards last seen there are used elsewhere, once or twice each. */
record CompromisedMerchant() implements Episode.Fraud {
  private static final Set<Category> SOUGHT =
      EnumSet.of(Category.ELECTRONICS, Category.FASHION, Category.TRAVEL, Category.DIGITAL);
  private static final int MOST_VICTIMS = 6;
  private static final int MERCHANTS_LOOKED_AT = 20;
  private static final double DAY_SECONDS = 24 * 3600;
  private static final double MEAN_DELAY_SECONDS = DAY_SECONDS;

  @Override
  public List<Purchase> plan(Scene scene) {
    double seconds = scene.startSeconds();
    List<Card> victims = victims(scene);
    List<Purchase> purchases = new ArrayList<>();
    for (Card card : victims.subList(0, Math.min(MOST_VICTIMS, victims.size()))) {
      double moment = moment(scene, seconds + scene.waiting(MEAN_DELAY_SECONDS));
      for (int i = scene.between(2, 3); i > 0; i--) {
        purchases.add(purchase(scene, card, moment));
        moment += scene.waiting(1800);
      }
    }
    return purchases;
  }

  /** The cards of the busiest of some merchants; a leak elsewhere would hardly pay. */
  private static List<Card> victims(Scene scene) {
    List<Merchant> online = scene.world().onlineMerchants();
    List<Card> victims = List.of(scene.card());
    for (int i = 0; i < MERCHANTS_LOOKED_AT; i++) {
      List<Merchant> merchants = scene.chance(0.5) ? online : scene.card().owner().home().shops();
      List<Card> cards = scene.visitors().of(World.popular(merchants, scene.random()));
      victims = cards.size() > victims.size() ? cards : victims;
    }
    return victims;
  }

  /** Whoever buys the records often lives where it is day while the owner sleeps. */
  private static double moment(Scene scene, double seconds) {
    double nextMidnight = Math.ceil(seconds / DAY_SECONDS) * DAY_SECONDS;
    return scene.chance(0.4) ? nextMidnight + scene.random().nextDouble() * 5 * 3600 : seconds;
  }

  private static Purchase purchase(Scene scene, Card card, double seconds) {
    Merchant shop = shop(scene);
    double factor = 3 + 3 * scene.random().nextDouble();
    double amount = scene.habits().amount(shop.category(), 1, factor);
    Channel channel = scene.chance(0.12) ? Channel.PHONE : Channel.ONLINE;
    EntryMode mode = scene.chance(0.9) ? EntryMode.KEYED : EntryMode.SAVED;
    Means means =
        channel == Channel.PHONE
            ? new Means(channel, EntryMode.KEYED, null, false)
            : new Means(channel, mode, scene.habits().device(0.7), false);
    return new Purchase(seconds, card, shop, means, amount, true);
  }

  /** Often abroad, where the goods are out of reach before anybody asks. */
  private static Merchant shop(Scene scene) {
    List<Merchant> online = scene.world().onlineMerchants();
    boolean abroad = scene.chance(0.75);
    Merchant shop = World.selling(SOUGHT, online, scene.random());
    while (abroad && shop.country() == Country.HOME) {
      shop = World.selling(SOUGHT, online, scene.random());
    }
    return shop;
  }
}
