package dev.synth.internal.table.number;

import dev.synth.table.NumberForm.Fraction;

/**
 * The digits after the decimal separator, as a column's cells show them.
 *
 * @param fewest the fewest digits of the cells that have any; 0 where none has
 * @param mostEndingInZero the most digits of the cells whose last one is a zero; 0 where none is
 * @param bareWholes how many cells are whole numbers without a separator
 * @param zeroWholes how many cells are whole numbers with zeros behind the separator
 * @param hasExponent whether a cell has an exponent
 */
public record WrittenDecimals(
    int fewest, int mostEndingInZero, int bareWholes, int zeroWholes, boolean hasExponent) {
  private static final int MOST = 9;

  /**
   * Returns the fraction by which each cell is written as it stands, zeros at its end included;
   * {@link Fraction#SHORTEST} where there is none, or where no cell ends in a zero.
   */
  public Fraction exact() {
    boolean agree =
        mostEndingInZero > 0
            && mostEndingInZero == fewest
            && fewest <= MOST
            && !hasExponent
            && (bareWholes == 0 || zeroWholes == 0);
    return agree ? new Fraction(fewest, bareWholes > 0) : Fraction.SHORTEST;
  }

  /** Returns the fraction of most cells. */
  Fraction usual() {
    return hasExponent || fewest == 0
        ? Fraction.SHORTEST
        : new Fraction(Math.min(MOST, fewest), bareWholes > zeroWholes);
  }
}
