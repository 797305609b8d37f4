package dev.synth.internal.demo;

import dev.synth.base.RandomStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cities, merchants, customers and cards: all that stays the same while transactions happen.
 *
 * @param homeCities the cities that customers live in
 * @param foreignCities the cities that they travel to, each as often as its country is visited
 * @param onlineMerchants who sells at a distance, the popular ones first
 * @param merchantCount how many merchants there are, online and not
 * @param cards the cards, by number
 */
record World(
    List<City> homeCities,
    List<City> foreignCities,
    List<Merchant> onlineMerchants,
    int merchantCount,
    List<Card> cards) {
  private static final int HOME_CITIES = 24;
  private static final int SHOPS_PER_HOME_CITY = 45;
  private static final int SHOPS_PER_FOREIGN_CITY = 25;
  private static final int ONLINE_MERCHANTS = 400;
  private static final double FOREIGN_ONLINE_SHARE = 0.3;
  private static final int FAVOURITES = 9;

  /** Builds a world with a number of cards; about a quarter of the customers hold two. */
  static World of(int cardCount, RandomStream random) {
    return new Builder(random).build(cardCount);
  }

  /** Returns a merchant of a list, the first ones more often than the last ones. */
  static Merchant popular(List<Merchant> merchants, RandomStream random) {
    double draw = random.nextDouble();
    return merchants.get((int) (draw * draw * merchants.size()));
  }

  /** Returns a merchant of one of the given categories, unless the list seems to have none. */
  static Merchant selling(Set<Category> wanted, List<Merchant> merchants, RandomStream random) {
    Merchant merchant = merchants.get(random.nextInt(merchants.size()));
    for (int i = 0; i < 100 && !wanted.contains(merchant.category()); i++) {
      merchant = merchants.get(random.nextInt(merchants.size()));
    }
    return merchant;
  }

  /** Draws the world, part by part. */
  private static final class Builder {
    private final RandomStream random;
    private final List<City> homeCities = new ArrayList<>();
    private final List<City> foreignCities = new ArrayList<>();
    private final List<Merchant> onlineMerchants = new ArrayList<>();
    private final List<Card> cards = new ArrayList<>();
    private int merchantCount;

    Builder(RandomStream random) {
      this.random = random;
    }

    World build(int cardCount) {
      for (int i = 0; i < HOME_CITIES; i++) {
        homeCities.add(city(Country.HOME, SHOPS_PER_HOME_CITY));
      }
      for (Country country : Country.values()) {
        for (int i = 0; i < country.visitWeight(); i++) {
          foreignCities.add(city(country, SHOPS_PER_FOREIGN_CITY));
        }
      }
      for (int i = 0; i < ONLINE_MERCHANTS; i++) {
        onlineMerchants.add(onlineMerchant());
      }
      while (cards.size() < cardCount) {
        Customer customer = customer();
        addCard(customer);
        if (cards.size() < cardCount && random.nextDouble() < 0.25) {
          addCard(customer);
        }
      }
      return new World(
          List.copyOf(homeCities),
          List.copyOf(foreignCities),
          List.copyOf(onlineMerchants),
          merchantCount,
          List.copyOf(cards));
    }

    private City city(Country country, int shopCount) {
      double east = country.east() + 180 * random.nextGaussian();
      double north = country.north() + 220 * random.nextGaussian();
      List<Merchant> shops = new ArrayList<>();
      for (int i = 0; i < shopCount; i++) {
        double shopEast = east + 6 * random.nextGaussian();
        double shopNorth = north + 6 * random.nextGaussian();
        shops.add(
            new Merchant(merchantCount++, category(false), country, false, shopEast, shopNorth));
      }
      return new City(country, east, north, shops);
    }

    private Merchant onlineMerchant() {
      Country country =
          random.nextDouble() < FOREIGN_ONLINE_SHARE
              ? foreignCities.get(random.nextInt(foreignCities.size())).country()
              : Country.HOME;
      return new Merchant(merchantCount++, category(true), country, true, 0, 0);
    }

    private Category category(boolean online) {
      int total = 0;
      for (Category category : Category.values()) {
        total += category.weight(online);
      }
      int draw = random.nextInt(total);
      for (Category category : Category.values()) {
        draw -= category.weight(online);
        if (draw < 0) {
          return category;
        }
      }
      throw new IllegalStateException("weights don't add up");
    }

    private Customer customer() {
      City home = homeCities.get(random.nextInt(homeCities.size()));
      List<Merchant> favourites = new ArrayList<>();
      for (int i = 0; i < FAVOURITES; i++) {
        favourites.add(popular(i % 3 == 0 ? onlineMerchants : home.shops(), random));
      }
      Set<Category> subscribed = EnumSet.of(Category.DIGITAL, Category.ENTERTAINMENT);
      return new Customer(
          home,
          home.east() + 5 * random.nextGaussian(),
          home.north() + 5 * random.nextGaussian(),
          StrictMath.exp(0.4 * random.nextGaussian()),
          0.2 + 0.8 * random.nextDouble() * random.nextDouble(),
          random.nextDouble() < 0.15,
          0.1 + 0.5 * random.nextDouble(),
          favourites,
          selling(subscribed, onlineMerchants, random),
          5 + random.nextInt(20) - 0.01);
    }

    private void addCard(Customer customer) {
      String id = String.format(Locale.ROOT, "C%06d", cards.size());
      cards.add(new Card(cards.size(), id, customer));
    }
  }
}
