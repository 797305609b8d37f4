package dev.synth.internal.demo;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An owner buys presents: several dear things at unknown merchants within hours. */
record GiftShopping() implements Episode.Honest {
  private static final Set<Category> SOUGHT =
      EnumSet.of(Category.ELECTRONICS, Category.JEWELLERY, Category.FASHION, Category.HOUSEHOLD);

  @Override
  public List<Purchase> plan(Scene scene) {
    boolean online = scene.chance(0.5);
    double seconds = scene.startSeconds();
    Customer owner = scene.card().owner();
    List<Merchant> merchants = online ? scene.world().onlineMerchants() : owner.home().shops();
    List<Purchase> purchases = new ArrayList<>();
    for (int i = scene.between(2, 5); i > 0; i--) {
      Merchant shop = World.selling(SOUGHT, merchants, scene.random());
      double amount = scene.habits().amount(shop.category(), owner.spending(), 1.5);
      purchases.add(
          new Purchase(
              seconds,
              scene.card(),
              shop,
              scene.habits().ownersMeans(shop, false, amount),
              amount,
              false));
      seconds += scene.waiting(online ? 1500 : 2700);
    }
    return purchases;
  }
}
