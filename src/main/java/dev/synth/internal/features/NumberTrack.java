package dev.synth.internal.features;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Sums of a number over any stretch of an entity's events. Each event has the count, the sum and
 * the sum of squares of all before it, as whole numbers of 128 bits. So a difference is exact, and
 * no order can change it. Where the numbers have too many digits for that, sums are made of
 * decimals when they are asked for; the result is the same.
 */
final class NumberTrack {
  private static final int SQUARED = 2;

  /** The words of an entry: a count, a sum of two words and a sum of squares of two words. */
  private static final int WORDS = 5;

  private static final int SUM = 1;
  private static final int SQUARES = 3;

  private final RememberedEvents remembered;
  private final int number;
  private long[] words;
  private int scale;
  private boolean isWide;

  /**
   * A track of one of the plan's numbers.
   *
   * @param capacity how many events there is room for
   */
  NumberTrack(RememberedEvents remembered, int number, int capacity) {
    this.remembered = remembered;
    this.number = number;
    words = new long[WORDS * (capacity + 1)];
  }

  /** Moves the entries of [from, to] to the front of a room of another size, or of this one. */
  void move(int from, int to, int capacity) {
    int length = WORDS * (capacity + 1);
    long[] room = length == words.length ? words : new long[length];
    System.arraycopy(words, WORDS * from, room, 0, WORDS * (to + 1 - from));
    words = room;
  }

  /** Makes the entries behind the events of [at, to) anew; those of [from, at] are right. */
  void renew(int[] places, int from, int at, int to) {
    if (isWide) {
      return;
    }
    for (int i = at; i < to; i++) {
      double value = remembered.number(places[i], number);
      long whole = Double.isNaN(value) ? 0 : Exact.unscaled(value, scale);
      if (whole == Long.MIN_VALUE) {
        int finer = Exact.scaleOf(value, scale);
        isWide = finer < 0;
        if (!isWide) {
          scale = finer;
          Arrays.fill(words, WORDS * from, WORDS * (from + 1), 0);
          renew(places, from, from, to);
        }
        return;
      }
      words[WORDS * (i + 1)] = words[WORDS * i] + (Double.isNaN(value) ? 0 : 1);
      add(WORDS * i + SUM, whole >> (Long.SIZE - 1), whole);
      add(WORDS * i + SQUARES, Math.multiplyHigh(whole, whole), whole * whole);
    }
  }

  /** Writes the sum that stands at a word, and a number of two words, into the next entry. */
  private void add(int at, long high, long low) {
    long sum = words[at + 1] + low;
    long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    words[at + WORDS] = words[at] + high + carry;
    words[at + WORDS + 1] = sum;
  }

  private long lowBetween(int which, int from, int to) {
    return words[WORDS * to + which + 1] - words[WORDS * from + which + 1];
  }

  private long highBetween(int which, int from, int to) {
    long end = words[WORDS * to + which + 1];
    long borrow = Long.compareUnsigned(end, words[WORDS * from + which + 1]) < 0 ? 1 : 0;
    return words[WORDS * to + which] - words[WORDS * from + which] - borrow;
  }

  private BigInteger between(int which, int from, int to) {
    return Exact.whole(highBetween(which, from, to), lowBetween(which, from, to));
  }

  /** Returns whether a sum of [from, to) fits into its lower word. */
  private boolean isShort(int from, int to) {
    return highBetween(SUM, from, to) == lowBetween(SUM, from, to) >> (Long.SIZE - 1);
  }

  /** Returns the number of values of the events of [from, to). */
  private int count(int[] places, int from, int to) {
    if (!isWide) {
      return (int) (words[WORDS * to] - words[WORDS * from]);
    }
    int count = 0;
    for (int i = from; i < to; i++) {
      count += Double.isNaN(remembered.number(places[i], number)) ? 0 : 1;
    }
    return count;
  }

  private BigDecimal wideSum(int[] places, int from, int to, int power) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = from; i < to; i++) {
      double value = remembered.number(places[i], number);
      if (!Double.isNaN(value)) {
        BigDecimal decimal = Exact.decimal(value);
        sum = sum.add(power == SQUARED ? decimal.multiply(decimal) : decimal);
      }
    }
    return sum;
  }

  /** Returns the sum of the values of [from, to); 0 without any. */
  double sum(int[] places, int from, int to) {
    return isWide ? wideSum(places, from, to, 1).doubleValue() + 0.0 : by(from, to, 1);
  }

  /** Returns the sum of the values of [from, to), divided. */
  private double by(int from, int to, int divisor) {
    return isShort(from, to)
        ? Exact.quotient(lowBetween(SUM, from, to), divisor, scale)
        : Exact.quotient(between(SUM, from, to), BigInteger.valueOf(divisor), scale);
  }

  /** Returns the mean of the values of [from, to), or NaN without any. */
  double mean(int[] places, int from, int to) {
    int count = count(places, from, to);
    if (count == 0) {
      return Double.NaN;
    }
    return isWide
        ? Exact.quotient(wideSum(places, from, to, 1), BigDecimal.valueOf(count))
        : by(from, to, count);
  }

  /** Returns a value by the mean of those of [from, to), or NaN where that is none, or 0. */
  double ratio(double value, int[] places, int from, int to) {
    int count = count(places, from, to);
    if (count == 0 || Double.isNaN(value)) {
      return Double.NaN;
    }
    long whole = isWide ? Long.MIN_VALUE : Exact.unscaled(value, scale);
    boolean isPlain =
        whole != Long.MIN_VALUE && Math.abs(whole) < Long.MAX_VALUE / count && isShort(from, to);
    if (isPlain) {
      long sum = lowBetween(SUM, from, to);
      return sum == 0 ? Double.NaN : Exact.quotient(whole * count, sum, 0);
    }
    BigDecimal sum =
        isWide ? wideSum(places, from, to, 1) : new BigDecimal(between(SUM, from, to), scale);
    return sum.signum() == 0
        ? Double.NaN
        : Exact.quotient(Exact.decimal(value).multiply(BigDecimal.valueOf(count)), sum) + 0.0;
  }

  /** Returns the standard deviation of [from, to), or NaN of fewer than two values. */
  double deviation(int[] places, int from, int to) {
    int count = count(places, from, to);
    if (count < 2) {
      return Double.NaN;
    }
    long pairs = (long) count * (count - 1);
    if (isWide) {
      BigDecimal sum = wideSum(places, from, to, 1);
      BigDecimal spread =
          wideSum(places, from, to, SQUARED)
              .multiply(BigDecimal.valueOf(count))
              .subtract(sum.multiply(sum));
      return Math.sqrt(Exact.quotient(spread, BigDecimal.valueOf(pairs)));
    }
    BigInteger sum = between(SUM, from, to);
    BigInteger spread =
        between(SQUARES, from, to).multiply(BigInteger.valueOf(count)).subtract(sum.multiply(sum));
    return Math.sqrt(Exact.quotient(spread, BigInteger.valueOf(pairs), 2 * scale));
  }
}
