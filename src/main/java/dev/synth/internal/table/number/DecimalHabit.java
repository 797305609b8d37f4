package dev.synth.internal.table.number;

/**
 * The separator of whole digits from decimals in a file's other columns.
 *
 * @param sign the separator
 * @param isCertain whether other cells show it; else the file's delimiter makes it likely
 * @param why what shows it, for a message
 */
public record DecimalHabit(DecimalSeparator sign, boolean isCertain, String why) {
  /** A habit of which nothing is known. */
  public static final DecimalHabit UNKNOWN = new DecimalHabit(DecimalSeparator.EITHER, false, "");

  /** A decimal separator. */
  public enum DecimalSeparator {
    /** A point. */
    POINT,
    /** A comma. */
    COMMA,
    /** Both, or none that can be told. */
    EITHER
  }
}
