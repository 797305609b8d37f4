package dev.synth.internal.table.number;

import dev.synth.internal.table.cell.ExponentText;
import dev.synth.table.NumberForm.Exponent;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds how the powers of ten in a column's numbers are written. */
public final class ExponentFinder {
  /** The sign of powers above zero where there are none. */
  private static final String UNKNOWN = "-";

  /** More decimals are no form that a double could be written in. */
  private static final int MOST_DECIMALS = 99;

  private static final Pattern MANTISSA =
      Pattern.compile("[-+\u2212]?[0-9](?:[.,](?<decimals>[0-9]*))?");

  private ExponentFinder() {}

  /**
   * Returns how the powers of ten in some texts are written.
   *
   * @param texts numbers, or their shapes, in which 9 stands for any digit
   * @return {@link Exponent#NONE} where a text has none, where they are written in several ways, or
   *     where a number has more than one digit before its decimals
   */
  public static Exponent find(List<String> texts) {
    @Nullable Exponent all = null;
    for (String text : texts) {
      Exponent one = of(text.strip());
      if (one == null || (all != null && !isLike(all, one))) {
        return Exponent.NONE;
      }
      all = all == null ? one : both(all, one);
    }
    if (all == null) {
      return Exponent.NONE;
    }
    boolean isUnknown = all.plus().equals(UNKNOWN);
    String plus = isUnknown ? (all.mark().length() == 1 ? "+" : "") : all.plus();
    return new Exponent(all.mark(), plus, all.width(), all.isRaised(), all.fewest(), all.most());
  }

  private static boolean isLike(Exponent one, Exponent other) {
    return one.mark().equals(other.mark()) && one.isRaised() == other.isRaised();
  }

  private static Exponent both(Exponent one, Exponent other) {
    return new Exponent(
        one.mark(),
        plus(one.plus(), other.plus()),
        Math.min(one.width(), other.width()),
        one.isRaised(),
        Math.min(one.fewest(), other.fewest()),
        Math.max(one.most(), other.most()));
  }

  private static String plus(String one, String other) {
    if (one.equals(UNKNOWN)) {
      return other;
    }
    return other.isEmpty() ? "" : one;
  }

  private static @Nullable Exponent of(String text) {
    ExponentText.Parts parts = ExponentText.parts(text);
    Matcher mantissa = MANTISSA.matcher(parts == null ? "" : parts.head());
    if (parts == null || !mantissa.matches()) {
      return null;
    }
    String decimals = mantissa.group("decimals");
    int digits = decimals == null ? 0 : decimals.length();
    if (digits > MOST_DECIMALS) {
      return null;
    }
    String power = parts.power();
    boolean isSigned = power.startsWith("-") || power.startsWith("+");
    return new Exponent(
        parts.mark(),
        power.startsWith("-") ? UNKNOWN : isSigned ? "+" : "",
        power.length() - (isSigned ? 1 : 0),
        parts.isRaised(),
        digits,
        digits);
  }
}
