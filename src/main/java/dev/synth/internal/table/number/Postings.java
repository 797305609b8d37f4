package dev.synth.internal.table.number;

import dev.synth.table.NumberForm;
import dev.synth.table.NumberForm.Place;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The words behind amounts by which banks tell debit from credit: {@code 12.50 DR}, {@code 80.00
 * CR}.
 *
 * <p>A debit is below zero. Where no amount is called a debit, those without a word are what the
 * account owes, as on a card's statement, and a credit is below zero.
 */
final class Postings {
  private static final String CREDIT = "CR";
  private static final String DEBIT = "DR";

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
    for (NumberShape shape : shapes) {
      String after = shape == null ? CREDIT : NumberShape.strip(shape.after());
      hasCredit |= shape != null && after.equals(CREDIT); // Cr alone is ten millions
      hasDebit |= word(after).equals(DEBIT);
      hasBare |= after.isEmpty();
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
    return word.equals(CREDIT) || word.equals(DEBIT) ? word : "";
  }
}
