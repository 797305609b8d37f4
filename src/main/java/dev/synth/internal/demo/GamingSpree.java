package dev.synth.internal.demo;

import dev.synth.internal.demo.Level.Channel;
import dev.synth.internal.demo.Level.EntryMode;
import dev.synth.internal.demo.Purchase.Means;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** An owner, or the owner's child, buys small things in a game, minutes apart. */
record GamingSpree() implements Episode.Honest {
  private static final double[] PRICES = {0.99, 1.99, 2.99, 4.99, 9.99};

  @Override
  public List<Purchase> plan(Scene scene) {
    Merchant game =
        World.selling(
            EnumSet.of(Category.DIGITAL), scene.world().onlineMerchants(), scene.random());
    EntryMode mode = scene.chance(0.6) ? EntryMode.SAVED : EntryMode.KEYED;
    Means means = new Means(Channel.ONLINE, mode, scene.habits().device(0.15), false);
    double seconds = scene.startSeconds();
    List<Purchase> purchases = new ArrayList<>();
    for (int i = scene.between(2, 7); i > 0; i--) {
      double price = PRICES[scene.random().nextInt(PRICES.length)];
      purchases.add(new Purchase(seconds, scene.card(), game, means, price, false));
      seconds += scene.waiting(400);
    }
    return purchases;
  }
}
