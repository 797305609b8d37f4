package dev.synth.validate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Metrics that had another name in 0.1.0: old configs and old runs go on being read. */
public final class MetricNames {
  private static final Map<String, String> RENAMED = renamed();

  private MetricNames() {}

  private static Map<String, String> renamed() {
    Map<String, String> renamed = new LinkedHashMap<>();
    renamed.put("tree_auc", "c2st_forest"); // frozen
    renamed.put("boosted_auc", "c2st_boosted"); // frozen
    renamed.put("logistic_auc", "c2st_logistic"); // frozen
    renamed.put("exact_copies", "identical_match_share"); // frozen
    renamed.put("closest_record", "dcr"); // frozen
    renamed.put("neighbour_ratio", "nndr"); // frozen
    return Collections.unmodifiableMap(renamed);
  }

  /** Returns the names that changed: today's by the old ones. */
  public static Map<String, String> all() {
    return RENAMED;
  }

  /** Returns today's name of a metric; any other text as it is. */
  public static String current(String name) {
    return RENAMED.getOrDefault(name, name);
  }
}
