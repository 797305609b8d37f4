package dev.synth.internal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.demo.Level.Channel;
import dev.synth.internal.demo.Level.Device;
import dev.synth.internal.demo.Level.EntryMode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpisodeTest {
  private static final double START_SECONDS = 86_400;
  private static final World WORLD = World.of(50, new Seeds(1).stream("world"));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aStolenCardIsUsedInShopsForHours(long seed) {
    List<Purchase> purchases = new StolenCard().plan(scene(seed, new Visitors(WORLD)));

    assertThat(purchases).hasSizeBetween(1, 7);
    assertThat(purchases)
        .allSatisfy(
            purchase -> {
              assertThat(purchase.card()).isEqualTo(WORLD.cards().get(3));
              assertThat(purchase.means().channel()).isEqualTo(Channel.IN_STORE);
              assertThat(purchase.merchant().country()).isEqualTo(Country.HOME);
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void cardTestingIsManySmallAmountsOnline(long seed) {
    List<Purchase> purchases = new CardTesting().plan(scene(seed, new Visitors(WORLD)));

    assertThat(purchases.stream().filter(purchase -> purchase.amount() <= 6))
        .hasSizeGreaterThanOrEqualTo(4);
    assertThat(purchases)
        .allMatch(purchase -> purchase.means().channel() == Channel.ONLINE)
        .allMatch(purchase -> purchase.merchant().online());
    double first = purchases.getFirst().seconds();
    assertThat(purchases.get(3).seconds() - first).isLessThan(3600);
  }

  @Test
  void aLeakHitsCardsThatTheMerchantSaw() {
    Visitors visitors = new Visitors(WORLD);
    List<Card> seen = WORLD.cards().subList(10, 16);
    for (Merchant merchant : WORLD.onlineMerchants()) {
      seen.forEach(card -> visitors.add(merchant, card));
    }

    List<Purchase> purchases = new CompromisedMerchant().plan(scene(1, visitors));

    assertThat(purchases.stream().map(Purchase::card).distinct().toList())
        .containsExactlyInAnyOrderElementsOf(seen);
    assertThat(purchases)
        .noneMatch(purchase -> purchase.means().channel() == Channel.IN_STORE)
        .hasSizeBetween(12, 18);
  }

  @ParameterizedTest
  @MethodSource("episodes")
  void saysWhoPaidAndNeverComesTooEarly(Episode episode) {
    for (long seed = 1; seed <= 20; seed++) {
      assertThat(episode.plan(scene(seed, new Visitors(WORLD))))
          .allMatch(purchase -> purchase.fraud() == episode instanceof Episode.Fraud)
          .allMatch(purchase -> purchase.seconds() >= START_SECONDS)
          .allMatch(purchase -> purchase.amount() >= 0.5);
    }
  }

  static Stream<Episode> episodes() {
    return Stream.of(
        new StolenCard(),
        new CardTesting(),
        new CompromisedMerchant(),
        new Travel(),
        new GiftShopping(),
        new GamingSpree());
  }

  @Test
  void merchantsRememberTheirLastSixteenCards() {
    Visitors visitors = new Visitors(WORLD);
    Merchant merchant = WORLD.onlineMerchants().getFirst();
    WORLD.cards().subList(0, 20).forEach(card -> visitors.add(merchant, card));
    visitors.add(merchant, WORLD.cards().get(19));

    assertThat(visitors.of(merchant))
        .hasSize(15)
        .doesNotContain(WORLD.cards().getFirst())
        .contains(WORLD.cards().get(19));
  }

  /** Level lists are made from the constants; tables read from files have theirs sorted. */
  @Test
  void levelsAreDeclaredInTheOrderOfTheirTexts() {
    for (Enum<?>[] constants :
        List.<Enum<?>[]>of(
            Category.values(),
            Country.values(),
            Channel.values(),
            EntryMode.values(),
            Device.values())) {
      assertThat(Level.texts(constants)).isSorted();
    }
  }

  private static Episode.Scene scene(long seed, Visitors visitors) {
    RandomStream random = new Seeds(seed).stream("episode");
    return new Episode.Scene(
        WORLD.cards().get(3), START_SECONDS, WORLD, new Habits(WORLD, random), visitors, random);
  }
}
