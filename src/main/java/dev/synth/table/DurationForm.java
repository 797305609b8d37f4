package dev.synth.table;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.cell.DurationText;

/**
 * The form of a column of durations, whose values are seconds.
 *
 * @param example a duration that shows the form. {@code 00:00:00} and {@code 0:00:00.00} stand for
 *     hours without a limit, {@code 0:00} for minutes without one. {@code 0 days 00:00:00} is
 *     written by pandas, {@code 1 day, 0:00:00} by Python, {@code PT0S} by ISO 8601. {@code 2h 2m}
 *     has each unit once, {@code 0h 2m} also units that are zero
 */
public record DurationForm(String example) implements CellForm {
  public DurationForm {
    if (Double.isNaN(DurationText.parse(example))) {
      throw new IllegalArgumentException(PlainText.of("'%s' is no duration", example));
    }
  }

  /** Returns the text of a number of seconds, which must be finite. */
  public String text(double seconds) {
    return DurationText.like(example).text(seconds);
  }

  /**
   * Returns the nearest duration that the form can write: whole minutes where it has no seconds.
   */
  @Override
  public double rounded(double seconds) {
    return DurationText.like(example).rounded(seconds);
  }
}
