package dev.synth.internal.report.format;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as reports write them: a real minus sign, and a dash where there is none. */
public final class ReportNumbers {
  /** The sign that stands where there is no number. */
  public static final String NONE = "–";

  private ReportNumbers() {}

  /** Three decimals, such as {@code 0.712}. */
  public static String plain(@Nullable Double value) {
    return isNone(value) ? NONE : minus(String.format(Locale.ROOT, "%.3f", value), "0.000");
  }

  /** Three decimals with a sign, such as {@code +0.012}. */
  public static String signed(@Nullable Double value) {
    return isNone(value) ? NONE : minus(String.format(Locale.ROOT, "%+.3f", value), "+0.000");
  }

  /** A p-value, such as {@code 0.034} or {@code < 0.001}. */
  public static String probability(@Nullable Double value) {
    return value != null && value < 0.001 ? "< 0.001" : plain(value);
  }

  /** Four decimals, for errors that are small. */
  public static String small(@Nullable Double value) {
    return isNone(value) ? NONE : minus(String.format(Locale.ROOT, "%.4f", value), "0.0000");
  }

  /** An amount of money: whole from 100 on, else with two decimals. */
  public static String money(@Nullable Double value) {
    if (value == null || isNone(value)) {
      return NONE;
    }
    String form = Math.abs(value) < 99.995 ? "%,.2f" : "%,.0f";
    return minus(String.format(Locale.ROOT, form, value), "0.00");
  }

  /** An amount of money with a sign. */
  public static String signedMoney(double value) {
    String text = money(value);
    return text.startsWith("−") ? text : "+" + text;
  }

  /** A whole number with commas between thousands. */
  public static String count(double value) {
    return isNone(value) ? NONE : minus(String.format(Locale.ROOT, "%,d", Math.round(value)), "0");
  }

  /** A whole number with a sign. */
  public static String signedCount(double value) {
    String text = count(value);
    return text.startsWith("−") ? text : "+" + text;
  }

  /**
   * Four significant digits and no more zeros than needed, for values of any size. Whole digits are
   * written out, with commas; powers of ten are for what nobody reads as a number.
   */
  public static String significant(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : NONE;
    }
    double size = Math.abs(value);
    if (size >= 1e12 || size < 1e-5) {
      return minus(String.format(Locale.ROOT, "%.2e", value), "");
    }
    if (size >= 999.5) {
      return count(value);
    }
    int decimals = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
    String text = String.format(Locale.ROOT, "%." + Math.min(decimals, 8) + "f", value);
    String trimmed = text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    return minus(trimmed, "");
  }

  private static boolean isNone(@Nullable Double value) {
    return value == null || !Double.isFinite(value);
  }

  private static String minus(String text, String zero) {
    return text.startsWith("-") && text.substring(1).equals(zero.replace("+", ""))
        ? zero
        : text.replace('-', '−');
  }
}
