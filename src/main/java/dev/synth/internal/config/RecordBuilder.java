package dev.synth.internal.config;

import dev.synth.base.InvalidValue;
import dev.synth.base.Records;
import dev.synth.base.Setting;
import dev.synth.internal.config.YamlNode.Mapping;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Builds a record of values that were read, and goes on where it refuses one: the default takes its
 * place, so that what else is wrong is found as well.
 */
final class RecordBuilder {
  /** Stands for a value that could not be read; why is noted. */
  static final Object BROKEN = new Object();

  private final Problems problems;

  RecordBuilder(Problems problems) {
    this.problems = problems;
  }

  /** Builds a record; a rejected value is noted and replaced by its default until none is. */
  Object build(
      Class<?> type, @Nullable Object[] values, Set<String> broken, Mapping given, String path) {
    RecordComponent[] components = type.getRecordComponents();
    while (!Arrays.asList(values).contains(BROKEN)) {
      try {
        return Records.build(type, values);
      } catch (InvalidValue invalid) {
        note(invalid, broken, given, isBare(components, given) ? path : below(path, invalid));
        if (!replace(invalid, components, values, broken)) {
          return BROKEN;
        }
      }
    }
    return BROKEN;
  }

  /** Returns whether the one component of a case was given as the whole node, without its key. */
  private static boolean isBare(RecordComponent[] components, Mapping given) {
    return components.length == 1
        && !components[0].isAnnotationPresent(Setting.class)
        && given.entries().isEmpty();
  }

  private static String below(String path, InvalidValue invalid) {
    return Problems.below(path, ConfigNames.snake(invalid.component()));
  }

  /** A complaint about a value which was replaced, or that names one, may be about its default. */
  private void note(InvalidValue invalid, Set<String> broken, Mapping given, String where) {
    String key = ConfigNames.snake(invalid.component());
    boolean doubtful =
        broken.contains(key)
            || broken.stream()
                .anyMatch(
                    replaced ->
                        Pattern.compile("\\b" + Pattern.quote(replaced) + "\\b")
                            .matcher(invalid.complaint())
                            .find());
    if (!doubtful) {
      YamlNode node = given.entries().getOrDefault(key, given);
      problems.add(where, node.origin(), invalid.complaint());
    }
  }

  private static boolean replace(
      InvalidValue invalid,
      RecordComponent[] components,
      @Nullable Object[] values,
      Set<String> broken) {
    boolean first = broken.add(ConfigNames.snake(invalid.component()));
    for (int i = 0; i < components.length; i++) {
      if (components[i].getName().equals(invalid.component())) {
        values[i] = fallback(components[i]);
        return first;
      }
    }
    return false;
  }

  /** Returns the value of a component without the user's: {@link #BROKEN} if it must be given. */
  static @Nullable Object fallback(RecordComponent component) {
    if (!component.isAnnotationPresent(Setting.class)) {
      return BROKEN; // the one component of a case
    }
    return SettingDetails.mustBeGiven(component) ? BROKEN : SettingDetails.standard(component);
  }
}
