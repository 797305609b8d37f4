package dev.synth.internal.table.number;

import dev.synth.internal.table.cell.ExponentText;
import dev.synth.table.NumberForm.Place;
import org.jspecify.annotations.Nullable;

/**
 * A text taken apart as a number, before it is known what its separators mean.
 *
 * @param sign −1, 0 for none, or 1
 * @param place where the sign stands; of no meaning where there is none
 * @param mark the sign's own text, empty in brackets and without a sign; where the text is a zero
 *     without digits, such as {@code $ -}, that text
 * @param before what else stands before the digits, with its blank
 * @param after what else stands behind the digits, with its blank
 * @param core from the first digit to the last, with separators and exponent
 * @param dash what stands in the place of zero cents, with its separator, such as {@code ,-}; the
 *     core has two zeros for it; mostly empty
 */
record NumberShape(
    int sign, Place place, String mark, String before, String after, String core, String dash) {
  /** More letters than that before or behind digits are words. */
  private static final int LONGEST_MARK = 20;

  private static final String MINUS = "-\u2212\u2013\u2010\u2011\uff0d\ufe63";

  /** The signs that stand in the place of cents. */
  private static final String DASH = "-\u2013\u2014\u2012\u2212";

  private static final String PLUS = "+\uff0b";

  NumberShape(int sign, Place place, String mark, String before, String after, String core) {
    this(sign, place, mark, before, after, core, "");
  }

  /** Returns the parts of a text, or null where it does not look like one number. */
  static @Nullable NumberShape of(String cell) {
    String text = ExponentText.plain(cell);
    int from = skipBlanks(text, 0);
    int to = Math.max(from, skipBlanksBack(text, text.length()));
    int first = from;
    while (first < to && !isDigit(text.charAt(first))) {
      first++;
    }
    int end = to;
    while (end > first && !isDigit(text.charAt(end - 1))) {
      end--;
    }
    if (end > first + 2 && isPower(text, end - 1)) { // the 2 of m2
      end -= 2;
      while (end > first && !isDigit(text.charAt(end - 1))) {
        end--;
      }
    }
    if (first == to) {
      return dash(text.substring(from, to));
    }
    if (first - from > LONGEST_MARK || to - end > LONGEST_MARK) {
      return null;
    }
    first = withPointBefore(text, from, first);
    int behind = dashEnd(text, end, to);
    if (behind > end) {
      return dashed(text, new int[] {from, first, end, behind, to});
    }
    end = end + 1 == to && text.charAt(end) == '.' ? to : end;
    if (!isCore(text, first, end)) {
      return null;
    }
    return of(text.substring(from, first), text.substring(end, to), text.substring(first, end));
  }

  /** Returns whether a digit is the power of a unit: {@code kg/m2}, {@code g/cm3}. */
  private static boolean isPower(String text, int at) {
    boolean isPower = text.charAt(at) == '2' || text.charAt(at) == '3';
    return isPower && text.charAt(at - 1) == 'm';
  }

  /** Returns where a dash in the place of cents ends, as in {@code 5,-}; the start without any. */
  private static int dashEnd(String text, int start, int to) {
    int end = start + 1;
    while (end < to && DASH.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    boolean isDash = start + 1 < end && end <= start + 3 && ".,".indexOf(text.charAt(start)) >= 0;
    return isDash ? end : start;
  }

  /**
   * Returns a number with a dash in the place of its cents, or null where it is none.
   *
   * @param at where the text begins, its digits begin and end, its dash ends and the text ends
   */
  private static @Nullable NumberShape dashed(String text, int[] at) {
    String core = text.substring(at[1], at[2]) + text.charAt(at[2]) + "00";
    NumberShape shape =
        isCore(core, 0, core.length())
            ? of(text.substring(at[0], at[1]), text.substring(at[3], at[4]), core)
            : null;
    return shape == null ? null : shape.withDash(text.substring(at[2], at[3]));
  }

  private NumberShape withDash(String other) {
    return new NumberShape(sign, place, mark, before, after, core, other);
  }

  /** A currency beside a dash, which is how accounts write zero; a dash alone is none. */
  private static @Nullable NumberShape dash(String text) {
    int first = 0;
    while (first < text.length() && MINUS.indexOf(text.charAt(first)) < 0) {
      first++;
    }
    int end = first;
    while (end < text.length() && MINUS.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    String before = text.substring(0, first);
    String after = text.substring(end);
    boolean isZero =
        end > first
            && end - first <= 2
            && (AffixKind.before(before) == AffixKind.CURRENCY)
                != (AffixKind.after(after) == AffixKind.CURRENCY)
            && (before.isBlank() || after.isBlank());
    return isZero ? new NumberShape(0, Place.FIRST, text, before, after, "0") : null;
  }

  /** Returns the number with further zeros, and nothing behind it. */
  NumberShape scaled(int zeros) {
    String longer = zeros == 0 ? core : core + "e" + zeros;
    return new NumberShape(sign, place, mark, before, "", longer, dash);
  }

  /** Returns whether a plus stands behind the number: its sign, or {@code and more}. */
  boolean mayBeOpen() {
    return sign > 0 && place == Place.LAST && PLUS.contains(NumberShape.strip(mark));
  }

  /** Returns whether the text is a zero without digits. */
  boolean isDash() {
    return sign == 0 && !mark.isEmpty();
  }

  /** A point before the first digit belongs to it, as in {@code .5}, but not in {@code Rs.500}. */
  private static int withPointBefore(String text, int from, int first) {
    boolean parts =
        first > from && (text.charAt(first - 1) == '.' || text.charAt(first - 1) == ',');
    boolean isAbbreviation = first - 1 > from && Character.isLetter(text.charAt(first - 2));
    return parts && !isAbbreviation ? first - 1 : first;
  }

  private static boolean isCore(String text, int first, int end) {
    for (int i = first; i < end; i++) {
      char c = text.charAt(i);
      boolean isExponent = (c == 'e' || c == 'E') && i > first;
      boolean isExponentSign = (c == '-' || c == '+') && (text.charAt(i - 1) | 32) == 'e';
      if (!isDigit(c) && !isExponent && !isExponentSign && canonical(c) == 0) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable NumberShape of(String head, String tail, String core) {
    boolean opens = head.indexOf('(') >= 0;
    boolean closes = tail.indexOf(')') >= 0;
    if (opens && closes) {
      return bracketed(head, tail, core);
    }
    if (opens || closes) {
      return null;
    }
    String bare = head.substring(0, skipBlanksBack(head, head.length()));
    int atStart = head.isEmpty() ? 0 : sign(head.charAt(0));
    int atEnd = bare.isEmpty() ? 0 : sign(bare.charAt(bare.length() - 1));
    boolean isWhole = tail.endsWith(AffixKind.WHOLE_RUPEES);
    int behind = tail.isEmpty() || isWhole ? 0 : sign(tail.charAt(tail.length() - 1));
    if (atStart != 0 && behind == 0) {
      String before = head.substring(skipBlanks(head, 1));
      return of(atStart, Place.FIRST, head.substring(0, 1), before, tail, core);
    }
    if (atEnd != 0 && behind == 0) {
      String before = bare.substring(0, bare.length() - 1);
      return of(atEnd, Place.INSIDE, bare.substring(bare.length() - 1), before, tail, core);
    }
    if (behind != 0 && atEnd == 0) {
      int last = tail.length() - 1;
      String after = tail.substring(0, skipBlanksBack(tail, last));
      return of(behind, Place.LAST, tail.substring(last), head, after, core);
    }
    return atEnd == 0 ? of(0, Place.FIRST, "", head, tail, core) : null;
  }

  private static @Nullable NumberShape bracketed(String head, String tail, String core) {
    if (head.startsWith("(") && tail.endsWith(")")) {
      String before = head.substring(skipBlanks(head, 1));
      String after = tail.substring(0, skipBlanksBack(tail, tail.length() - 1));
      return of(-1, Place.BRACKETS, "", before, after, core);
    }
    String bare = head.substring(0, skipBlanksBack(head, head.length()));
    int closing = skipBlanks(tail, 0);
    if (bare.endsWith("(") && tail.startsWith(")", closing)) {
      String before = bare.substring(0, bare.length() - 1);
      return of(-1, Place.INNER_BRACKETS, "", before, tail.substring(closing + 1), core);
    }
    return null;
  }

  private static @Nullable NumberShape of(
      int sign, Place place, String mark, String before, String after, String core) {
    String marks = before + (after.endsWith(AffixKind.WHOLE_RUPEES) ? "" : after);
    for (int i = 0; i < marks.length(); i++) {
      char c = marks.charAt(i);
      if (sign(c) != 0 || c == '(' || c == ')') {
        return null;
      }
    }
    String bare = before.isBlank() ? "" : before;
    return new NumberShape(sign, place, mark, bare, after, core);
  }

  private static int sign(char c) {
    if (MINUS.indexOf(c) >= 0) {
      return -1;
    }
    return PLUS.indexOf(c) >= 0 ? 1 : 0;
  }

  /**
   * Returns the separator that a character is: point, comma, blank, apostrophe or underscore,
   * whichever of its kind it is; 0 for any other.
   */
  static char canonical(char c) {
    return switch (c) {
      case '.', ',', '_' -> c;
      case '\'', '\u2019', '\u02bc' -> '\'';
      default -> isBlank(c) ? ' ' : 0;
    };
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Returns whether a character is a blank of any width, or a mark of writing direction. */
  static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '\u200e'
        || c == '\u200f'
        || c == '\ufeff';
  }

  /** Returns a text without blanks at its ends, those that break no line included. */
  static String strip(String text) {
    int from = skipBlanks(text, 0);
    return text.substring(from, Math.max(from, skipBlanksBack(text, text.length())));
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int skipBlanksBack(String text, int to) {
    int end = to;
    while (end > 0 && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }
}
