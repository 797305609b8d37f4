package dev.synth.internal.table.selection;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sums of a number column as whole numbers: each number x as the whole nearest to x·2^shift.
 * They are the same in any order, and err by 2^−40 of the column's largest number at most.
 *
 * @param shift the power of two
 * @param count how many numbers
 * @param sum their sum
 * @param squares the sum of their squares
 */
public record ExactSums(int shift, long count, BigInteger sum, BigInteger squares) {
  /** The cells of a query's answer. */
  static ExactSums of(int shift, List<String> cells) {
    return new ExactSums(
        shift, Long.parseLong(cells.get(0)), whole(cells.get(1)), whole(cells.get(2)));
  }

  private static BigInteger whole(String cell) {
    return cell.isEmpty() ? BigInteger.ZERO : new BigInteger(cell);
  }

  /** Returns the sums of these numbers and others of the same shift. */
  public ExactSums and(ExactSums other) {
    return new ExactSums(
        shift, count + other.count, sum.add(other.sum), squares.add(other.squares));
  }

  /** Returns the mean; null without numbers. */
  public @Nullable Double mean() {
    return count == 0
        ? null
        : unscaled(new BigDecimal(sum).divide(BigDecimal.valueOf(count), MathContext.DECIMAL128));
  }

  /** Returns the standard deviation with n − 1; null below two numbers. */
  public @Nullable Double deviation() {
    if (count < 2) {
      return null;
    }
    BigInteger n = BigInteger.valueOf(count);
    BigDecimal above = new BigDecimal(n.multiply(squares).subtract(sum.multiply(sum)));
    BigDecimal below = new BigDecimal(n.multiply(n.subtract(BigInteger.ONE)));
    return unscaled(above.divide(below, MathContext.DECIMAL128).sqrt(MathContext.DECIMAL128));
  }

  private double unscaled(BigDecimal value) {
    return Math.scalb(value.doubleValue(), -shift);
  }
}
