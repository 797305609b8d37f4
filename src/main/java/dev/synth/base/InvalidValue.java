package dev.synth.base;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A record component whose value breaks the component's rule.
 *
 * <p>Thrown by the constructors of option records; the reader of a config puts the value's path
 * before it: {@code generator.steps: must be at least 1, but is 0}.
 */
public final class InvalidValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String component;
  private final String complaint;

  /**
   * A value that breaks a rule.
   *
   * @param component the record component, in its Java name
   * @param rule what would be right, such as {@code must be at least 1}
   * @param value what was given
   */
  public InvalidValue(String component, String rule, @Nullable Object value) {
    super(String.format(Locale.ROOT, "%s: %s, but is %s", component, rule, value));
    this.component = component;
    this.complaint = String.format(Locale.ROOT, "%s, but is %s", rule, value);
  }

  /** Throws unless the condition holds. */
  public static void unless(boolean holds, String component, String rule, @Nullable Object value) {
    if (!holds) {
      throw new InvalidValue(component, rule, value);
    }
  }

  /** Returns the record component, in its Java name. */
  public String component() {
    return component;
  }

  /** Returns the rule and the value, without the component: {@code must be …, but is …}. */
  public String complaint() {
    return complaint;
  }
}
