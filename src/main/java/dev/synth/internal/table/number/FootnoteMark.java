package dev.synth.internal.table.number;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mark behind a number that refers to a footnote: {@code 12.34*}, {@code 12.3†}, {@code 12[1]},
 * {@code 12.3 (e)}, or the letter of a statistical office, as in {@code 12.3 p}.
 */
public final class FootnoteMark {
  private static final Pattern MARKED =
      Pattern.compile(
          "(?<number>.*[\\d%])[ \\u00a0\\u202f]?(?:(?<sign>[*\\u2020\\u2021\\u00a7\\u00b6]{1,3})"
              + "|[\\u00b9\\u00b2\\u00b3\\u2070\\u2074-\\u2079]{1,2}|\\[[\\da-z]{1,2}\\]"
              + "|\\([\\da-z*]\\)|[bepru])",
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
}
