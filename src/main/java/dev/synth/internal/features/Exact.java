package dev.synth.internal.features;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Exact arithmetic of decimals. A number stands for the shortest decimal that is read as it, which
 * is what the file says; sums are exact, and what leaves is rounded once, half to even.
 */
final class Exact {
  /** The most digits after the point of a number that is kept as a whole number. */
  static final int MOST_DECIMALS = 9;

  /** Two decimals of so many digits are never read as the same double. */
  private static final double MOST_UNSCALED = 1e15;

  private static final double[] POWERS = new double[23];
  private static final BigInteger[] WHOLE_POWERS = new BigInteger[2 * MOST_DECIMALS + 1];
  private static final long EXACT_IN_DOUBLES = 1L << 53;

  /** Digits of a quotient before it is rounded; no tie of doubles is so near to another ratio. */
  private static final MathContext DIGITS = new MathContext(80, RoundingMode.HALF_EVEN);

  static {
    double power = 1;
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = power; // exact up to 10^22
      power *= 10;
    }
    for (int i = 0; i < WHOLE_POWERS.length; i++) {
      WHOLE_POWERS[i] = BigInteger.TEN.pow(i);
    }
  }

  private Exact() {}

  /** Returns the decimal that a number stands for. */
  static BigDecimal decimal(double value) {
    return new BigDecimal(Double.toString(value));
  }

  /**
   * Returns the number times 10^scale, where the number's decimal has at most {@code scale} digits
   * after the point, and fits; else {@link Long#MIN_VALUE}.
   */
  static long unscaled(double value, int scale) {
    double whole = Math.rint(value * POWERS[scale]);
    boolean fits = Math.abs(whole) < MOST_UNSCALED && whole / POWERS[scale] == value;
    return fits ? (long) whole : Long.MIN_VALUE;
  }

  /**
   * Returns the fewest digits after the point that show a number, at least {@code scale}; or −1.
   */
  static int scaleOf(double value, int scale) {
    for (int digits = scale; digits <= MOST_DECIMALS; digits++) {
      if (unscaled(value, digits) != Long.MIN_VALUE) {
        return digits;
      }
    }
    return -1;
  }

  /** Returns numerator / (denominator · 10^scale), rounded once; the denominator is not 0. */
  static double quotient(BigInteger numerator, BigInteger denominator, int scale) {
    if (numerator.signum() == 0) {
      return 0;
    }
    BigInteger divisor = denominator.multiply(WHOLE_POWERS[scale]);
    return new BigDecimal(numerator).divide(new BigDecimal(divisor), DIGITS).doubleValue();
  }

  /** Returns the same of whole numbers. */
  static double quotient(long numerator, long denominator, int scale) {
    long most = scale <= 15 ? EXACT_IN_DOUBLES / (long) POWERS[scale] : 0;
    boolean isExact =
        numerator <= EXACT_IN_DOUBLES
            && numerator >= -EXACT_IN_DOUBLES
            && denominator <= most
            && denominator >= -most;
    return isExact
        ? numerator / (denominator * POWERS[scale]) + 0.0 // both are doubles: rounded once
        : quotient(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator), scale);
  }

  /** Returns a quotient of decimals, rounded once; the divisor is not 0. */
  static double quotient(BigDecimal numerator, BigDecimal denominator) {
    return numerator.divide(denominator, DIGITS).doubleValue();
  }

  /** Returns the number that two words of 64 bits are. */
  static BigInteger whole(long high, long low) {
    BigInteger unsigned = BigInteger.valueOf(low);
    return BigInteger.valueOf(high)
        .shiftLeft(Long.SIZE)
        .add(low < 0 ? unsigned.add(BigInteger.ONE.shiftLeft(Long.SIZE)) : unsigned);
  }
}
