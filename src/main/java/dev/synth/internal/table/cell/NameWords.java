package dev.synth.internal.table.cell;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * All words that name a month or a day of the week in any {@link Language}, with or without their
 * accents.
 *
 * <p>No word names two months. So a text has one reading, and its language matters for writing
 * alone.
 */
final class NameWords {
  private static final Map<String, Integer> MONTHS = months();
  private static final Set<String> DAYS = days();

  private NameWords() {}

  /** Returns the month that a word in any case names, from 1 on; 0 where it names none. */
  static int month(String word) {
    return MONTHS.getOrDefault(folded(word), 0);
  }

  /** Returns whether a word in any case names a day of the week. */
  static boolean isDay(String word) {
    return DAYS.contains(folded(word));
  }

  /** Returns a word in lower case without accents. */
  static String folded(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.chars().allMatch(c -> c < 128)) {
      return lower;
    }
    StringBuilder bare = new StringBuilder();
    String parted = Normalizer.normalize(lower, Normalizer.Form.NFD);
    for (int i = 0; i < parted.length(); i++) {
      char c = parted.charAt(i);
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        bare.append(
            switch (c) {
              case 'ł' -> 'l';
              case 'ø' -> 'o';
              case 'ı' -> 'i';
              default -> c;
            });
      }
    }
    return bare.toString();
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (Language language : Language.ALL) {
      for (Language.NameSet set : language.months()) {
        for (int i = 0; i < set.names().size(); i++) {
          Integer other = months.put(folded(set.names().get(i)), i + 1);
          if (other != null && other != i + 1) {
            throw new IllegalStateException(set.names().get(i) + " names two months");
          }
        }
      }
    }
    return Map.copyOf(months);
  }

  private static Set<String> days() {
    Set<String> days = new HashSet<>();
    for (Language language : Language.ALL) {
      language.days().forEach(set -> set.names().forEach(name -> days.add(folded(name))));
    }
    return Set.copyOf(days);
  }
}
