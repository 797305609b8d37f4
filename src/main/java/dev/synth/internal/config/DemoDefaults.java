package dev.synth.internal.config;

import dev.synth.internal.config.YamlNode.Mapping;
import dev.synth.internal.config.YamlNode.Origin;
import dev.synth.internal.config.YamlNode.Scalar;
import dev.synth.internal.config.YamlNode.Sequence;
import dev.synth.internal.demo.TransactionSimulator;
import dev.synth.table.DataOptions;
import dev.synth.table.Label;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of the demo data, for a config that names the source and leaves out what marks the
 * rare class.
 *
 * <p>A config that names both label and positive value says everything itself, so that configs from
 * before these defaults mean what they meant.
 */
final class DemoDefaults {
  private static final String DATA = "data";

  private DemoDefaults() {}

  /** Returns the config with the demo's columns filled in; a key that is there wins. */
  static Mapping fill(Mapping config) {
    if (!(config.entries().get(DATA) instanceof Mapping data) || !isIncompleteDemo(data)) {
      return config;
    }
    Mapping filled = data;
    for (Map.Entry<String, YamlNode> known : known().entrySet()) {
      if (!data.entries().containsKey(known.getKey())) {
        filled = filled.with(known.getKey(), known.getValue());
      }
    }
    return config.with(DATA, filled);
  }

  private static boolean isIncompleteDemo(Mapping data) {
    return data.entries().get("source") instanceof Scalar source
        && source.text().equals(DataOptions.DEMO)
        && !data.keys().containsAll(List.of("label", "positive"));
  }

  private static Map<String, YamlNode> known() {
    Label label = TransactionSimulator.label();
    Map<String, YamlNode> known = new LinkedHashMap<>();
    known.put("label", text(label.column()));
    known.put("positive", text(label.positive()));
    known.put("exclude", new Sequence(List.of(text(TransactionSimulator.ID)), Origin.NOWHERE));
    known.put("time", text(TransactionSimulator.TIME));
    known.put("group", text(TransactionSimulator.CARD));
    return known;
  }

  private static Scalar text(String text) {
    return new Scalar(text, true, Origin.NOWHERE);
  }
}
