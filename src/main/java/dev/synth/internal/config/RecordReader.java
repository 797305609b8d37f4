package dev.synth.internal.config;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.config.YamlNode.Mapping;
import dev.synth.internal.config.YamlNode.Scalar;
import dev.synth.internal.config.YamlNode.Sequence;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds option records from nodes, leaf first, and notes every problem on the way.
 *
 * <p>Keys and types come from the records' components, defaults from their {@code defaults()}.
 * Where a value is broken, its default takes its place, so that what else is wrong with the record
 * is found as well.
 */
final class RecordReader {
  private final Problems problems;
  private final RecordBuilder builder;

  RecordReader(Problems problems) {
    this.problems = problems;
    this.builder = new RecordBuilder(problems);
  }

  /** Returns a record, or {@link RecordBuilder#BROKEN}. */
  Object read(Class<?> type, YamlNode node, String path) {
    if (!(node instanceof Mapping given)) {
      return broken(path, node, "must be a block of keys, but is " + node.describe());
    }
    Mapping mapping = Presets.expanded(type, given, path, problems);
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    Set<String> broken = new LinkedHashSet<>();
    for (int i = 0; i < components.length; i++) {
      values[i] = component(components[i], mapping, path);
      if (RecordBuilder.BROKEN.equals(values[i])) {
        broken.add(ConfigNames.snake(components[i].getName()));
        values[i] = RecordBuilder.fallback(components[i]);
      }
    }
    List<String> known = new ArrayList<>(Variants.tagOf(type).stream().toList());
    Arrays.stream(components).map(SettingDetails::key).forEach(known::add);
    rejectUnknown(mapping, known, path);
    Object built = builder.build(type, values, broken, mapping, path);
    return broken.isEmpty() ? built : RecordBuilder.BROKEN;
  }

  private @Nullable Object component(RecordComponent component, Mapping mapping, String path) {
    String key = SettingDetails.key(component);
    String below = Problems.below(path, key);
    YamlNode given = mapping.entries().get(key);
    if (given != null && !given.isEmpty()) {
      return value(
          component.getGenericType(), bracketed(component, tagged(component, given)), below);
    }
    if (!SettingDetails.mustBeGiven(component)) {
      return SettingDetails.standard(component);
    }
    if (component.getType().isRecord()) {
      return read(component.getType(), new Mapping(Map.of(), mapping.origin()), below);
    }
    return broken(below, given == null ? mapping : given, "must be given");
  }

  /** Lets a block that doesn't name its kind have the kind of the default. */
  private static YamlNode tagged(RecordComponent component, YamlNode given) {
    if (!component.getType().isSealed()) {
      return given;
    }
    Variants variants = new Variants(component.getType());
    Optional<String> tag = variants.tag();
    if (tag.isPresent()
        && given instanceof Mapping block
        && !block.entries().containsKey(tag.get())
        && SettingDetails.standard(component) instanceof Record standard) {
      Scalar kind = new Scalar(variants.nameOf(standard.getClass()), false, given.origin());
      return block.with(tag.get(), kind);
    }
    return given;
  }

  /** Lets one item stand for the list of it where the setting allows that. */
  private static YamlNode bracketed(RecordComponent component, YamlNode given) {
    return given instanceof Scalar && SettingDetails.mayBeOne(component)
        ? new Sequence(List.of(given), given.origin())
        : given;
  }

  private Object value(Type type, YamlNode node, String path) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? list(arguments[0], node, path)
          : map(arguments[1], node, path);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return read(plain, node, path);
    }
    if (plain.isSealed() && !ScalarReader.reads(plain)) {
      return variant(new Variants(plain), node, path);
    }
    try {
      return ScalarReader.read(plain, node);
    } catch (ScalarReader.Unreadable e) {
      return broken(path, node, e.complaint());
    }
  }

  private Object list(Type itemType, YamlNode node, String path) {
    if (!(node instanceof Sequence sequence)) {
      return broken(path, node, "must be a list such as [a, b], but is " + node.describe());
    }
    List<Object> items = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      items.add(value(itemType, item, path + ", item " + (items.size() + 1)));
    }
    return items.contains(RecordBuilder.BROKEN) ? RecordBuilder.BROKEN : items;
  }

  private Object map(Type valueType, YamlNode node, String path) {
    if (!(node instanceof Mapping mapping)) {
      return broken(path, node, "must be a block of keys, but is " + node.describe());
    }
    Map<String, Object> values = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach((key, value) -> values.put(key, value(valueType, value, path + "." + key)));
    return values.containsValue(RecordBuilder.BROKEN) ? RecordBuilder.BROKEN : values;
  }

  private Object variant(Variants variants, YamlNode node, String path) {
    Optional<String> tag = variants.tag();
    if (tag.isPresent()) {
      return taggedVariant(variants, tag.get(), node, path);
    }
    if (node instanceof Mapping mapping) {
      return oneKeyVariant(variants, mapping, path);
    }
    Optional<Class<?>> number = variants.ofNumber();
    if (number.isPresent() && node instanceof Scalar scalar && ScalarReader.isNumber(scalar)) {
      return single(number.get(), scalar, new Mapping(Map.of(), node.origin()), path);
    }
    Optional<Class<?>> word =
        node instanceof Scalar scalar ? variants.find(scalar.text()) : Optional.empty();
    if (word.filter(Variants::isWord).isEmpty()) {
      return broken(
          path,
          node,
          PlainText.of("must be one of %s, but is %s", variants.forms(), node.describe()));
    }
    return read(word.get(), new Mapping(Map.of(), node.origin()), path);
  }

  private Object taggedVariant(Variants variants, String tag, YamlNode node, String path) {
    boolean block = node instanceof Mapping;
    Mapping mapping = node instanceof Mapping given ? given : new Mapping(Map.of(), node.origin());
    YamlNode name = block ? mapping.entries().get(tag) : node;
    String where = block ? Problems.below(path, tag) : path;
    if (name == null) {
      return broken(where, node, "must be given: " + String.join(", ", variants.names()));
    }
    Optional<Class<?>> chosen =
        name instanceof Scalar scalar ? variants.find(scalar.text()) : Optional.empty();
    if (chosen.isEmpty()) {
      String hint =
          name instanceof Scalar scalar ? Spelling.hint(scalar.text(), variants.names()) : "";
      return broken(
          where,
          name,
          PlainText.of("must be one of %s, but is %s%s", variants.forms(), name.describe(), hint));
    }
    return read(chosen.get(), mapping.without(tag), path);
  }

  private Object oneKeyVariant(Variants variants, Mapping mapping, String path) {
    List<String> names =
        variants.names().stream()
            .filter(name -> !variants.find(name).map(Variants::isWord).orElse(true))
            .toList();
    rejectUnknown(mapping, names, path);
    List<String> given = mapping.keys();
    if (!names.containsAll(given)) {
      return RecordBuilder.BROKEN;
    }
    if (given.size() != 1) {
      String found = given.isEmpty() ? "none" : String.join(" and ", given);
      return broken(
          path,
          mapping,
          PlainText.of("must have exactly one of %s, but has %s", String.join(", ", names), found));
    }
    Class<?> type = variants.find(given.getFirst()).orElseThrow();
    YamlNode node = mapping.entries().getOrDefault(given.getFirst(), mapping);
    return single(type, node, mapping, path);
  }

  /** Reads the one component of a case, which stands in a block or is the whole node. */
  private Object single(Class<?> type, YamlNode node, Mapping mapping, String path) {
    RecordComponent component = type.getRecordComponents()[0];
    String below =
        mapping.entries().isEmpty() ? path : Problems.below(path, mapping.keys().getFirst());
    Object value = value(component.getGenericType(), node, below);
    return RecordBuilder.BROKEN.equals(value)
        ? RecordBuilder.BROKEN
        : builder.build(type, new Object[] {value}, new LinkedHashSet<>(), mapping, path);
  }

  private void rejectUnknown(Mapping mapping, List<String> known, String path) {
    mapping
        .entries()
        .forEach(
            (key, value) -> {
              if (!known.contains(key)) {
                broken(
                    Problems.below(path, key),
                    value,
                    "unknown key" + ConfigNames.suggestion(key, known));
              }
            });
  }

  private Object broken(String path, YamlNode node, String complaint) {
    problems.add(path, node.origin(), complaint);
    return RecordBuilder.BROKEN;
  }
}
