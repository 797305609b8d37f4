package dev.synth.config;

import java.util.List;
import java.util.Locale;

/** How Java's names are written in a config, and what a misspelt one may have meant. */
final class Names {
  private Names() {}

  /** Returns {@code latent_dimension} for {@code latentDimension}. */
  static String snake(String javaName) {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < javaName.length(); i++) {
      char c = javaName.charAt(i);
      if (Character.isUpperCase(c) && i > 0) {
        key.append('_');
      }
      key.append(Character.toLowerCase(c));
    }
    return key.toString();
  }

  /** Returns {@code max-f1} for the class {@code MaxF1}. */
  static String kebab(Class<?> type) {
    return snake(type.getSimpleName()).replace('_', '-');
  }

  /** Returns {@code in-store} for the constant {@code IN_STORE}. */
  static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns {@code ; did you mean 'steps'?} where a known name is near, and else all known names.
   */
  static String suggestion(String given, List<String> known) {
    String nearest = "";
    int least = Math.max(1, given.length() / 3) + 1;
    for (String name : known) {
      int distance = distance(given, name);
      if (distance < least) {
        least = distance;
        nearest = name;
      }
    }
    if (!nearest.isEmpty()) {
      return "; did you mean '" + nearest + "'?";
    }
    return known.isEmpty() ? "; there are none here" : "; known are " + String.join(", ", known);
  }

  /**
   * The optimal string alignment distance: how many letters must be inserted, removed, replaced or
   * exchanged with their neighbour to make one text of another.
   */
  static int distance(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replaced = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
        best = Math.min(best, cost[i - 1][j - 1] + replaced);
        if (isExchange(from, i, to, j)) {
          best = Math.min(best, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = best;
      }
    }
    return cost[from.length()][to.length()];
  }

  private static boolean isExchange(String from, int i, String to, int j) {
    return i > 1
        && j > 1
        && from.charAt(i - 1) == to.charAt(j - 2)
        && from.charAt(i - 2) == to.charAt(j - 1);
  }
}
