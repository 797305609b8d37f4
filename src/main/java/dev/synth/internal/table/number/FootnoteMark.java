package dev.synth.internal.table.number;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mark behind a number that refers to a footnote: {@code 12.34*}, {@code 12.3†}, {@code 12.3[1]},
 * {@code 12.3 (e)}, or the letter of a statistical office, as in {@code 12.3 p}.
 *
 * <p>A {@code b} right behind digits may be a billion, and a raised digit behind a whole number a
 * power: neither is a mark.
 */
public final class FootnoteMark {
  private static final Pattern MARKED =
      Pattern.compile(
          "(?<number>.*[\\d%])\\h?(?:(?<sign>[*\\u2020\\u2021\\u00a7\\u00b6]{1,3})"
              + "|(?<=[.,]\\d{1,9}\\h?)[\\u00b9\\u00b2\\u00b3\\u2070\\u2074-\\u2079]{1,2}"
              + "|\\[[\\da-z]{1,2}\\]|\\([\\da-z*]\\)|(?<letter>[epru]|(?<=\\h)b))",
          Pattern.DOTALL);

  private FootnoteMark() {}

  /** Returns a text without the mark at its end, or null where it has none. */
  public static @Nullable String without(String text) {
    Matcher match = MARKED.matcher(text);
    return match.matches() ? match.group("number") : null;
  }

  /** Returns whether a text ends in a sign that stands for nothing but a footnote. */
  public static boolean isSign(String text) {
    Matcher match = MARKED.matcher(text);
    return match.matches() && match.group("sign") != null;
  }

  /** Returns whether a text ends in a bare letter, which may be a unit, too. */
  public static boolean isLetter(String text) {
    Matcher match = MARKED.matcher(text);
    return match.matches() && match.group("letter") != null;
  }
}
