package dev.synth.internal.tracking;

import java.util.LinkedHashMap;
import java.util.Map;

/** Names and values in the form and length that MLflow takes. */
final class MlflowNames {
  private static final int MOST_NAME = 250;

  /** The longest value that servers before 2.8 take; the whole text is in {@code resolved.yaml}. */
  private static final int MOST_PARAMETER = 500;

  private static final int MOST_TAG = 5000;

  private MlflowNames() {}

  /**
   * Returns a name of letters, digits, underscores, dashes, dots, spaces and slashes; each other
   * character becomes an underscore, and so do dots and slashes that would make a path of it.
   */
  static String of(String name) {
    StringBuilder plain = new StringBuilder();
    for (String part : name.split("/", -1)) {
      String kept = part.replaceAll("[^\\p{L}\\p{N}_\\-. ]", "_").strip();
      plain
          .append(plain.isEmpty() ? "" : "/")
          .append(kept.isEmpty() || kept.matches("\\.+") ? "_" : kept);
    }
    return cut(plain.toString(), MOST_NAME, "_");
  }

  /** Returns an arm's or a stage's name as a part of another name: no slash parts it. */
  static String part(String name) {
    return of(name.replace('/', '_').replace(", ", " "));
  }

  /** Returns parameters as MLflow takes them, each under a name of its own. */
  static Map<String, String> parameters(Map<String, String> parameters) {
    Map<String, String> plain = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) -> {
          String key = of(name);
          for (int number = 2; plain.containsKey(key); number++) {
            String end = "_" + number;
            key = cut(of(name), MOST_NAME - end.length(), "_") + end;
          }
          plain.put(key, cut(value, MOST_PARAMETER, "…"));
        });
    return plain;
  }

  /** Returns the value of a tag. */
  static String tag(String value) {
    return cut(value, MOST_TAG, "…");
  }

  private static String cut(String text, int most, String mark) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - mark.length();
    int whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    return text.substring(0, whole) + mark;
  }
}
