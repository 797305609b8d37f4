package dev.synth.internal.demo;

import java.util.List;
import java.util.stream.IntStream;

/** The cards that each merchant saw last, as many as a leak would reveal. */
final class Visitors {
  private static final int REMEMBERED = 16;

  private final List<Card> cards;
  private final int[][] recent;
  private final int[] counts;

  Visitors(World world) {
    this.cards = world.cards();
    this.recent = new int[world.merchantCount()][REMEMBERED];
    this.counts = new int[world.merchantCount()];
  }

  /** Notes that a card was used at a merchant. */
  void add(Merchant merchant, Card card) {
    int slot = counts[merchant.number()]++ & (REMEMBERED - 1);
    recent[merchant.number()][slot] = card.number();
  }

  /** Returns the different cards that a merchant saw last, at most 16. */
  List<Card> of(Merchant merchant) {
    int known = Math.min(counts[merchant.number()], REMEMBERED);
    return IntStream.range(0, known)
        .map(slot -> recent[merchant.number()][slot])
        .distinct()
        .mapToObj(cards::get)
        .toList();
  }
}
