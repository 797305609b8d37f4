package dev.synth.internal.relation;

import dev.synth.internal.relation.number.NumberTable;
import dev.synth.internal.rule.TimePart;
import dev.synth.internal.stats.Medians;
import dev.synth.table.ColumnType;
import dev.synth.table.Decimals;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The facts about one column in the training rows. */
final class ColumnFacts {
  /** The kinds of values; those of one kind compare with each other. */
  enum Kind {
    NUMBER,
    TIME,
    LEVEL
  }

  final int index;
  final Kind kind;
  final double[] values;
  final BitSet missing = new BitSet();

  /** The values that occur, rising. */
  final double[] distinct;

  private final double usual;
  private final int least;
  private final int most;

  /** The number of rows with a value that no other row has. */
  final int singletons;

  /** Digits after the point; ANY where numbers are not rounded. */
  final Decimals decimals;

  private ColumnFacts(int index, Kind kind, double[] values, @Nullable Integer givenDecimals) {
    this.index = index;
    this.kind = kind;
    this.values = values;
    double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    Arrays.sort(sorted);
    int lowest = -1;
    int highest = -1;
    for (int row = 0; row < values.length; row++) {
      if (Double.isNaN(values[row])) {
        missing.set(row);
      } else {
        lowest = lowest < 0 || values[row] < values[lowest] ? row : lowest;
        highest = highest < 0 || values[row] > values[highest] ? row : highest;
      }
    }
    least = lowest;
    most = highest;
    distinct = withoutRepeats(sorted);
    usual = Medians.upperMedian(sorted);
    int single = 0;
    for (int i = 0; i < sorted.length; i++) {
      boolean before = i > 0 && sorted[i - 1] == sorted[i];
      boolean after = i + 1 < sorted.length && sorted[i + 1] == sorted[i];
      single += before || after ? 0 : 1;
    }
    singletons = single;
    decimals = kind == Kind.NUMBER ? Decimals.of(givenDecimals, distinct) : Decimals.UNROUNDED;
  }

  private static double[] withoutRepeats(double[] sorted) {
    double[] distinct = new double[sorted.length];
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        distinct[count++] = sorted[i];
      }
    }
    return Arrays.copyOf(distinct, count);
  }

  static ColumnFacts of(NumberTable grid, int column) {
    ColumnType type = grid.schema().columns().get(column).type();
    Kind kind =
        type instanceof ColumnType.Numeric
            ? Kind.NUMBER
            : type instanceof ColumnType.Categorical ? Kind.LEVEL : Kind.TIME;
    Integer digits = type instanceof ColumnType.Numeric numeric ? numeric.decimals() : null;
    return new ColumnFacts(column, kind, grid.values(column), digits);
  }

  /** Returns what the rows say of a part of this column of times. */
  ColumnFacts partOf(TimePart part) {
    return new ColumnFacts(index, Kind.TIME, Arrays.stream(values).map(part::of).toArray(), null);
  }

  int present() {
    return values.length - missing.cardinality();
  }

  /** Returns the value in the middle, which is what a column mostly is that has hardly another. */
  double usual() {
    return usual;
  }

  /** Returns whether there are whole numbers alone. */
  boolean isWhole() {
    return isNumber() && decimals.digits() == 0;
  }

  boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  boolean varies() {
    return distinct.length > 1;
  }

  double min() {
    return distinct[0];
  }

  double max() {
    return distinct[distinct.length - 1];
  }

  /** Returns whether nearly all rows share their value with others. */
  boolean repeats() {
    return singletons <= present() * MOST_SINGLETONS;
  }

  /** Among codes few values stand alone: one row in twenty at most. */
  private static final double MOST_SINGLETONS = 0.05;

  /** Large counts are mostly met once; codes are not. */
  private static final double MOST_LONELY_CODES = 0.25;

  /** Codes leave out most of the whole numbers between them; counts and hours don't. */
  private static final double MOST_DENSE = 0.5;

  /** More different decimals are measured, and no rates or prices that somebody set. */
  private static final int MOST_RATES = 50;

  /** Rates and prices are met so many times on average. */
  private static final int USES_OF_A_RATE = 5;

  /**
   * Returns whether the column holds codes: whole numbers that repeat, and that leave out at least
   * half of the numbers between the smallest and the largest. Few decimals of which the same holds
   * in units of their last digit, such as rates of tax, are codes too.
   */
  boolean holdsCodes() {
    return (isWhole() || areRates())
        && distinct.length > 2
        && repeats()
        && singletons <= distinct.length * MOST_LONELY_CODES
        && distinct.length <= MOST_DENSE * ((max() - min()) * unitsPerOne() + 1);
  }

  private boolean areRates() {
    return isNumber()
        && decimals.digits() > 0
        && distinct.length <= MOST_RATES
        && present() >= USES_OF_A_RATE * distinct.length;
  }

  private double unitsPerOne() {
    return Math.pow(10, decimals.digits());
  }

  /**
   * Returns the first rows with the smallest and with the largest value, of a column that varies.
   */
  int[] ends() {
    return new int[] {least, most};
  }

  /** Returns half a unit of the last digit; of numbers that are not rounded, arithmetic's error. */
  double half() {
    return decimals.digits() == Decimals.ANY
        ? ROUNDING * Math.max(Math.abs(min()), Math.abs(max()))
        : 0.5 * Math.pow(10, -decimals.digits());
  }

  /** The tolerance of arithmetic, relative to the larger number. */
  static final double ROUNDING = 1e-9;
}
