package dev.synth.internal.tracking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as MLflow knows it: its parameters, its results, and its tags.
 *
 * @param name its name
 * @param tags its tags
 * @param parameters its parameters
 * @param metrics its results
 */
record RunRecord(
    String name,
    Map<String, String> tags,
    Map<String, String> parameters,
    List<LoggedMetric> metrics) {
  RunRecord {
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    metrics = List.copyOf(metrics);
  }

  /**
   * A number.
   *
   * @param key its name
   * @param value the number; finite
   * @param step where it stands on a curve; 0 where there is none
   */
  record LoggedMetric(String key, double value, long step) {}

  /** Metrics as they are collected; what is missing or no finite number is left out. */
  static final class Metrics {
    private final List<LoggedMetric> all = new ArrayList<>();

    /** Adds a number. */
    void add(String key, @Nullable Double value) {
      add(key, value, 0);
    }

    /** Adds a point of a curve. */
    void add(String key, @Nullable Double value, long step) {
      if (value != null && Double.isFinite(value)) {
        all.add(new LoggedMetric(MlflowNames.of(key), value, step));
      }
    }

    List<LoggedMetric> all() {
      return all;
    }
  }
}
