package dev.synth.internal.table.read;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.YamlText;
import dev.synth.internal.table.number.NumberReading;
import dev.synth.table.NumberForm;

/** Lines that a user can put into a config as they stand. */
final class Config {
  private Config() {}

  /** Returns the line that gives a column a type. */
  static String type(String column, String type) {
    return PlainText.of("types: {%s: %s}", YamlText.of(column), type);
  }

  /** Returns the line that gives a column of numbers their form. */
  static String format(String column, NumberForm form) {
    return PlainText.of(
        "types: {%s: {type: numeric, format: %s}}",
        YamlText.of(column), YamlText.of(NumberReading.example(form)));
  }
}
