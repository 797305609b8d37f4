package dev.synth.internal.config;

import dev.synth.internal.base.Spelling;
import java.util.List;
import java.util.Locale;

/** The form of Java's names in a config, and what a misspelt one may have meant. */
final class ConfigNames {
  private ConfigNames() {}

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
    String hint = Spelling.hint(given, known);
    if (!hint.isEmpty()) {
      return hint;
    }
    return known.isEmpty() ? "; there are none here" : "; known are " + String.join(", ", known);
  }
}
