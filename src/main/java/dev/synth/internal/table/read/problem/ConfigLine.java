package dev.synth.internal.table.read.problem;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.YamlText;

/** Lines that a user can put into a config as they stand. */
public final class ConfigLine {
  private ConfigLine() {}

  /** Returns the line that gives a column a type. */
  public static String type(String column, String type) {
    return PlainText.of("types: {%s: %s}", YamlText.of(column), type);
  }

  /**
   * Returns the line that gives a column a type and the form of its cells.
   *
   * @param format as a config gives it: a pattern of times, or a number as the column writes it
   */
  public static String format(String column, String type, String format) {
    return type(column, PlainText.of("{type: %s, format: %s}", type, YamlText.of(format)));
  }

  /** Returns the line that gives a column of numbers their form, by an example. */
  public static String format(String column, String example) {
    return format(column, "numeric", example);
  }
}
