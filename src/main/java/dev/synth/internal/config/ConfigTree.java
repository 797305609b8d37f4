package dev.synth.internal.config;

import dev.synth.base.Records;
import dev.synth.features.Window;
import dev.synth.internal.config.YamlNode.Mapping;
import dev.synth.internal.config.YamlNode.Origin;
import dev.synth.internal.config.YamlNode.Scalar;
import dev.synth.internal.config.YamlNode.Sequence;
import dev.synth.split.RareRows;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns option records back into nodes: the reverse of {@link RecordReader}. */
final class ConfigTree {
  private ConfigTree() {}

  /** Returns a record's components by their keys. */
  static Mapping of(Record value) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      entries.put(
          SettingDetails.key(component),
          bare(component, node(component.getGenericType(), Records.value(value, component))));
    }
    return new Mapping(entries, Origin.NOWHERE);
  }

  private static YamlNode bare(RecordComponent component, YamlNode node) {
    return node instanceof Sequence list
            && list.items().size() == 1
            && SettingDetails.mayBeOne(component)
        ? list.items().getFirst()
        : node;
  }

  /** Returns a value of a type as a component has it. */
  static YamlNode node(Type type, @Nullable Object value) {
    return switch (value) {
      case null -> plain("null");
      case String text -> new Scalar(text, true, Origin.NOWHERE);
      case RareRows kept -> new Scalar(kept.text(), true, Origin.NOWHERE);
      case Window window -> new Scalar(window.text(), true, Origin.NOWHERE);
      case Enum<?> constant -> plain(ConfigNames.kebab(constant));
      case Duration time -> plain(time(time));
      case List<?> list -> list(argument(type, 0), list);
      case Map<?, ?> map -> map(argument(type, 1), map);
      case Record inner when type instanceof Class<?> family && family.isSealed() ->
          variant(new Variants(family), inner);
      case Record inner -> of(inner);
      default -> plain(String.valueOf(value));
    };
  }

  private static Type argument(Type type, int position) {
    return ((ParameterizedType) type).getActualTypeArguments()[position];
  }

  private static Sequence list(Type itemType, List<?> list) {
    List<YamlNode> items = new ArrayList<>();
    list.forEach(item -> items.add(node(itemType, item)));
    return new Sequence(items, Origin.NOWHERE);
  }

  private static Mapping map(Type valueType, Map<?, ?> map) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    map.forEach((key, value) -> entries.put(String.valueOf(key), node(valueType, value)));
    return new Mapping(entries, Origin.NOWHERE);
  }

  private static YamlNode variant(Variants variants, Record value) {
    String name = variants.nameOf(value.getClass());
    Optional<String> tag = variants.tag();
    if (tag.isPresent()) {
      Map<String, YamlNode> entries = new LinkedHashMap<>();
      entries.put(tag.get(), plain(name));
      entries.putAll(of(value).entries());
      return new Mapping(entries, Origin.NOWHERE);
    }
    if (Variants.isWord(value.getClass())) {
      return plain(name);
    }
    RecordComponent component = value.getClass().getRecordComponents()[0];
    YamlNode inner = node(component.getGenericType(), Records.value(value, component));
    return new Mapping(Map.of(name, inner), Origin.NOWHERE);
  }

  /** Returns a time in the largest unit that it is a whole number of. */
  private static String time(Duration time) {
    long seconds = time.toSeconds();
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  private static Scalar plain(String text) {
    return new Scalar(text, false, Origin.NOWHERE);
  }
}
