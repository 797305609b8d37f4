package dev.synth.internal.table.cell;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as text, both ways, with a point and never with a group separator. */
public final class NumberText {
  /** Every whole number below this is exact as a double and needs no exponent. */
  private static final double EXACT_WHOLE = 1e15;

  private NumberText() {}

  /**
   * Returns the shortest decimal text that reads back as the same number: {@code 12}, {@code 12.5},
   * {@code 0.00001}. An exponent is used only below 1e-9 and from 1e21; −0 is written 0.
   */
  public static String of(double value) {
    if (value == Math.rint(value) && Math.abs(value) < EXACT_WHOLE) {
      return Long.toString((long) value);
    }
    String shortest = Double.toString(value);
    double size = Math.abs(value);
    if (shortest.indexOf('E') < 0 || size < 1e-9 || size >= 1e21) {
      return shortest;
    }
    return new BigDecimal(shortest).stripTrailingZeros().toPlainString();
  }

  /**
   * Reads a number: digits with an optional sign, decimal point and exponent.
   *
   * @return the number, infinite where the text says so or the exponent is too large, NaN for the
   *     text {@code nan}; empty where the text is no number
   */
  public static OptionalDouble parse(String text) {
    if (isPlain(text)) {
      return OptionalDouble.of(Double.parseDouble(text));
    }
    String sign = text.startsWith("-") ? "-" : "";
    String word = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "inf", "infinity" -> OptionalDouble.of(Double.parseDouble(sign + "Infinity"));
      case "nan" -> OptionalDouble.of(Double.NaN);
      default -> OptionalDouble.empty();
    };
  }

  /** Returns the text with its decimal comma as a point, or the text itself if it has no comma. */
  public static String withPoint(String text) {
    return text.indexOf(',') == text.lastIndexOf(',') && text.indexOf('.') < 0
        ? text.replace(',', '.')
        : text;
  }

  private static boolean isPlain(String text) {
    int at = skipSign(text, 0);
    int start = at;
    at = skipDigits(text, at);
    int digits = at - start;
    if (at < text.length() && text.charAt(at) == '.') {
      int fraction = at + 1;
      at = skipDigits(text, fraction);
      digits += at - fraction;
    }
    if (digits == 0) {
      return false;
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      int exponent = skipSign(text, at + 1);
      at = skipDigits(text, exponent);
      return at > exponent && at == text.length();
    }
    return at == text.length();
  }

  private static int skipSign(String text, int at) {
    boolean signed = at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+');
    return signed ? at + 1 : at;
  }

  private static int skipDigits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
