package dev.synth.internal.table.number;

import dev.synth.table.NumberForm;
import dev.synth.table.NumberForm.Place;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words behind numbers that are their signs: by {@code 12.50 DR} and {@code 80.00 CR} banks
 * tell debit from credit, by {@code 33.9° S} and {@code 48.1° N} maps tell the halves of the earth.
 *
 * <p>South and west are below zero. A debit is below zero. Where no amount is called a debit, those
 * without a word are what the account owes, as on a card's statement, and a credit is below zero.
 */
final class Postings {
  private static final String CREDIT = "CR";
  private static final String DEBIT = "DR";

  /** The half of the earth that is below zero, for each letter that may stand behind an angle. */
  private static final Map<String, String> BELOW_ZERO =
      Map.of("N", "S", "S", "S", "E", "W", "W", "W");

  private Postings() {}

  /**
   * Makes the words the signs of a column's numbers, where some have one and not all the same.
   *
   * @param shapes the texts taken apart, null where one is no number; changed
   * @param given the form that the numbers have; null where it is to be found
   */
  static void makeSigns(@Nullable NumberShape[] shapes, @Nullable NumberForm given) {
    String below = given == null ? wordBelowZero(shapes) : word(given.signs().minus());
    if (below.isEmpty()) {
      return;
    }
    for (int i = 0; i < shapes.length; i++) {
      NumberShape shape = shapes[i];
      String word = shape == null ? "" : word(shape.after());
      if (shape != null && !word.isEmpty() && shape.sign() == 0) {
        int sign = word.equals(below) ? -1 : 1;
        shapes[i] =
            new NumberShape(sign, Place.LAST, shape.after(), shape.before(), "", shape.core());
      }
    }
  }

  /** Returns the word of amounts below zero; empty where the words of a column are no signs. */
  private static String wordBelowZero(@Nullable NumberShape[] shapes) {
    boolean hasCredit = false;
    boolean hasDebit = false;
    boolean hasBare = false;
    Set<String> halves = new HashSet<>();
    for (NumberShape shape : shapes) {
      String after = shape == null ? CREDIT : NumberShape.strip(shape.after());
      hasCredit |= shape != null && after.equals(CREDIT); // Cr alone is ten millions
      hasDebit |= word(after).equals(DEBIT);
      hasBare |= after.isEmpty();
      if (shape != null) {
        halves.add(half(after));
      }
    }
    if (halves.size() == 2 && !halves.contains("")) {
      String below = BELOW_ZERO.getOrDefault(halves.iterator().next(), "");
      return halves.contains(below)
              && halves.stream().allMatch(each -> below.equals(BELOW_ZERO.get(each)))
          ? below
          : "";
    }
    if (hasDebit) {
      return DEBIT;
    }
    return hasCredit && hasBare ? CREDIT : "";
  }

  /** Returns which word stands behind an amount, empty where it is another. */
  private static String word(String after) {
    String bare = NumberShape.strip(after).toUpperCase(Locale.ROOT);
    String word = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    return word.equals(CREDIT) || word.equals(DEBIT) ? word : half(after);
  }

  /** Returns the letter of a half of the earth behind an angle, empty where it is another text. */
  static String half(String after) {
    String bare = NumberShape.strip(after);
    String letter = NumberShape.strip(bare.startsWith("°") ? bare.substring(1) : bare);
    return BELOW_ZERO.containsKey(letter) ? letter : "";
  }
}
