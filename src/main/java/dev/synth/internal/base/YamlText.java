package dev.synth.internal.base;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts as YAML scalars: in a config that is written, an override, or a line for users to copy. */
public final class YamlText {
  private static final Pattern BARE = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./-]*");

  /** Words that some reader of YAML takes for a truth value, for nothing or for a number. */
  private static final Set<String> READ_AS_OTHERS =
      Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan");

  private YamlText() {}

  /**
   * Returns a scalar that YAML reads back as a text, on one line and in any place: bare where no
   * reader can err, else in single quotes, or in double quotes where characters must be escaped.
   */
  public static String of(String text) {
    if (BARE.matcher(text).matches() && !READ_AS_OTHERS.contains(text.toLowerCase(Locale.ROOT))) {
      return text;
    }
    return text.chars().allMatch(YamlText::isPrintable)
        ? "'" + text.replace("'", "''") + "'"
        : escaped(text);
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                escaped.append('\\').append((char) c);
              } else if (isPrintable(c) || (c < 0x10000 && isSeen(c))) {
                escaped.append((char) c);
              } else {
                escaped.append(String.format(Locale.ROOT, c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
              }
            });
    return escaped.append('"').toString();
  }

  /** Returns whether a character is a letter, a digit or a sign, and no blank of any kind. */
  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.OTHER_SYMBOL,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> Character.isLetterOrDigit(c);
    };
  }

  private static boolean isPrintable(int c) {
    return c >= ' ' && c < 0x7f;
  }
}
