package dev.synth.internal.table.number;

import dev.synth.table.NumberForm.Grouping;
import dev.synth.table.NumberForm.Separators;

/** The digits of numbers, read with separators of a given meaning. */
final class CoreText {
  private CoreText() {}

  /**
   * Returns the number that digits with separators are, or NaN where they are none.
   *
   * @param core from the first digit to the last, with separators and exponent
   * @param separators what they mean; a blank or apostrophe stands for each of its kind
   */
  static double value(String core, Separators separators) {
    char decimal = separators.decimal().charAt(0);
    int end = wholeEnd(core, decimal);
    StringBuilder digits = new StringBuilder(core.length());
    if (!whole(core, end, separators, digits)) {
      return Double.NaN;
    }
    int wholeDigits = digits.length();
    int at = end;
    if (at < core.length() && core.charAt(at) == decimal) {
      digits.append('.');
      at = appendDigits(core, at + 1, digits);
    }
    if (wholeDigits == 0 && digits.length() < 2) {
      return Double.NaN;
    }
    if (at < core.length() && (core.charAt(at) | 32) == 'e') {
      int exponent = at + 1;
      boolean signed = exponent < core.length() && !NumberShape.isDigit(core.charAt(exponent));
      digits.append('e').append(signed ? core.charAt(exponent) : '+');
      int start = signed ? exponent + 1 : exponent;
      at = appendDigits(core, start, digits);
      if (at == start) {
        return Double.NaN;
      }
    }
    return at == core.length() ? Double.parseDouble(digits.toString()) : Double.NaN;
  }

  /** Returns how many digits stand behind the decimal separator; −1 where there is none. */
  static int decimals(String core, Separators separators) {
    int point = core.indexOf(separators.decimal());
    if (point < 0) {
      return -1;
    }
    int at = point + 1;
    while (at < core.length() && NumberShape.isDigit(core.charAt(at))) {
      at++;
    }
    return at - point - 1;
  }

  private static int wholeEnd(String core, char decimal) {
    int at = 0;
    while (at < core.length() && core.charAt(at) != decimal && (core.charAt(at) | 32) != 'e') {
      at++;
    }
    return at;
  }

  private static int appendDigits(String core, int from, StringBuilder digits) {
    int at = from;
    while (at < core.length() && NumberShape.isDigit(core.charAt(at))) {
      digits.append(core.charAt(at++));
    }
    return at;
  }

  /** Appends the whole digits; returns false where a separator does not stand where it must. */
  private static boolean whole(String core, int end, Separators separators, StringBuilder digits) {
    char group = separators.group().isEmpty() ? 0 : separators.group().charAt(0);
    int parted = 0;
    for (int i = 0; i < end; i++) {
      char c = core.charAt(i);
      if (NumberShape.isDigit(c)) {
        digits.append(c);
      } else if (group != 0 && NumberShape.canonical(c) == NumberShape.canonical(group)) {
        parted++;
        if (!isEven(core, i, end, parted, separators.grouping())) {
          return false;
        }
      } else {
        return false;
      }
    }
    return parted == 0 || core.charAt(0) != '0';
  }

  /** Returns whether the digits on both sides of a group separator are as many as they must be. */
  private static boolean isEven(String core, int at, int end, int parted, Grouping grouping) {
    int behind = 0;
    while (at + 1 + behind < end && NumberShape.isDigit(core.charAt(at + 1 + behind))) {
      behind++;
    }
    boolean isLast = at + 1 + behind == end;
    int first = grouping == Grouping.INDIAN ? 2 : 3;
    boolean begins = parted > 1 || (at >= 1 && at <= first);
    return begins && behind == (isLast || grouping != Grouping.INDIAN ? 3 : 2);
  }
}
