package dev.synth.base;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents one component of an options record, and gives its default.
 *
 * <p>The config file, {@code docs/config.md} and {@code --dry-run} are all derived from it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
  /** What the setting does, in one sentence, with its unit and range. */
  String value();

  /**
   * The value where the config says nothing, as YAML: {@code 2000}, {@code [none, class-weight]}.
   * Without one, a nullable component may be left out and any other is required.
   */
  String byDefault() default "";
}
