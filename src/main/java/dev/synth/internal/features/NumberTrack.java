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

  private final int number;
  private int[] counts;
  private long[] sums;
  private long[] squares;
  private int scale;
  private boolean isWide;

  /**
   * A track of one of the plan's numbers.
   *
   * @param capacity how many events there is room for
   */
  NumberTrack(int number, int capacity) {
    this.number = number;
    counts = new int[capacity + 1];
    sums = new long[2 * (capacity + 1)];
    squares = new long[2 * (capacity + 1)];
  }

  /** Moves the entries of [from, to] to the front of a room of another size. */
  void move(int from, int to, int capacity) {
    counts = Arrays.copyOf(Arrays.copyOfRange(counts, from, to + 1), capacity + 1);
    sums = Arrays.copyOf(Arrays.copyOfRange(sums, 2 * from, 2 * to + 2), 2 * (capacity + 1));
    squares = Arrays.copyOf(Arrays.copyOfRange(squares, 2 * from, 2 * to + 2), 2 * (capacity + 1));
  }

  /** Makes the entries behind the events of [at, to) anew; those of [from, at] are right. */
  void renew(Event[] events, int from, int at, int to) {
    if (isWide) {
      return;
    }
    for (int i = at; i < to; i++) {
      double value = events[i].numbers()[number];
      long whole = Double.isNaN(value) ? 0 : Exact.unscaled(value, scale);
      if (whole == Long.MIN_VALUE) {
        int finer = Exact.scaleOf(value, scale);
        isWide = finer < 0;
        if (!isWide) {
          scale = finer;
          counts[from] = 0;
          clear(sums, from);
          clear(squares, from);
          renew(events, from, from, to);
        }
        return;
      }
      counts[i + 1] = counts[i] + (Double.isNaN(value) ? 0 : 1);
      add(sums, i, whole >> (Long.SIZE - 1), whole);
      add(squares, i, Math.multiplyHigh(whole, whole), whole * whole);
    }
  }

  private static void clear(long[] words, int at) {
    words[2 * at] = 0;
    words[2 * at + 1] = 0;
  }

  /** Writes entry i and a number of two words into entry i + 1. */
  private static void add(long[] words, int i, long high, long low) {
    long sum = words[2 * i + 1] + low;
    long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    words[2 * i + 2] = words[2 * i] + high + carry;
    words[2 * i + 3] = sum;
  }

  private static BigInteger between(long[] words, int from, int to) {
    long low = words[2 * to + 1] - words[2 * from + 1];
    long borrow = Long.compareUnsigned(words[2 * to + 1], words[2 * from + 1]) < 0 ? 1 : 0;
    return Exact.whole(words[2 * to] - words[2 * from] - borrow, low);
  }

  private static boolean isShort(long[] words, int from, int to) {
    long low = words[2 * to + 1] - words[2 * from + 1];
    long borrow = Long.compareUnsigned(words[2 * to + 1], words[2 * from + 1]) < 0 ? 1 : 0;
    return words[2 * to] - words[2 * from] - borrow == low >> (Long.SIZE - 1);
  }

  private static long shortBetween(long[] words, int from, int to) {
    return words[2 * to + 1] - words[2 * from + 1];
  }

  /** Returns the number of values of the events of [from, to). */
  private int count(Event[] events, int from, int to) {
    if (!isWide) {
      return counts[to] - counts[from];
    }
    int count = 0;
    for (int i = from; i < to; i++) {
      count += Double.isNaN(events[i].numbers()[number]) ? 0 : 1;
    }
    return count;
  }

  private BigDecimal wideSum(Event[] events, int from, int to, int power) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = from; i < to; i++) {
      double value = events[i].numbers()[number];
      if (!Double.isNaN(value)) {
        BigDecimal decimal = Exact.decimal(value);
        sum = sum.add(power == SQUARED ? decimal.multiply(decimal) : decimal);
      }
    }
    return sum;
  }

  /** Returns the sum of the values of [from, to); 0 without any. */
  double sum(Event[] events, int from, int to) {
    return isWide ? wideSum(events, from, to, 1).doubleValue() + 0.0 : by(from, to, 1);
  }

  /** Returns the sum of the values of [from, to), divided. */
  private double by(int from, int to, int divisor) {
    return isShort(sums, from, to)
        ? Exact.quotient(shortBetween(sums, from, to), divisor, scale)
        : Exact.quotient(between(sums, from, to), BigInteger.valueOf(divisor), scale);
  }

  /** Returns the mean of the values of [from, to), or NaN without any. */
  double mean(Event[] events, int from, int to) {
    int count = count(events, from, to);
    if (count == 0) {
      return Double.NaN;
    }
    return isWide
        ? Exact.quotient(wideSum(events, from, to, 1), BigDecimal.valueOf(count))
        : by(from, to, count);
  }

  /** Returns a value by the mean of those of [from, to), or NaN where that is none, or 0. */
  double ratio(double value, Event[] events, int from, int to) {
    int count = count(events, from, to);
    if (count == 0 || Double.isNaN(value)) {
      return Double.NaN;
    }
    long whole = isWide ? Long.MIN_VALUE : Exact.unscaled(value, scale);
    boolean isPlain =
        whole != Long.MIN_VALUE
            && Math.abs(whole) < Long.MAX_VALUE / count
            && isShort(sums, from, to);
    if (isPlain) {
      long sum = shortBetween(sums, from, to);
      return sum == 0 ? Double.NaN : Exact.quotient(whole * count, sum, 0);
    }
    BigDecimal sum =
        isWide ? wideSum(events, from, to, 1) : new BigDecimal(between(sums, from, to), scale);
    return sum.signum() == 0
        ? Double.NaN
        : Exact.quotient(Exact.decimal(value).multiply(BigDecimal.valueOf(count)), sum) + 0.0;
  }

  /** Returns the standard deviation of [from, to), or NaN of fewer than two values. */
  double deviation(Event[] events, int from, int to) {
    int count = count(events, from, to);
    if (count < 2) {
      return Double.NaN;
    }
    long pairs = (long) count * (count - 1);
    if (isWide) {
      BigDecimal sum = wideSum(events, from, to, 1);
      BigDecimal spread =
          wideSum(events, from, to, SQUARED)
              .multiply(BigDecimal.valueOf(count))
              .subtract(sum.multiply(sum));
      return Math.sqrt(Exact.quotient(spread, BigDecimal.valueOf(pairs)));
    }
    BigInteger sum = between(sums, from, to);
    BigInteger spread =
        between(squares, from, to).multiply(BigInteger.valueOf(count)).subtract(sum.multiply(sum));
    return Math.sqrt(Exact.quotient(spread, BigInteger.valueOf(pairs), 2 * scale));
  }
}
