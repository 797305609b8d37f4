package dev.synth.internal.config;

import dev.synth.base.Records;
import dev.synth.base.Setting;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The details that a record component gives of its setting. */
final class SettingDetails {
  private SettingDetails() {}

  /** Returns the key in a config. */
  static String key(RecordComponent component) {
    return ConfigNames.snake(component.getName());
  }

  /** Returns whether a config must give the component. */
  static boolean mustBeGiven(RecordComponent component) {
    return setting(component).required()
        || (!isNullable(component) && defaults(component).isEmpty());
  }

  /**
   * Returns the value where a config says nothing, from the record's {@code defaults()}; null where
   * it is left out, or must be given.
   */
  static @Nullable Object standard(RecordComponent component) {
    Optional<?> defaults = defaults(component);
    return mustBeGiven(component) || defaults.isEmpty()
        ? null
        : Records.value(defaults.get(), component);
  }

  /** Returns whether a list may be written as its one item. */
  static boolean mayBeOne(RecordComponent component) {
    Setting setting = component.getAnnotation(Setting.class);
    return setting != null && setting.orOne();
  }

  private static Optional<?> defaults(RecordComponent component) {
    return Records.defaults(component.getDeclaringRecord());
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** Returns the component's documentation. */
  static Setting setting(RecordComponent component) {
    Setting setting = component.getAnnotation(Setting.class);
    if (setting == null) {
      throw new IllegalStateException(component + " has no @Setting");
    }
    return setting;
  }
}
