package dev.synth.internal.demo;

import dev.synth.internal.demo.Level.Channel;
import dev.synth.internal.demo.Level.Device;
import dev.synth.internal.demo.Level.EntryMode;
import dev.synth.internal.demo.Purchase.Means;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Somebody logs in as the owner and spends the saved card on gift cards and tickets, in sums that
 * the owner might spend, from a mobile. No other simulated fraud looks like it.
 */
record AccountTakeover() implements Episode.Fraud {
  private static final Set<Category> SOUGHT = EnumSet.of(Category.DIGITAL, Category.ENTERTAINMENT);
  private static final double MEAN_GAP_SECONDS = 12 * 60;

  @Override
  public List<Purchase> plan(Scene scene) {
    double seconds = scene.startSeconds();
    List<Purchase> purchases = new ArrayList<>();
    for (int i = scene.between(3, 6); i > 0; i--) {
      purchases.add(purchase(scene, seconds));
      seconds += scene.waiting(MEAN_GAP_SECONDS);
    }
    return purchases;
  }

  private static Purchase purchase(Scene scene, double seconds) {
    List<Merchant> online = scene.world().onlineMerchants();
    Merchant shop = World.selling(SOUGHT, online, scene.random());
    while (shop.country() != Country.HOME) {
      shop = World.selling(SOUGHT, online, scene.random());
    }
    double amount = scene.chance(0.6) ? 25 : scene.chance(0.5) ? 50 : 20;
    Means means = new Means(Channel.ONLINE, EntryMode.SAVED, Device.MOBILE, false);
    return new Purchase(seconds, scene.card(), shop, means, amount, true);
  }
}
