package dev.synth.internal.demo;

import dev.synth.internal.demo.Level.Channel;
import dev.synth.internal.demo.Level.EntryMode;
import dev.synth.internal.demo.Purchase.Means;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A thief uses the plastic itself: a few dear things in shops within hours, then it is blocked. */
record StolenCard() implements Episode.Fraud {
  private static final Set<Category> SOUGHT =
      EnumSet.of(Category.ELECTRONICS, Category.JEWELLERY, Category.FASHION, Category.FUEL);
  private static final double MEAN_GAP_SECONDS = 30 * 60;

  @Override
  public List<Purchase> plan(Scene scene) {
    boolean careful = scene.chance(0.2);
    int count = careful ? scene.between(1, 2) : scene.between(3, 7);
    City city = city(scene);
    double seconds = scene.startSeconds();
    List<Purchase> purchases = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Merchant shop =
          careful || scene.chance(0.15)
              ? World.popular(city.shops(), scene.random())
              : World.selling(SOUGHT, city.shops(), scene.random());
      purchases.add(purchase(scene, shop, seconds, careful));
      seconds += scene.waiting(MEAN_GAP_SECONDS);
    }
    return purchases;
  }

  /** Mostly the city where the wallet was lost, which is mostly where the owner lives. */
  private static City city(Scene scene) {
    List<City> cities = scene.world().homeCities();
    return scene.chance(0.4)
        ? scene.card().owner().home()
        : cities.get(scene.random().nextInt(cities.size()));
  }

  /** Without the PIN there is contactless below 50 euros and the magnetic stripe above. */
  private static Purchase purchase(Scene scene, Merchant shop, double seconds, boolean careful) {
    double factor = careful ? 1 : 2.5 + scene.random().nextDouble() * 2.5;
    double amount = scene.habits().amount(shop.category(), 1, factor);
    boolean contactless = amount < 50 || scene.chance(0.15);
    EntryMode plastic = scene.chance(0.75) ? EntryMode.STRIPE : EntryMode.CHIP;
    EntryMode mode = contactless ? EntryMode.CONTACTLESS : plastic;
    Means means = new Means(Channel.IN_STORE, mode, null, !scene.chance(0.15));
    return new Purchase(seconds, scene.card(), shop, means, amount, true);
  }
}
