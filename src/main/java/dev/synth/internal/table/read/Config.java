package dev.synth.internal.table.read;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.number.NumberReading;
import dev.synth.table.NumberForm;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Lines that a user can put into a config as they stand. */
final class Config {
  private static final Pattern BARE = Pattern.compile("[A-Za-z_][A-Za-z0-9_ .-]*");
  private static final Set<String> READ_AS_OTHERS =
      Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan");

  private Config() {}

  /** Returns the line that gives a column a type. */
  static String type(String column, String type) {
    return PlainText.of("types: {%s: %s}", word(column), type);
  }

  /** Returns the line that gives a column of numbers their form. */
  static String format(String column, NumberForm form) {
    return PlainText.of(
        "types: {%s: {type: numeric, format: %s}}",
        word(column), quoted(NumberReading.example(form)));
  }

  /** Returns a text as YAML reads it back. */
  static String word(String text) {
    boolean isBare =
        BARE.matcher(text).matches()
            && !text.endsWith(" ")
            && !READ_AS_OTHERS.contains(text.toLowerCase(Locale.ROOT));
    return isBare ? text : quoted(text);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
