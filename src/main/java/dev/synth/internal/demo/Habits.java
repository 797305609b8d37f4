package dev.synth.internal.demo;

import dev.synth.base.RandomStream;
import dev.synth.internal.demo.Level.Channel;
import dev.synth.internal.demo.Level.Device;
import dev.synth.internal.demo.Level.EntryMode;
import dev.synth.internal.demo.Purchase.Means;
import org.jspecify.annotations.Nullable;

/**
 * The behaviour of owners on ordinary days, and the prices and means of payment that everybody
 * uses.
 */
final class Habits {
  private static final double SUBSCRIPTION_SHARE = 0.06;
  private static final double FAVOURITE_SHARE = 0.7;
  private static final double PHONE_SHARE = 0.08;
  private static final double SMALLEST_AMOUNT = 0.5;

  private final World world;
  private final RandomStream random;

  Habits(World world, RandomStream random) {
    this.world = world;
    this.random = random;
  }

  /** Returns what a card's owner buys at a time, on an ordinary day. */
  Purchase ordinary(Card card, double seconds) {
    Customer owner = card.owner();
    if (random.nextDouble() < SUBSCRIPTION_SHARE) {
      Means means = new Means(Channel.ONLINE, EntryMode.SAVED, null, false);
      return new Purchase(
          seconds, card, owner.subscription(), means, owner.subscriptionPrice(), false);
    }
    boolean returning = random.nextDouble() < FAVOURITE_SHARE;
    Merchant merchant = returning ? favourite(owner) : stranger(owner);
    double amount = amount(merchant.category(), owner.spending(), 1);
    return new Purchase(
        seconds, card, merchant, ownersMeans(merchant, returning, amount), amount, false);
  }

  private Merchant favourite(Customer owner) {
    return owner.favourites().get(random.nextInt(owner.favourites().size()));
  }

  private Merchant stranger(Customer owner) {
    if (random.nextDouble() < owner.onlineShare()) {
      return World.popular(world.onlineMerchants(), random);
    }
    boolean away = random.nextDouble() < 0.06;
    City city =
        away ? world.homeCities().get(random.nextInt(world.homeCities().size())) : owner.home();
    return World.popular(city.shops(), random);
  }

  /** Returns how an owner pays. */
  Means ownersMeans(Merchant merchant, boolean returning, double amount) {
    double draw = random.nextDouble();
    if (merchant.online()) {
      if (draw < PHONE_SHARE) {
        return new Means(Channel.PHONE, EntryMode.KEYED, null, false);
      }
      EntryMode mode = draw < (returning ? 0.94 : 0.65) ? EntryMode.SAVED : EntryMode.KEYED;
      return new Means(Channel.ONLINE, mode, device(0.12), false);
    }
    boolean stripe = draw < (merchant.country() == Country.US ? 0.35 : 0.03);
    boolean contactless = draw < (amount < 50 ? 0.75 : 0.35);
    EntryMode mode =
        stripe ? EntryMode.STRIPE : contactless ? EntryMode.CONTACTLESS : EntryMode.CHIP;
    return new Means(Channel.IN_STORE, mode, null, random.nextDouble() >= 0.06);
  }

  /** Returns a device, or null with the given probability. */
  @Nullable Device device(double hiddenShare) {
    double draw = random.nextDouble();
    if (random.nextDouble() < hiddenShare) {
      return null;
    }
    return draw < 0.55 ? Device.MOBILE : draw < 0.92 ? Device.COMPUTER : Device.TABLET;
  }

  /**
   * Returns a price: log-normal, then rounded the way shops do, to .99, to whole euros, or not.
   *
   * @param spending the buyer's factor
   * @param factor the occasion's factor
   */
  double amount(Category category, double spending, double factor) {
    double raw =
        category.median()
            * spending
            * factor
            * StrictMath.exp(category.spread() * random.nextGaussian());
    double draw = random.nextDouble();
    double euros = draw < 0.25 ? Math.ceil(raw) - 0.01 : draw < 0.35 ? Math.rint(raw) : raw;
    return cents(Math.max(SMALLEST_AMOUNT, euros));
  }

  /** Returns an amount rounded to cents. */
  static double cents(double euros) {
    return Math.rint(euros * 100) / 100;
  }
}
