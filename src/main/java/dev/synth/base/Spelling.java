package dev.synth.base;

import java.util.Collection;
import java.util.Optional;

/** Finds the word that the user probably meant. */
public final class Spelling {
  private Spelling() {}

  /**
   * Returns the candidate that is the fewest edits away, the first of several.
   *
   * @return empty where every candidate is more than a third of the word's length, and more than
   *     two edits, away
   */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    int fewest = Math.max(2, word.length() / 3) + 1;
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

  /** Returns {@code ; did you mean 'x'?}, or nothing where no candidate is near. */
  public static String hint(String word, Collection<String> candidates) {
    return nearest(word, candidates).map("; did you mean '%s'?"::formatted).orElse("");
  }

  /** Levenshtein's distance: insertions, deletions and replacements of one character. */
  static int edits(String from, String to) {
    int[] previous = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] current = new int[to.length() + 1];
      current[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[to.length()];
  }
}
