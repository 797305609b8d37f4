package dev.synth.config;

import dev.synth.base.Setting;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a record component says of its setting. */
final class Settings {
  private Settings() {}

  /** Returns the key in a config. */
  static String key(RecordComponent component) {
    return Names.snake(component.getName());
  }

  /** Returns the default, or empty where there is none. */
  static Optional<YamlNode> standard(RecordComponent component) {
    String text = setting(component).byDefault();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Problems problems = new Problems();
    return Optional.of(YamlReader.read(text, "the default of " + component, false, problems));
  }

  /** Returns whether the component may be left out although it has no default. */
  static boolean isNullable(RecordComponent component) {
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
