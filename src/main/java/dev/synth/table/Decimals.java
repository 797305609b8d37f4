package dev.synth.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The number of digits after the point of a column's numbers, and rounding to them.
 *
 * @param digits digits after the point in [0, 9], or {@link #ANY}
 */
public record Decimals(int digits) {
  /** The digits of numbers that are not rounded. */
  public static final int ANY = -1;

  /** Numbers that are not rounded. */
  public static final Decimals UNROUNDED = new Decimals(ANY);

  private static final int MOST = 9;
  private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

  /** Below this, value × power has an error under one half, so that rounding it is exact. */
  private static final double EXACT = 0x1.0p50;

  public Decimals {
    if (digits < ANY || digits > MOST) {
      throw new IllegalArgumentException("decimals must be in [0, 9], but are " + digits);
    }
  }

  /**
   * Returns the decimals that the user gave, else the fewest with which all the values can be
   * written. Values stay unrounded where nine don't suffice. So do they where the largest value
   * with that many has more than the 15 digits that arithmetic leaves intact.
   *
   * @param given the user's decimals, or null
   * @param values finite numbers
   */
  public static Decimals of(@Nullable Integer given, double[] values) {
    if (given != null) {
      return new Decimals(given);
    }
    int digits = 0;
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
      while (round(value, digits) != value) {
        if (++digits > MOST) {
          return UNROUNDED;
        }
      }
    }
    boolean isIntact = digits == 0 || largest * POWERS[digits] < EXACT;
    return isIntact ? new Decimals(digits) : UNROUNDED;
  }

  /** Returns the nearest number with these decimals; never a negative zero. */
  public double round(double value) {
    return (digits == ANY ? value : round(value, digits)) + 0.0;
  }

  /** Returns whether a number has no more than these decimals. */
  public boolean fits(double value) {
    return digits == ANY || round(value, digits) == value;
  }

  /** Returns the smallest number with these decimals that is not below the value. */
  public double roundUp(double value) {
    double nearest = round(value);
    return nearest >= value ? nearest : round(nearest + 1 / POWERS[digits]);
  }

  /** Returns the largest number with these decimals that is not above the value. */
  public double roundDown(double value) {
    double nearest = round(value);
    return nearest <= value ? nearest : round(nearest - 1 / POWERS[digits]);
  }

  private static double round(double value, int digits) {
    double scaled = value * POWERS[digits];
    if (Math.abs(scaled) < EXACT) {
      return Math.rint(scaled) / POWERS[digits];
    }
    return new BigDecimal(Double.toString(value))
        .setScale(digits, RoundingMode.HALF_EVEN)
        .doubleValue();
  }
}
