package dev.synth.internal.config;

import dev.synth.base.Records;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.config.YamlNode.Mapping;
import dev.synth.internal.config.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Presets of a block: the key {@value #KEY} names a record whose values the keys have that the
 * block leaves out.
 */
final class Presets {
  static final String KEY = "preset";

  private Presets() {}

  /** Returns the names of a type's presets, its defaults first; none for most types. */
  static List<String> names(Class<?> type) {
    return List.copyOf(Records.presets(type).keySet());
  }

  /** Returns a block with its preset's values in place of the preset's name. */
  static Mapping expanded(Class<?> type, Mapping block, String path, Problems problems) {
    Map<String, Record> presets = Records.presets(type);
    YamlNode named = block.entries().get(KEY);
    if (presets.isEmpty() || named == null) {
      return block;
    }
    Mapping own = block.without(KEY);
    Record preset = named instanceof Scalar scalar ? presets.get(scalar.text()) : null;
    if (preset == null) {
      List<String> names = new ArrayList<>(presets.keySet());
      String hint = named instanceof Scalar scalar ? Spelling.hint(scalar.text(), names) : "";
      problems.add(
          Problems.below(path, KEY),
          named.origin(),
          PlainText.of(
              "must be one of %s, but is %s%s", String.join(", ", names), named.describe(), hint));
      return own;
    }
    Mapping whole = own;
    for (Map.Entry<String, YamlNode> value : ConfigTree.of(preset).entries().entrySet()) {
      if (!own.entries().containsKey(value.getKey())) {
        whole = whole.with(value.getKey(), value.getValue());
      }
    }
    return whole;
  }
}
