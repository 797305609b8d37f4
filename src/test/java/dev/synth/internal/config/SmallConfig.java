package dev.synth.internal.config;

import dev.synth.config.ExperimentConfig;
import java.util.List;

/** A config without a file. */
final class SmallConfig {
  /** All that must be given. */
  static final String DATA = "data: {source: demo, label: fraud, positive: 1}\n";

  private SmallConfig() {}

  static ExperimentConfig parse(String yaml) {
    return ConfigLoader.parse(yaml, "c.yaml", List.of());
  }
}
