package dev.synth.internal.demo;

/**
 * The kind of goods that a merchant sells; declared in the order of the texts.
 *
 * <p>Prices are log-normal. Medians (euros), spreads and shares are our own, chosen to look like a
 * household's card statement; nothing is fitted to anyone's data.
 */
enum Category {
  DIGITAL(9, 0.8, 2, 30),
  ELECTRONICS(85, 1.0, 4, 12),
  ENTERTAINMENT(22, 0.6, 6, 8),
  FASHION(48, 0.7, 8, 18),
  FUEL(52, 0.4, 10, 0),
  GROCERIES(28, 0.8, 34, 5),
  HOUSEHOLD(40, 0.9, 8, 12),
  JEWELLERY(140, 0.9, 1, 2),
  PHARMACY(18, 0.6, 6, 3),
  RESTAURANT(24, 0.7, 16, 5),
  TRANSPORT(12, 0.8, 8, 5),
  TRAVEL(160, 0.9, 1, 6);

  private final double median;
  private final double spread;
  private final int shopWeight;
  private final int onlineWeight;

  Category(double median, double spread, int shopWeight, int onlineWeight) {
    this.median = median;
    this.spread = spread;
    this.shopWeight = shopWeight;
    this.onlineWeight = onlineWeight;
  }

  /** Returns the median price in euros. */
  double median() {
    return median;
  }

  /** Returns the standard deviation of the price's logarithm. */
  double spread() {
    return spread;
  }

  /** Returns how many of a hundred or so shops, or of as many online merchants, sell this. */
  int weight(boolean online) {
    return online ? onlineWeight : shopWeight;
  }
}
