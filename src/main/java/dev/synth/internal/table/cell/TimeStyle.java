package dev.synth.internal.table.cell;

import java.util.Locale;

/**
 * The details of a column's texts that a {@link TimePattern} leaves open.
 *
 * @param names how names are written, by the example of a month: {@code Jan}, {@code JAN} or {@code
 *     jan}
 * @param afternoon how the second half of a day is written: {@code PM}, {@code pm}, {@code p.m.}
 * @param offset what is written where the pattern has an offset, such as {@code +05:30}, {@code Z}
 *     or {@code UTC}; may be empty
 */
public record TimeStyle(String names, String afternoon, String offset) {
  /** Names as in English prose, capital halves, no offset. */
  public static final TimeStyle USUAL = new TimeStyle("Jan", "PM", "");

  /** Returns the same with another offset. */
  public TimeStyle withOffset(String other) {
    return new TimeStyle(names, afternoon, other);
  }

  String name(String name) {
    return switch (names) {
      case "JAN" -> name.toUpperCase(Locale.ROOT);
      case "jan" -> name.toLowerCase(Locale.ROOT);
      default -> name;
    };
  }

  String half(boolean isAfternoon) {
    return isAfternoon ? afternoon : afternoon.replace('p', 'a').replace('P', 'A');
  }

  /** Returns how a word's letters stand, by the example of January. */
  static String likeJanuary(String word) {
    if (word.equals(word.toUpperCase(Locale.ROOT))) {
      return "JAN";
    }
    return word.equals(word.toLowerCase(Locale.ROOT)) ? "jan" : "Jan";
  }
}
