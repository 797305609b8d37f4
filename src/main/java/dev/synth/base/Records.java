package dev.synth.base;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Options records by their components: their defaults, their values, and changed copies.
 *
 * <p>The defaults of a record are what its static method {@code defaults()} returns, and stand
 * nowhere else.
 */
public final class Records {
  private Records() {}

  /** Returns what a record's {@code defaults()} returns; empty where there is no such method. */
  public static <T> Optional<T> defaults(Class<T> type) {
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals("defaults") && method.getParameterCount() == 0) {
        return Optional.of(type.cast(Objects.requireNonNull(call(method, null))));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the named starting points of a record's settings, the defaults first. They come from
   * its static method {@code presets()}; empty where there is none.
   */
  public static Map<String, Record> presets(Class<?> type) {
    Map<String, Record> presets = new LinkedHashMap<>();
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals("presets") && method.getParameterCount() == 0) {
        Map<?, ?> named = (Map<?, ?>) Objects.requireNonNull(call(method, null));
        named.forEach((name, preset) -> presets.put(String.valueOf(name), (Record) preset));
      }
    }
    return Collections.unmodifiableMap(presets);
  }

  /** Returns the value of a record's component. */
  public static @Nullable Object value(Object owner, RecordComponent component) {
    return call(component.getAccessor(), owner);
  }

  /**
   * Returns a copy of a record in which one component has another value.
   *
   * @param component the component's Java name
   * @throws InvalidValue or what else the record's constructor throws
   * @throws IllegalArgumentException if there is no such component
   */
  @SuppressWarnings("unchecked") // a record's own class builds it
  public static <R extends Record> R with(R owner, String component, @Nullable Object changed) {
    RecordComponent[] components = owner.getClass().getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    boolean found = false;
    for (int i = 0; i < components.length; i++) {
      boolean isThis = components[i].getName().equals(component);
      values[i] = isThis ? changed : value(owner, components[i]);
      found |= isThis;
    }
    if (!found) {
      throw new IllegalArgumentException(owner.getClass() + " has no component " + component);
    }
    return (R) build(owner.getClass(), values);
  }

  /**
   * Builds a record by its canonical constructor.
   *
   * @param values the components' values, in their order
   * @throws InvalidValue or what else the constructor throws
   */
  public static Object build(Class<?> type, @Nullable Object[] values) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw unwrapped(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be built", e);
    }
  }

  private static @Nullable Object call(Method method, @Nullable Object owner) {
    try {
      method.setAccessible(true);
      return method.invoke(owner);
    } catch (InvocationTargetException e) {
      throw unwrapped(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(method + " cannot be called", e);
    }
  }

  private static RuntimeException unwrapped(InvocationTargetException e) {
    return e.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException("a record threw", e);
  }
}
