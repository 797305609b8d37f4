package dev.synth.internal.table.number;

import dev.synth.table.reading.SeparatorReason;
import org.jspecify.annotations.Nullable;

/**
 * The separator of whole digits from decimals in a file's other columns.
 *
 * @param sign the separator
 * @param isCertain whether other cells show it; else the file's delimiter makes it likely
 * @param reason what shows it; null where nothing does
 */
public record DecimalHabit(
    DecimalSeparator sign, boolean isCertain, @Nullable SeparatorReason reason) {
  /** A habit of which nothing is known. */
  public static final DecimalHabit UNKNOWN = new DecimalHabit(DecimalSeparator.EITHER, false, null);

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
