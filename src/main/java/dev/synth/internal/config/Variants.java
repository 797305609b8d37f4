package dev.synth.internal.config;

import dev.synth.base.KindName;
import dev.synth.base.Kinds;
import dev.synth.classify.ClassifierOptions;
import dev.synth.generate.GeneratorOptions;
import dev.synth.table.ColumnType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form in which the cases of a sealed type are written in a config: by their {@link KindName},
 * or else derived from the type itself.
 *
 * <p>A family with a tag is a block whose {@code kind} or {@code type} names the case, beside the
 * case's own keys; the bare name stands for the case with its defaults. In any other family a case
 * without components is its name, {@code max-f1}, and a case with one is a block of one key, {@code
 * max_f_beta: 2}. Where just one case holds a number, the bare number stands for it.
 */
final class Variants {
  private static final Map<Class<?>, String> TAGS =
      Map.of(
          GeneratorOptions.class,
          "kind",
          ClassifierOptions.class,
          "kind",
          ColumnType.class,
          "type");

  private final Class<?> family;
  private final Map<String, Class<?>> cases = new LinkedHashMap<>();

  Variants(Class<?> family) {
    this.family = family;
    for (Class<?> each : family.getPermittedSubclasses()) {
      cases.put(nameOf(each), each);
    }
  }

  /** Returns the key that names the case, or empty for a family without one. */
  Optional<String> tag() {
    return Optional.ofNullable(TAGS.get(family));
  }

  /** Returns the key that names a case of a family that the type is of, if there is one. */
  static Optional<String> tagOf(Class<?> type) {
    return TAGS.entrySet().stream()
        .filter(tag -> tag.getKey().isAssignableFrom(type))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Returns the cases' names, in the order of declaration. */
  List<String> names() {
    return new ArrayList<>(cases.keySet());
  }

  /** Returns the case of a name. */
  Optional<Class<?>> find(String name) {
    return Optional.ofNullable(cases.get(name));
  }

  /** Returns a case's name: of a bare word, of a tag's value, or of a block's one key. */
  String nameOf(Class<?> variant) {
    if (variant.isAnnotationPresent(KindName.class)) {
      return Kinds.nameOf(variant);
    }
    String name = ConfigNames.kebab(variant);
    return TAGS.containsKey(family) || isWord(variant) ? name : name.replace('-', '_');
  }

  /** Returns whether a case has nothing to set. */
  static boolean isWord(Class<?> variant) {
    return variant.getRecordComponents().length == 0;
  }

  /** Returns the case that a bare number stands for: the only one that holds a number, if any. */
  Optional<Class<?>> ofNumber() {
    List<Class<?>> numbers =
        cases.values().stream()
            .filter(each -> !isWord(each) && isNumber(each.getRecordComponents()[0].getType()))
            .toList();
    return tag().isEmpty() && numbers.size() == 1
        ? Optional.of(numbers.getFirst())
        : Optional.empty();
  }

  private static boolean isNumber(Class<?> type) {
    return type == double.class || type == int.class || type == long.class;
  }

  /** Returns how the cases are written, for messages: {@code max-f1, {max_f_beta: …}}. */
  String forms() {
    List<String> forms = new ArrayList<>();
    ofNumber().ifPresent(each -> forms.add("a number"));
    cases.forEach(
        (name, variant) ->
            forms.add(tag().isPresent() || isWord(variant) ? name : "{" + name + ": …}"));
    return String.join(", ", forms);
  }
}
