package dev.synth.table;

import dev.synth.internal.table.cell.DurationText;

/**
 * The form of a column of durations, whose values are seconds: {@code 2h 5m}, {@code 123:07:55},
 * {@code 0 days 00:05:30}, {@code PT5M30S}.
 *
 * @param style which parts a text has, and in which order
 * @param template for {@link Style#UNITS} a text with each unit once, from the longest to the
 *     shortest, such as {@code 2h 2m}; for other styles empty
 * @param decimals the decimals of a second, in [0, 9]; more are written where a value needs them
 * @param isFull whether nothing is left out: hours, or minutes without hours, have two digits at
 *     least, and units that are zero are written
 */
public record DurationForm(Style style, String template, int decimals, boolean isFull)
    implements CellForm {
  /** The order of a duration's parts. */
  public enum Style {
    /** Hours, minutes and seconds, hours without a limit: {@code 123:07:55}. */
    CLOCK,
    /** Minutes and seconds, minutes without a limit: {@code 63:20}. */
    MINUTES,
    /** Days before a clock, as pandas writes them: {@code 0 days 00:05:30}. */
    DAYS,
    /** Days before a clock where there are any, as Python writes them: {@code 1 day, 2:03:04}. */
    DAYS_IF_ANY,
    /** ISO 8601: {@code PT5M30S}, {@code P1DT2H}. */
    ISO,
    /** Numbers with units: {@code 2h 5m}. */
    UNITS
  }

  public DurationForm {
    if (decimals < 0 || decimals > 9) {
      throw new IllegalArgumentException("decimals must be in [0, 9], but are " + decimals);
    }
    if (template.isEmpty() == (style == Style.UNITS)) {
      throw new IllegalArgumentException("units have a template, and nothing else has");
    }
  }

  /** Returns the text of a number of seconds, which must be finite. */
  public String text(double seconds) {
    return DurationText.of(this, seconds);
  }

  /**
   * Returns the nearest duration that the form can write: whole minutes where it has no seconds.
   */
  @Override
  public double rounded(double seconds) {
    return DurationText.rounded(this, seconds);
  }
}
