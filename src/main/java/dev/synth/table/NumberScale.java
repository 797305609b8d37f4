package dev.synth.table;

/**
 * A letter or word behind a number that stands for zeros, such as the {@code K} of {@code 1.2K}.
 *
 * @param text what stands behind the digits, with its blank
 * @param factor what it stands for, at least 1
 * @param digits the most digits that numbers with it have behind the decimal separator, in [0, 9]
 */
public record NumberScale(String text, double factor, int digits) {
  /** The most digits that a number may have. */
  public static final int MOST_DIGITS = 9;

  public NumberScale {
    if (digits < 0 || digits > MOST_DIGITS) {
      throw new IllegalArgumentException("digits must be in [0, 9], but are " + digits);
    }
  }
}
