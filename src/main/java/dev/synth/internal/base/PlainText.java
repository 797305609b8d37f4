package dev.synth.internal.base;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Texts that are the same in every locale. */
public final class PlainText {
  private PlainText() {}

  /**
   * Returns a text with arguments in its places, whose numbers have a point and European digits.
   *
   * @param format as {@link String#format(Locale, String, Object...)} has it
   */
  public static String of(String format, @Nullable Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
