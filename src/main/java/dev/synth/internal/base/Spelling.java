package dev.synth.internal.base;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that the user probably meant. */
public final class Spelling {
  private Spelling() {}

  /**
   * Returns the candidate that is the word but for case and blanks at its ends; else the one that
   * is the fewest edits away, the first of several.
   *
   * @return empty where every candidate is more than a third of the word's length, and more than
   *     two edits, away, or has no letter of a short word
   */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    for (String candidate : candidates) {
      if (bare(candidate).equals(bare(word))) {
        return Optional.of(candidate);
      }
    }
    int fewest = Math.min(word.length(), Math.max(2, word.length() / 3) + 1);
    String best = null;
    for (String candidate : candidates) {
      int edits = edits(word, candidate);
      if (edits < fewest) {
        fewest = edits;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  private static String bare(String word) {
    return word.replaceAll("^[\\s\\h\\ufeff]+|[\\s\\h\\ufeff]+$", "").toLowerCase(Locale.ROOT);
  }

  /** Returns {@code ; did you mean 'x'?}, or nothing where no candidate is near. */
  public static String hint(String word, Collection<String> candidates) {
    return nearest(word, candidates)
        .map(value -> PlainText.of("; did you mean '%s'?", value))
        .orElse("");
  }

  /**
   * The optimal string alignment distance: how many letters must be inserted, removed, replaced or
   * exchanged with their neighbour to make one text of another.
   */
  static int edits(String from, String to) {
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
