package dev.synth.base;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The kinds of a sealed family of options records, by the names that {@link KindName} gives them.
 */
public final class Kinds {
  private Kinds() {}

  /**
   * Returns the name of a record's kind.
   *
   * @throws IllegalStateException if it has none
   */
  public static String nameOf(Class<?> options) {
    KindName kind = options.getAnnotation(KindName.class);
    if (kind == null) {
      throw new IllegalStateException(options + " has no @Kind");
    }
    return kind.value();
  }

  /**
   * Returns a family's records by name, in the order of its {@code permits} clause.
   *
   * @throws IllegalStateException if a record has no name, or two have the same
   */
  public static <T> Map<String, Class<? extends T>> of(Class<T> family) {
    Map<String, Class<? extends T>> kinds = new LinkedHashMap<>();
    for (Class<?> each : family.getPermittedSubclasses()) {
      Class<?> other = kinds.put(nameOf(each), each.asSubclass(family));
      if (other != null) {
        throw new IllegalStateException(each + " and " + other + " have the same @Kind");
      }
    }
    return Collections.unmodifiableMap(kinds);
  }
}
