package dev.synth.internal.table.cell;

import java.text.Normalizer;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A whole number, a fraction, or both: {@code 3}, {@code 1/2}, {@code 3 1/2}, {@code 3½}.
 *
 * @param isNegative whether a minus stands before it
 * @param whole the whole number; 0 where there is none
 * @param numerator below the denominator where there is a whole number; 0 where there is no
 *     fraction
 * @param denominator in [1, 64]
 * @param between what stands between whole number and fraction, where it has both
 * @param slash the slash; empty where the fraction is one character
 */
public record FractionText(
    boolean isNegative, long whole, int numerator, int denominator, String between, String slash) {
  /** Larger denominators are not written by people who measure. */
  private static final int LARGEST = 64;

  private static final Pattern FORM =
      Pattern.compile(
          "(?<sign>[-\\u2212+])?(?:(?<whole>\\d{1,9})(?![\\d/\\u2044]))?(?<between>["
              + " \\u00a0\\u202f\\u2009]| and |-)?"
              + "(?:(?<numerator>\\d{1,6})(?<slash>[/\\u2044])(?<denominator>\\d{1,2})"
              + "|(?<one>[\\u00bc-\\u00be\\u2150-\\u215e]))?");

  /** Fractions of one character, by their texts such as 1/2. */
  private static final Map<String, String> ONES = ones();

  /** Returns whether a text has a slash or a character that is a fraction. */
  public static boolean mayBeOne(String text) {
    return text.chars()
        .anyMatch(c -> c == '/' || c == '\u2044' || (c >= '\u00bc' && c <= '\u00be') || isOne(c));
  }

  private static boolean isOne(int c) {
    return c >= '\u2150' && c <= '\u215e';
  }

  /** Returns the parts of a text, or null where it is something else. */
  public static @Nullable FractionText parse(String text) {
    Matcher match = FORM.matcher(text);
    if (text.isEmpty() || !match.matches()) {
      return null;
    }
    String whole = match.group("whole");
    String one = match.group("one");
    String numerator = match.group("numerator");
    boolean hasFraction = one != null || numerator != null;
    boolean isParted = match.group("between") != null;
    if ((whole == null && !hasFraction) || (isParted && (whole == null || !hasFraction))) {
      return null;
    }
    if (whole != null && numerator != null && !isParted) {
      return null; // 31/2 is 31 halves, and no mixed number
    }
    String[] parts = {"0", "1"};
    if (one != null) {
      parts = Normalizer.normalize(one, Normalizer.Form.NFKD).split("\u2044", -1);
    } else if (numerator != null) {
      parts = new String[] {numerator, match.group("denominator")};
    }
    int above = Integer.parseInt(parts[0]);
    int below = Integer.parseInt(parts[1]);
    boolean isAlone = whole == null && numerator != null; // 5/2 is one, 3 5/2 is none
    boolean isFraction =
        !hasFraction || (above > 0 && below > 0 && (above < below || isAlone) && below <= LARGEST);
    String sign = match.group("sign");
    return isFraction
        ? new FractionText(
            sign != null && !sign.equals("+"),
            whole == null ? 0 : Long.parseLong(whole),
            above,
            below,
            isParted ? match.group("between") : "",
            numerator == null ? "" : match.group("slash"))
        : null;
  }

  /** Returns whether it has a whole number and a fraction, or a fraction of one character. */
  public boolean isTelling() {
    return numerator > 0 && (whole > 0 || slash.isEmpty());
  }

  /** Returns the number. */
  public double value() {
    double size = whole + (double) numerator / denominator;
    return isNegative ? -size : size;
  }

  /** Returns the text of a number in this one's form. */
  String like(boolean negative, long wholes, int above, int below) {
    String sign = negative ? "-" : "";
    if (numerator >= denominator) { // as in 5/2; with 4/1 no whole number stands alone
      return above == 0 && denominator > 1
          ? sign + wholes
          : sign + (wholes * below + above) + slash + below;
    }
    if (above == 0) {
      return sign + wholes;
    }
    String one = slash.isEmpty() ? ONES.get(above + "/" + below) : null;
    String used = slash.isEmpty() ? "/" : slash;
    String fraction = one == null ? above + used + below : one;
    if (wholes == 0) {
      return sign + fraction;
    }
    return sign + wholes + (one == null && between.isEmpty() ? " " : between) + fraction;
  }

  private static Map<String, String> ones() {
    Map<String, String> ones = new TreeMap<>();
    for (String one :
        "\u00bc \u00bd \u00be \u2150 \u2151 \u2152 \u2153 \u2154 \u2155 \u2156 \u2157 \u2158 \u2159 \u215a \u215b \u215c \u215d \u215e"
            .split(" ", -1)) {
      ones.put(Normalizer.normalize(one, Normalizer.Form.NFKD).replace('\u2044', '/'), one);
    }
    return ones;
  }

  /**
   * Returns the text of a number whose fraction has one of some denominators.
   *
   * @return null where it has none of them
   */
  public @Nullable String text(double value, Iterable<Integer> denominators) {
    double size = Math.abs(value);
    long wholes = (long) Math.floor(size);
    for (int below : denominators) {
      long above = Math.round((size - wholes) * below);
      if (Math.abs(wholes + (double) above / below - size) < 1e-9 * Math.max(1, size)) {
        boolean isReduced = slash.isEmpty() || numerator >= denominator; // ¼, 5/2; but 2/8 stays
        int divisor = isReduced ? divisor((int) above, below) : 1;
        return above == below
            ? like(value < 0, wholes + 1, 0, 1)
            : like(value < 0, wholes, (int) above / divisor, below / divisor);
      }
    }
    return null;
  }

  private static int divisor(int one, int other) {
    return other == 0 ? Math.max(1, one) : divisor(other, one % other);
  }
}
