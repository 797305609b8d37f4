package dev.synth.base;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents one component of an options record, once: {@code docs/config.md} shows it.
 *
 * <p>It holds no default. The record's static method {@code defaults()} does; a record without one
 * has no defaults, and only its nullable components may be left out of a config.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
  /** The meaning of the setting, in one sentence, with its unit and range. */
  String value();

  /** True if a config must give it, although {@code defaults()} has a value for it. */
  boolean required() default false;

  /** True if a list may be written as its one item, without brackets; it is then written so. */
  boolean orOne() default false;
}
