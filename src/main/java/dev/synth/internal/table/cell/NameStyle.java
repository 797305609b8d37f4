package dev.synth.internal.table.cell;

import dev.synth.internal.base.PlainText;
import java.util.List;
import java.util.Locale;

/**
 * The names of months and days of the week as a column writes them.
 *
 * @param text the style as text: English names by the example of one, {@code Jan}, {@code JAN} or
 *     {@code jan}; else a language and all names, {@code de:Jan.,Feb.,März,…;Mo,Di,…}
 * @param months the twelve names of months; none where they are English in full or by three letters
 * @param days the seven names of days from Monday on; none where they are such English ones
 */
record NameStyle(String text, List<String> months, List<String> days) {
  /** Names as in English prose. */
  static final NameStyle USUAL = new NameStyle("Jan", List.of(), List.of());

  NameStyle {
    months = List.copyOf(months);
    days = List.copyOf(days);
  }

  /**
   * Returns the style that a text describes.
   *
   * @throws IllegalArgumentException if it is none
   */
  static NameStyle of(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return new NameStyle(text, List.of(), List.of());
    }
    int parts = text.indexOf(';');
    List<String> months =
        List.of(text.substring(colon + 1, Math.max(colon + 1, parts)).split(",", -1));
    List<String> days = List.of(text.substring(parts + 1).split(",", -1));
    if (parts < 0 || months.size() != 12 || days.size() != 7) {
      throw new IllegalArgumentException(
          PlainText.of("'%s' must have the names of 12 months and 7 days", text));
    }
    return new NameStyle(text, months, days);
  }

  /** Returns a style of names that are listed. */
  static NameStyle of(String language, List<String> months, List<String> days) {
    return of(language + ":" + String.join(",", months) + ";" + String.join(",", days));
  }

  /** Returns the language's letters. */
  String language() {
    int colon = text.indexOf(':');
    return colon < 0 ? Language.ENGLISH.code() : text.substring(0, colon);
  }

  /** Returns the name of a month, from 1 on. */
  String month(int month, boolean isFull) {
    return months.isEmpty()
        ? english(Language.ENGLISH.months(), month, isFull)
        : months.get(month - 1);
  }

  /** Returns the name of a day of the week, from 1 on. */
  String day(int day, boolean isFull) {
    return days.isEmpty() ? english(Language.ENGLISH.days(), day, isFull) : days.get(day - 1);
  }

  /** Returns what stands behind a day of the month; empty where it has nothing. */
  String ordinal(int day) {
    return switch (language()) {
      case "en" -> englishOrdinal(day);
      case "fr" -> day == 1 ? "er" : "";
      default -> day == 1 ? "º" : "";
    };
  }

  private static String englishOrdinal(int day) {
    if (day / 10 == 1) {
      return "th";
    }
    return switch (day % 10) {
      case 1 -> "st";
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    };
  }

  private String english(List<Language.NameSet> sets, int number, boolean isFull) {
    String name = (isFull ? sets.getLast() : sets.getFirst()).names().get(number - 1);
    return inCase(name, text);
  }

  /** Returns a name with letters in the case of January. */
  static String inCase(String name, String january) {
    return switch (january) {
      case "JAN" -> name.toUpperCase(Locale.ROOT);
      case "jan" -> name.toLowerCase(Locale.ROOT);
      default -> name;
    };
  }

  /** Returns how a word's letters stand, by the example of January. */
  static String likeJanuary(String word) {
    if (word.equals(word.toUpperCase(Locale.ROOT))) {
      return "JAN";
    }
    return word.equals(word.toLowerCase(Locale.ROOT)) ? "jan" : "Jan";
  }
}
