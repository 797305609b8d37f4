package dev.synth.internal.table.cell;

import dev.synth.internal.base.PlainText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The digits of a script other than 0 to 9, such as Arabic-Indic, Devanagari or full-width ones,
 * and the signs that stand beside them.
 *
 * <p>A text is read by putting the digits from 0 to 9 in their place, and a number or time is
 * written by putting them back.
 */
public final class DigitScript {
  /** The usual digits. */
  public static final DigitScript USUAL = new DigitScript('0', Map.of());

  private static final char FULL_WIDTH_ZERO = '\uff10';
  private static final int FULL_WIDTH = 0xfee0;

  /** Signs of numbers in Arabic script, and what they are elsewhere. */
  private static final Map<Character, Character> ARABIC =
      Map.of('\u066b', '.', '\u066c', ',', '\u066a', '%', '\u060c', ',');

  private final char zero;

  /** The signs that stand for ASCII characters. */
  private final Map<Character, Character> signs;

  private DigitScript(char zero, Map<Character, Character> signs) {
    this.zero = zero;
    this.signs = signs;
  }

  /**
   * Returns the script that a text describes: its zero, then each ASCII character beside its own.
   *
   * @throws IllegalArgumentException if it describes none
   */
  public static DigitScript of(String text) {
    if (text.isEmpty()) {
      return USUAL;
    }
    if (text.length() % 2 == 0 || Character.digit(text.charAt(0), 10) != 0) {
      throw new IllegalArgumentException(PlainText.of("'%s' describes no digits", text));
    }
    Map<Character, Character> signs = new TreeMap<>();
    for (int i = 1; i < text.length(); i += 2) {
      signs.put(text.charAt(i), text.charAt(i + 1));
    }
    return new DigitScript(text.charAt(0), signs);
  }

  /**
   * Returns the script of a column's digits; the usual one where its texts have digits of none or
   * of several.
   */
  public static DigitScript find(List<String> texts) {
    char zero = 0;
    for (String text : texts) {
      for (int i = 0; i < text.length(); i++) {
        char own = zeroOf(text.charAt(i));
        if (own == '0' || (own != 0 && zero != 0 && own != zero)) {
          return USUAL;
        }
        zero = own == 0 ? zero : own;
      }
    }
    return zero == 0 ? USUAL : new DigitScript(zero, signs(texts, zero));
  }

  /**
   * Signs that are always the script's own; one that also stands there in ASCII is left as it is.
   */
  private static Map<Character, Character> signs(List<String> texts, char zero) {
    Map<Character, Character> signs = new TreeMap<>();
    boolean[] inAscii = new boolean[128];
    for (String text : texts) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        char usual = usualSign(c, zero);
        if (usual != 0) {
          signs.put(usual, c);
        } else if (c < inAscii.length) {
          inAscii[c] = true;
        }
      }
    }
    signs.keySet().removeIf(usual -> inAscii[usual]);
    return signs;
  }

  /** Returns whether digits are 0 to 9. */
  public boolean isUsual() {
    return zero == '0';
  }

  /** Returns the script as text, empty for the usual one. */
  public String text() {
    if (isUsual()) {
      return "";
    }
    StringBuilder text = new StringBuilder().append(zero);
    signs.forEach((usual, own) -> text.append(usual.charValue()).append(own.charValue()));
    return text.toString();
  }

  /** Returns a text with the digits from 0 to 9, and with ASCII signs. */
  public String toUsual(String text) {
    if (isUsual()) {
      return text;
    }
    char[] usual = text.toCharArray();
    for (int i = 0; i < usual.length; i++) {
      char sign = usualSign(usual[i], zero);
      usual[i] =
          zeroOf(usual[i]) == zero ? (char) ('0' + usual[i] - zero) : sign == 0 ? usual[i] : sign;
    }
    return new String(usual);
  }

  /** Returns a text of the digits from 0 to 9 in this script. */
  public String fromUsual(String text) {
    if (isUsual()) {
      return text;
    }
    char[] own = text.toCharArray();
    for (int i = 0; i < own.length; i++) {
      Character sign = signs.get(own[i]);
      own[i] =
          own[i] >= '0' && own[i] <= '9'
              ? (char) (zero + own[i] - '0')
              : sign == null ? own[i] : sign;
    }
    return new String(own);
  }

  /** Returns the zero of the script that a digit is of; 0 for any other character. */
  private static char zeroOf(char c) {
    if (c >= '0' && c <= '9') {
      return '0';
    }
    return c < 128 || Character.getType(c) != Character.DECIMAL_DIGIT_NUMBER
        ? 0
        : (char) (c - Character.digit(c, 10));
  }

  /** Returns the ASCII sign that a sign of the script stands for; 0 where it is none. */
  private static char usualSign(char c, char zero) {
    if (zero == FULL_WIDTH_ZERO) {
      boolean isSign = c > '\uff00' && c < '\uff5f' && !Character.isLetterOrDigit(c);
      return isSign ? (char) (c - FULL_WIDTH) : 0;
    }
    Character usual = ARABIC.get(c);
    return usual == null ? 0 : usual;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DigitScript script && script.text().equals(text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
