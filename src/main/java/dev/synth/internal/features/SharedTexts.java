package dev.synth.internal.features;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts that came of late, so that equal ones are kept once: categories and countries come again
 * and again. It forgets a text for another one with the same place, and never grows.
 */
final class SharedTexts {
  private static final int PLACES = 1 << 12;

  private final @Nullable String[] texts = new @Nullable String[PLACES];

  /** Returns equal texts. */
  @Nullable String[] of(List<@Nullable String> own) {
    @Nullable String[] equal = new @Nullable String[own.size()];
    for (int i = 0; i < equal.length; i++) {
      String text = own.get(i);
      equal[i] = text == null ? null : of(text);
    }
    return equal;
  }

  private String of(String text) {
    int place = text.hashCode() & (PLACES - 1);
    String kept = texts[place];
    if (kept != null && kept.equals(text)) {
      return kept;
    }
    texts[place] = text;
    return text;
  }
}
