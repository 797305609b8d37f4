package dev.synth.internal.table.cell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The names of months and of days of the week. */
final class EnglishNames {
  static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  private EnglishNames() {}

  /** Returns names in lower case. */
  static String[] lower(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toArray(String[]::new);
  }

  /**
   * Returns the position of the name that a word in lower case is, in full or by three letters; −1
   * where it is none.
   */
  static int find(String[] names, String word) {
    for (int i = 0; i < names.length; i++) {
      boolean isShort = word.length() == 3 && names[i].startsWith(word);
      if (isShort || names[i].equals(word)) {
        return i;
      }
    }
    return Arrays.asList(names).indexOf("sept".equals(word) ? "september" : word);
  }
}
