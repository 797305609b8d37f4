package dev.synth.validate;

import dev.synth.validate.GateRule.AtLeast;
import dev.synth.validate.GateRule.AtMost;
import dev.synth.validate.GateRule.Off;
import dev.synth.validate.GateRule.WithinNoise;
import java.util.LinkedHashMap;
import java.util.Map;

/** The presets' rules. */
final class GateRules {
  private GateRules() {}

  /** Returns the rule of each metric that has one: the preset's, replaced by the user's. */
  static Map<String, GateRule> of(ValidationOptions options) {
    Map<String, GateRule> rules =
        new LinkedHashMap<>(
            switch (options.preset()) {
              case LENIENT -> lenient();
              case STANDARD -> standard();
              case STRICT -> strict();
            });
    rules.putAll(options.gates());
    return rules;
  }

  private static Map<String, GateRule> lenient() {
    return Map.of(
        "mean_ks", new AtMost(0.45),
        "mean_tvd", new AtMost(0.45),
        "exact_copies", new AtMost(0.5));
  }

  private static Map<String, GateRule> standard() {
    return Map.of(
        "mean_ks", new AtMost(0.3),
        "mean_tvd", new AtMost(0.3),
        "worst_missing_difference", new AtMost(0.3),
        "mean_pair_difference", new AtMost(0.25),
        "tree_auc", new AtMost(0.9),
        "exact_copies", new AtMost(0.05),
        "closest_record", new AtLeast(0.1));
  }

  private static Map<String, GateRule> strict() {
    return Map.of(
        "mean_ks", new WithinNoise(0.99),
        "mean_tvd", new WithinNoise(0.99),
        "worst_missing_difference", new WithinNoise(0.99),
        "mean_pair_difference", new WithinNoise(0.99),
        "tree_auc", new WithinNoise(0.99),
        "exact_copies", new AtMost(0.01),
        "closest_record", new AtLeast(0.3));
  }

  /** Returns a rule as the config writes it. */
  static String words(GateRule rule) {
    return switch (rule) {
      case AtMost atMost -> "at_most " + atMost.limit();
      case AtLeast atLeast -> "at_least " + atLeast.limit();
      case WithinNoise withinNoise -> "within_noise " + withinNoise.band();
      case Off off -> "off";
    };
  }
}
