package dev.synth.internal.table.cell;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of numbers with powers of ten: {@code 1.234e+05}, {@code 1.2×10^3}, {@code 1.2×10³}.
 *
 * @param mark what stands between a number and its power
 * @param plus the sign of powers above zero
 * @param width the fewest digits of a power
 * @param isRaised whether powers are written in raised digits
 */
public record ExponentText(String mark, String plus, int width, boolean isRaised) {
  /** Raised digits, and the raised signs behind them. */
  private static final String RAISED =
      "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

  private static final char RAISED_MINUS = '\u207b';
  private static final char RAISED_PLUS = '\u207a';

  /** Ten times, as people and typesetters write it. */
  private static final Pattern TIMES_TEN =
      Pattern.compile(
          "(?<=[0-9])(?<mark> ?[\u00d7x*\u00b7\u22c5] ?10(?:\\^|\\*\\*)?)"
              + "(?:(?<=\\^|\\*\\*)(?<sign>[-+\u2212]?)(?<digits>[0-9]{1,3})"
              + "|(?<=10)(?<raised>[\u207a\u207b]?["
              + RAISED
              + "]{1,3}))");

  /** The power of ten of programs; Fortran says it with a D, behind decimals. */
  private static final Pattern LETTER =
      Pattern.compile(
          "(?<=[0-9])(?<mark>[eE]|(?<=[.,][0-9]{1,17})[dD](?=[-+]))(?<sign>[-+]?)(?<digits>[0-9]{1,3})");

  /**
   * A text taken apart.
   *
   * @param head what stands before the power
   * @param mark what stands between head and power
   * @param power the power, with its sign if it has one
   * @param isRaised whether it is written in raised digits
   */
  public record Parts(String head, String mark, String power, boolean isRaised) {}

  /**
   * Returns a text with its power of ten as programs write it, {@code 1.2e3}; the text itself where
   * it has none of another form.
   */
  public static String plain(String text) {
    Matcher times = text.indexOf("10") > 0 ? TIMES_TEN.matcher(text) : null;
    if (times != null && times.find()) {
      return text.substring(0, times.start()) + "e" + power(times) + text.substring(times.end());
    }
    boolean hasLetter = text.indexOf('D') > 0 || text.indexOf('d') > 0; // an e needs no change
    Matcher letter = hasLetter ? LETTER.matcher(text) : null;
    return letter != null && letter.find()
        ? text.substring(0, letter.start()) + "e" + power(letter) + text.substring(letter.end())
        : text;
  }

  /** Returns the parts of a text that ends in a power of ten, or null where it ends otherwise. */
  public static @Nullable Parts parts(String text) {
    Matcher times = TIMES_TEN.matcher(text);
    boolean isTimes = times.find();
    Matcher found = isTimes ? times : LETTER.matcher(text);
    if ((!isTimes && !found.find()) || found.end() < text.length()) {
      return null;
    }
    return new Parts(
        text.substring(0, found.start()),
        Objects.requireNonNull(found.group("mark")),
        power(found),
        isTimes && times.group("raised") != null);
  }

  private static String power(Matcher found) {
    String digits = found.group("digits");
    return digits == null
        ? usual(Objects.requireNonNull(found.group("raised")))
        : Objects.requireNonNull(found.group("sign")).replace('\u2212', '-') + digits;
  }

  private static String usual(String raised) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < raised.length(); i++) {
      char c = raised.charAt(i);
      text.append(
          c == RAISED_MINUS ? "-" : c == RAISED_PLUS ? "+" : Integer.toString(RAISED.indexOf(c)));
    }
    return text.toString();
  }

  /**
   * Returns a number with its power of ten.
   *
   * @param size not below zero
   * @param fewest the fewest digits behind the decimal separator
   * @param decimal the decimal separator
   */
  public String text(double size, int fewest, String decimal) {
    BigDecimal number = new BigDecimal(Double.toString(size)).stripTrailingZeros();
    String digits = number.unscaledValue().toString();
    int power = size == 0 ? 0 : digits.length() - 1 - number.scale();
    String decimals = digits.substring(1);
    String all = decimals + "0".repeat(Math.max(0, fewest - decimals.length()));
    String ofPower = Integer.toString(Math.abs(power));
    String padded = "0".repeat(Math.max(0, width - ofPower.length())) + ofPower;
    String signed = (power < 0 ? "-" : plus) + padded;
    return digits.charAt(0)
        + (all.isEmpty() ? "" : decimal + all)
        + mark
        + (isRaised ? raised(signed) : signed);
  }

  private static String raised(String usual) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < usual.length(); i++) {
      char c = usual.charAt(i);
      text.append(c == '-' ? RAISED_MINUS : c == '+' ? RAISED_PLUS : RAISED.charAt(c - '0'));
    }
    return text.toString();
  }

  /** Returns a number with at most so many digits behind the first one. */
  public static double rounded(double value, int most) {
    return new BigDecimal(Double.toString(value)).round(new MathContext(most + 1)).doubleValue();
  }
}
