package dev.synth.internal.demo;

import dev.synth.internal.demo.Level.Channel;
import dev.synth.internal.demo.Level.EntryMode;
import dev.synth.internal.demo.Purchase.Means;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A list of numbers is tried out: small amounts online within minutes, sometimes a big one. */
record CardTesting() implements Episode.Fraud {
  private static final Set<Category> TESTED_AT =
      EnumSet.of(Category.DIGITAL, Category.ENTERTAINMENT);
  private static final Set<Category> CASHED_AT =
      EnumSet.of(Category.ELECTRONICS, Category.TRAVEL, Category.FASHION);
  private static final double LARGEST_TEST = 6;

  @Override
  public List<Purchase> plan(Scene scene) {
    double seconds = scene.startSeconds();
    double meanGapSeconds = scene.chance(0.5) ? 60 : 300;
    Merchant merchant = merchant(scene, TESTED_AT);
    List<Purchase> purchases = new ArrayList<>();
    for (int i = scene.between(4, 9); i > 0; i--) {
      if (scene.chance(0.25)) {
        merchant = merchant(scene, TESTED_AT);
      }
      double draw = scene.random().nextDouble();
      double amount = Habits.cents(0.5 + draw * draw * (LARGEST_TEST - 0.5));
      purchases.add(purchase(scene, merchant, seconds, amount));
      seconds += scene.waiting(meanGapSeconds);
    }
    if (scene.chance(0.5)) {
      Merchant victim = merchant(scene, CASHED_AT);
      double amount = scene.habits().amount(victim.category(), 1, 3);
      purchases.add(purchase(scene, victim, seconds + scene.waiting(3600), amount));
    }
    return purchases;
  }

  private static Merchant merchant(Scene scene, Set<Category> categories) {
    return World.selling(categories, scene.world().onlineMerchants(), scene.random());
  }

  private static Purchase purchase(Scene scene, Merchant merchant, double seconds, double amount) {
    EntryMode mode = scene.chance(0.85) ? EntryMode.KEYED : EntryMode.SAVED;
    Means means = new Means(Channel.ONLINE, mode, scene.habits().device(0.7), false);
    return new Purchase(seconds, scene.card(), merchant, means, amount, true);
  }
}
