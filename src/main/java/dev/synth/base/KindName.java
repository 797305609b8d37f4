package dev.synth.base;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of an options record's kind, such as {@code smote-nc}: the one place where it is
 * written.
 *
 * <p>Configs, saved models, reports and the names of random streams take it from here, so that it
 * must not change once it was released.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface KindName {
  /** The name, in lower case, with dashes. */
  String value();
}
