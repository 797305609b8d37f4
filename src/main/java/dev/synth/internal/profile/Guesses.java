package dev.synth.internal.profile;

import org.jspecify.annotations.Nullable;

/**
 * The meanings that columns seem to have.
 *
 * @param label the label column and its rare value; null where none looks like one
 * @param time the column that orders the rows, or null
 * @param group the column whose equal values belong together, or null
 */
public record Guesses(@Nullable LabelGuess label, @Nullable String time, @Nullable String group) {
  /** The reason why a column is taken for the label. */
  public enum Why {
    /** The user named it. */
    NAMED,
    /** Its name is one that labels have. */
    NAME,
    /** It is the last column, and the only one with two values of which one is rare. */
    LAST
  }

  /**
   * A label column.
   *
   * @param column its name
   * @param positive the value taken for the rare class, the rarer one
   * @param rare how many rows have it
   * @param labelled how many rows have a value
   * @param values how many different values there are
   * @param why why it is taken for the label
   */
  public record LabelGuess(
      String column, String positive, int rare, int labelled, int values, Why why) {}
}
