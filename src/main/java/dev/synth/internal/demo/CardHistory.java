package dev.synth.internal.demo;

/** A bank's knowledge of a card before the next purchase. */
final class CardHistory {
  private static final double DAY_SECONDS = 24 * 3600;
  private static final int REMEMBERED_MERCHANTS = 12;

  private double lastSeconds = Double.NaN;
  private double meanAmount = Double.NaN;
  private int count;
  private final int[] merchants = new int[REMEMBERED_MERCHANTS];
  private double[] dayTimes = new double[4];
  private int dayFirst;
  private int dayCount;

  /** Returns the hours since the card's last purchase; NaN before the first. */
  double hoursSinceLast(double seconds) {
    return (seconds - lastSeconds) / 3600;
  }

  /** Returns how many purchases the card made in the 24 hours before a moment. */
  int countLastDay(double seconds) {
    while (dayCount > 0 && dayTimes[dayFirst] < seconds - DAY_SECONDS) {
      dayFirst = (dayFirst + 1) % dayTimes.length;
      dayCount--;
    }
    return dayCount;
  }

  /** Returns an amount over the mean of the card's earlier amounts; NaN before the first. */
  double ratioToMean(double amount) {
    return amount / meanAmount;
  }

  /** Returns whether the card's last 12 purchases were all made elsewhere. */
  boolean isNew(Merchant merchant) {
    for (int i = 0; i < Math.min(count, REMEMBERED_MERCHANTS); i++) {
      if (merchants[i] == merchant.number()) {
        return false;
      }
    }
    return true;
  }

  /** Adds a purchase, none being earlier than those before it. */
  void add(Purchase purchase) {
    merchants[count % REMEMBERED_MERCHANTS] = purchase.merchant().number();
    count++;
    meanAmount =
        count == 1 ? purchase.amount() : meanAmount + (purchase.amount() - meanAmount) / count;
    lastSeconds = purchase.seconds();
    if (dayCount == dayTimes.length) {
      double[] wider = new double[2 * dayCount];
      System.arraycopy(dayTimes, dayFirst, wider, 0, dayCount - dayFirst);
      System.arraycopy(dayTimes, 0, wider, dayCount - dayFirst, dayFirst);
      dayTimes = wider;
      dayFirst = 0;
    }
    dayTimes[(dayFirst + dayCount) % dayTimes.length] = purchase.seconds();
    dayCount++;
  }
}
