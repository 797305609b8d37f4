package dev.synth.internal.demo;

import java.util.ArrayList;
import java.util.List;

/** An owner is away for some days, and pays far from home, often abroad. */
record Travel() implements Episode.Honest {
  private static final double DAY_SECONDS = 24 * 3600;

  @Override
  public List<Purchase> plan(Scene scene) {
    List<City> cities =
        scene.chance(0.6) ? scene.world().foreignCities() : scene.world().homeCities();
    City city = cities.get(scene.random().nextInt(cities.size()));
    double spending = scene.card().owner().spending() * 1.2;
    List<Purchase> purchases = new ArrayList<>();
    for (int day = 0; day < scene.between(2, 5); day++) {
      for (int i = scene.between(0, 3); i > 0; i--) {
        double hour = 8 + scene.random().nextDouble() * 15;
        double midnight = Math.floor(scene.startSeconds() / DAY_SECONDS + 1 + day) * DAY_SECONDS;
        Merchant shop = World.popular(city.shops(), scene.random());
        double amount = scene.habits().amount(shop.category(), spending, 1);
        purchases.add(
            new Purchase(
                midnight + hour * 3600,
                scene.card(),
                shop,
                scene.habits().ownersMeans(shop, false, amount),
                amount,
                false));
      }
    }
    return purchases;
  }
}
