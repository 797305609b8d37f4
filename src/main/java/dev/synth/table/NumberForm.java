package dev.synth.table;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.cell.ExponentText;
import dev.synth.internal.table.cell.NumberText;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a column of numbers: {@code $1,234.50}, {@code 1.234,50 €}, {@code (31.84)}.
 *
 * @param before what stands before the digits, with its blank, such as {@code $} or {@code CHF }
 * @param after what stands behind the digits, with its blank, such as {@code %} or {@code €}
 * @param separators what parts thousands and decimals
 * @param fraction how many digits stand after the decimal separator
 * @param signs how numbers below and above zero are marked
 * @param zero the text of zero where it has no digits, such as {@code $ -}; else empty
 * @param scales what large numbers are written with, such as {@code 1.2K} beside {@code 3M}, the
 *     smallest first; mostly none
 * @param exponent how powers of ten are written, where all numbers have one; mostly {@link
 *     Exponent#NONE}
 * @param limits the texts of numbers beyond a limit, such as {@code <0.1}; mostly {@link
 *     Limits#NONE}
 */
public record NumberForm(
    String before,
    String after,
    Separators separators,
    Fraction fraction,
    Signs signs,
    String zero,
    List<NumberScale> scales,
    Exponent exponent,
    Limits limits)
    implements CellForm {
  /** The form in which a number is its shortest decimal text, as {@link CellForm.Plain} has it. */
  public static final NumberForm SHORTEST =
      new NumberForm("", "", Separators.POINT, Fraction.SHORTEST, Signs.MINUS);

  /** A form in which zero has digits as any other number. */
  public NumberForm(
      String before, String after, Separators separators, Fraction fraction, Signs signs) {
    this(before, after, separators, fraction, signs, "", List.of(), Exponent.NONE, Limits.NONE);
  }

  public NumberForm {
    scales = List.copyOf(scales);
  }

  /** The places of group separators. */
  public enum Grouping {
    /** Nowhere. */
    NONE,
    /** After each three digits: {@code 1,234,567}. */
    THOUSANDS,
    /** After three digits, then after each two: {@code 12,34,567}. */
    INDIAN
  }

  /**
   * The separators of groups of digits, and of whole digits from decimals.
   *
   * @param grouping where groups are parted
   * @param group the character between groups; empty without groups
   * @param decimal {@code .} or {@code ,}
   */
  public record Separators(Grouping grouping, String group, String decimal) {
    /** A decimal point, and no groups. */
    public static final Separators POINT = new Separators(Grouping.NONE, "", ".");

    public Separators {
      if (!decimal.equals(".") && !decimal.equals(",")) {
        throw new IllegalArgumentException(PlainText.of("'%s' parts no decimals", decimal));
      }
      if (group.equals(decimal) || group.isEmpty() != (grouping == Grouping.NONE)) {
        throw new IllegalArgumentException(PlainText.of("'%s' parts no groups", group));
      }
    }
  }

  /**
   * The digits after the decimal separator.
   *
   * @param digits the fewest digits, zeros at the end among them, in [0, 9]
   * @param wholeIsBare whether a whole number has none of them
   * @param dash what a whole number has in their place, with the separator, such as {@code ,-} or
   *     {@code .–}; mostly empty
   * @param zeroIsBare whether a number below one has no zero before the separator: {@code .05}
   */
  public record Fraction(int digits, boolean wholeIsBare, String dash, boolean zeroIsBare) {
    /** As many digits as the number needs. */
    public static final Fraction SHORTEST = new Fraction(0, false);

    /** Digits, and no dash in their place. */
    public Fraction(int digits, boolean wholeIsBare) {
      this(digits, wholeIsBare, "", false);
    }

    /** Digits, or a dash in their place. */
    public Fraction(int digits, boolean wholeIsBare, String dash) {
      this(digits, wholeIsBare, dash, false);
    }

    /** Returns the same with a zero before the separator, or without one. */
    public Fraction withZeroBare(boolean isBare) {
      return new Fraction(digits, wholeIsBare, dash, isBare);
    }

    public Fraction {
      if (digits < 0 || digits > 9) {
        throw new IllegalArgumentException("digits must be in [0, 9], but are " + digits);
      }
    }
  }

  /** The place of the sign. */
  public enum Place {
    /** Before all else: {@code -$5}. */
    FIRST,
    /** Before the digits: {@code $-5}. */
    INSIDE,
    /** Behind all else: {@code 5-}. */
    LAST,
    /** Round brackets around all else: {@code ($5)}. */
    BRACKETS,
    /** Round brackets around the digits: {@code $(5)}. */
    INNER_BRACKETS
  }

  /**
   * The signs of numbers.
   *
   * @param place how numbers below zero are marked
   * @param minus the sign of numbers below zero, such as {@code -} or {@code DR}
   * @param plus the sign of numbers above zero, such as {@code +} or {@code CR}; mostly empty
   */
  public record Signs(Place place, String minus, String plus) {
    /** A minus before all else, and no plus. */
    public static final Signs MINUS = new Signs(Place.FIRST, "-", "");
  }

  /**
   * The powers of ten behind numbers: {@code 1.234e+05}, {@code 1.2×10^3}.
   *
   * @param mark what stands between a number and its power, such as {@code e} or {@code ×10^};
   *     empty where numbers have none
   * @param plus the sign of powers above zero; mostly {@code +} or empty
   * @param width the fewest digits of a power
   * @param isRaised whether powers are written in raised digits: {@code ×10³}
   * @param fewest the fewest digits behind the decimal separator
   * @param most the most digits behind the decimal separator
   */
  public record Exponent(
      String mark, String plus, int width, boolean isRaised, int fewest, int most) {
    /** Numbers without powers of ten. */
    public static final Exponent NONE = new Exponent("", "", 1, false, 0, 0);

    public Exponent {
      if (width < 1 || fewest < 0 || most < fewest || width > 9 || most > 99) {
        throw new IllegalArgumentException(
            PlainText.of("no power of ten: %d, %d, %d", width, fewest, most));
      }
    }
  }

  /**
   * The text of all numbers beyond a limit, as {@code <0.1} where no less could be measured.
   *
   * @param text how they are written
   * @param bound the limit
   * @param value what the text is read as: the next number of the column's decimals, or the limit
   *     where it belongs to what is beyond, as in {@code 85+}
   */
  public record Limit(String text, double bound, double value) {}

  /**
   * The limits of a column's numbers.
   *
   * @param low the limit below all other numbers, or null
   * @param high the limit above all other numbers, or null
   */
  public record Limits(@Nullable Limit low, @Nullable Limit high) {
    /** No limit. */
    public static final Limits NONE = new Limits(null, null);

    /** Returns the limit beyond which a number lies, or null. */
    public @Nullable Limit beyond(double value) {
      if (low != null && (value < low.bound || value == low.value)) {
        return low;
      }
      return high != null && (value > high.bound || value == high.value) ? high : null;
    }
  }

  /** Returns the same form with other digits after the decimal separator. */
  public NumberForm withFraction(Fraction other) {
    return new NumberForm(before, after, separators, other, signs, zero, scales, exponent, limits);
  }

  /** Returns the same form with another text of zero. */
  public NumberForm withZero(String other) {
    return new NumberForm(
        before, after, separators, fraction, signs, other, scales, exponent, limits);
  }

  /** Returns the same form with scales. */
  public NumberForm withScales(List<NumberScale> others) {
    return new NumberForm(
        before, after, separators, fraction, signs, zero, others, exponent, limits);
  }

  /** Returns the same form with powers of ten. */
  public NumberForm withExponent(Exponent other) {
    return new NumberForm(before, after, separators, fraction, signs, zero, scales, other, limits);
  }

  /** Returns the same form with limits. */
  public NumberForm withLimits(Limits others) {
    return new NumberForm(
        before, after, separators, fraction, signs, zero, scales, exponent, others);
  }

  /** Returns whether the text of every number is what {@link CellForm.Plain} makes of it. */
  public boolean isPlain() {
    return equals(SHORTEST);
  }

  /**
   * Returns the text of a number. It has more digits after the decimal separator than the form asks
   * for where the number needs them.
   *
   * @param value a finite number; −0 is written as 0
   */
  public String text(double value) {
    if (isPlain()) {
      return NumberText.of(value);
    }
    Limit beyond = limits.beyond(value);
    if (beyond != null) {
      return beyond.text;
    }
    if (value == 0 && !zero.isEmpty()) {
      return zero;
    }
    String digits = scaled(Math.abs(value));
    if (value < 0) {
      return signed(digits, signs.minus(), true);
    }
    return value > 0 ? signed(digits, signs.plus(), false) : before + digits + after;
  }

  /**
   * Returns the nearest number that people would write in this form. A large number gets as few
   * digits as others with the same scale or power of ten have. Beyond a limit, the number is what
   * the limit's text is read as. Any other number stays itself.
   */
  @Override
  public double rounded(double value) {
    Limit beyond = limits.beyond(value);
    if (beyond != null) {
      return beyond.value;
    }
    if (!exponent.mark.isEmpty()) {
      return ExponentText.rounded(value, exponent.most);
    }
    NumberScale scale = scale(Math.abs(value));
    if (scale == null) {
      return value;
    }
    double mantissa = new Decimals(scale.digits()).round(value / scale.factor());
    return new BigDecimal(NumberText.of(mantissa))
        .multiply(new BigDecimal(NumberText.of(scale.factor())))
        .doubleValue();
  }

  private String signed(String digits, String sign, boolean isNegative) {
    return switch (signs.place()) {
      case FIRST -> sign + before + digits + after;
      case INSIDE -> before + sign + digits + after;
      case LAST -> before + digits + after + sign;
      case BRACKETS -> isNegative ? bracketed(digits) : sign + before + digits + after;
      case INNER_BRACKETS -> before + (isNegative ? inBrackets(digits) : sign + digits) + after;
    };
  }

  private String bracketed(String digits) {
    return inBrackets(before + digits + after);
  }

  private static String inBrackets(String text) {
    return "(" + text + ")";
  }

  /** The digits, with the largest scale that is not above the number. */
  private String scaled(double size) {
    NumberScale scale = scale(size);
    return scale == null ? digits(size) : digits(size / scale.factor()) + scale.text();
  }

  private @Nullable NumberScale scale(double size) {
    NumberScale scale = null;
    for (NumberScale each : scales) {
      scale = each.factor() <= size ? each : scale;
    }
    return scale;
  }

  private String digits(double size) {
    if (!exponent.mark.isEmpty()) {
      return new ExponentText(exponent.mark, exponent.plus, exponent.width, exponent.isRaised)
          .text(size, exponent.fewest, separators.decimal());
    }
    String plain = NumberText.of(size);
    String text =
        plain.indexOf('E') < 0 ? plain : new BigDecimal(plain).stripTrailingZeros().toPlainString();
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    String decimals = point < 0 ? "" : text.substring(point + 1);
    if (decimals.isEmpty() && !fraction.dash().isEmpty()) {
      return grouped(whole) + fraction.dash();
    }
    boolean isBare = decimals.isEmpty() && fraction.wholeIsBare();
    int zeros = isBare ? 0 : Math.max(0, fraction.digits() - decimals.length());
    String all = decimals + "0".repeat(zeros);
    boolean lacksZero = fraction.zeroIsBare() && whole.equals("0") && !all.isEmpty();
    return (lacksZero ? "" : grouped(whole)) + (all.isEmpty() ? "" : separators.decimal() + all);
  }

  private String grouped(String whole) {
    if (separators.grouping() == Grouping.NONE) {
      return whole;
    }
    StringBuilder text = new StringBuilder(whole);
    int step = separators.grouping() == Grouping.INDIAN ? 2 : 3;
    for (int at = whole.length() - 3; at > 0; at -= step) {
      text.insert(at, separators.group());
    }
    return text.toString();
  }
}
