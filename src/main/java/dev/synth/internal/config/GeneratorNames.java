package dev.synth.internal.config;

import dev.synth.generate.GeneratorOptions;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.config.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names that tell the generators of a comparison apart. */
public final class GeneratorNames {
  private GeneratorNames() {}

  /**
   * Returns a name for each generator: its kind, and where one kind comes several times the options
   * that differ, such as {@code vae steps=500}.
   */
  public static List<String> of(List<GeneratorOptions> generators) {
    List<String> names = new ArrayList<>();
    for (GeneratorOptions options : generators) {
      List<Mapping> same =
          generators.stream()
              .filter(other -> other.kind().equals(options.kind()))
              .map(other -> ConfigTree.of((Record) other))
              .toList();
      names.add(options.kind() + differences(ConfigTree.of((Record) options), same));
    }
    return names;
  }

  private static String differences(Mapping own, List<Mapping> same) {
    return own.entries().entrySet().stream()
        .filter(
            entry ->
                same.stream()
                    .anyMatch(
                        other -> !entry.getValue().equals(other.entries().get(entry.getKey()))))
        .map(GeneratorNames::text)
        .collect(Collectors.joining());
  }

  private static String text(Map.Entry<String, YamlNode> entry) {
    return PlainText.of(" %s=%s", entry.getKey(), YamlWriter.inline(entry.getValue()));
  }
}
