package dev.synth.internal.config;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.config.YamlNode.Mapping;
import dev.synth.internal.config.YamlNode.Origin;
import dev.synth.internal.config.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The changes that a caller makes to a config before it is read, as {@code path=value}. */
final class Overrides {
  private static final Origin COMMAND_LINE = new Origin(true, 1);

  private Overrides() {}

  /** Returns the config with the overrides applied, one after the other. */
  static Mapping apply(Mapping config, List<String> overrides, Problems problems) {
    Mapping changed = config;
    for (String override : overrides) {
      int equals = override.indexOf('=');
      if (equals < 1) {
        problems.add(
            "'" + override + "'", COMMAND_LINE, "must be key=value, such as generator.steps=500");
        continue;
      }
      String path = override.substring(0, equals).strip();
      YamlNode value = value(override.substring(equals + 1), path, problems);
      changed = set(changed, List.of(path.split("\\.", -1)), value, path, problems);
    }
    return changed;
  }

  private static YamlNode value(String text, String path, Problems problems) {
    try {
      return YamlReader.read(text, "the value of " + path, true, problems);
    } catch (Problem problem) {
      // A path or a rule such as "a: b: c" is a text, though no YAML.
      return new Scalar(text, true, COMMAND_LINE);
    }
  }

  private static Mapping set(
      Mapping block, List<String> keys, YamlNode value, String path, Problems problems) {
    String key = keys.getFirst();
    if (keys.size() == 1) {
      return block.with(key, value);
    }
    YamlNode inner = block.entries().get(key);
    if (inner == null || inner.isEmpty()) {
      inner = new Mapping(Map.of(), COMMAND_LINE);
    }
    if (!(inner instanceof Mapping mapping)) {
      List<String> outer = new ArrayList<>(List.of(path.split("\\.", -1)));
      String holder = String.join(".", outer.subList(0, outer.size() - keys.size() + 1));
      problems.add(
          path, COMMAND_LINE, PlainText.of("'%s' is %s and has no keys", holder, inner.describe()));
      return block;
    }
    return block.with(key, set(mapping, keys.subList(1, keys.size()), value, path, problems));
  }
}
