package dev.synth.internal.config;

import dev.synth.internal.config.YamlNode.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The short way of naming a query: {@code source: {jdbc: URL, query: SQL}} stands for the URL as
 * the source, and the other keys under {@code database}.
 */
final class DatabaseBlock {
  private static final String DATA = "data";
  private static final String SOURCE = "source";
  private static final String URL = "jdbc";
  private static final String DATABASE = "database";

  private DatabaseBlock() {}

  /**
   * Returns the config with both written out; any other config as it is.
   *
   * @param problems which are to name the keys as they were written
   */
  static Mapping unfold(Mapping config, Problems problems) {
    if (!(config.entries().get(DATA) instanceof Mapping data)
        || !(data.entries().get(SOURCE) instanceof Mapping block)
        || data.entries().get(DATABASE) instanceof Mapping) {
      return config;
    }
    YamlNode url = block.entries().get(URL);
    if (url == null) {
      return config;
    }
    problems.tell(Problems.below(DATA, DATABASE), Problems.below(DATA, SOURCE));
    return config.with(DATA, data.with(SOURCE, url).with(DATABASE, block.without(URL)));
  }

  /** Returns the config with both in the short way; without the key where no database is asked. */
  static Mapping fold(Mapping config) {
    if (!(config.entries().get(DATA) instanceof Mapping data)) {
      return config;
    }
    Mapping others = data.without(DATABASE);
    if (!(data.entries().get(DATABASE) instanceof Mapping database)) {
      return config.with(DATA, others);
    }
    Map<String, YamlNode> block = new LinkedHashMap<>();
    block.put(URL, data.entries().getOrDefault(SOURCE, database));
    block.putAll(database.entries());
    return config.with(DATA, others.with(SOURCE, new Mapping(block, database.origin())));
  }
}
