package dev.synth.classify;

import dev.synth.classify.smile.OneClassSvmTrainer;
import java.util.List;

/** The detectors that need no label: the one place that knows them all. */
public final class AnomalyDetectors {
  /** Their names in configs and reports. */
  public static final List<String> NAMES =
      List.of(IsolationForestTrainer.NAME, OneClassSvmTrainer.NAME);

  private AnomalyDetectors() {}

  /**
   * Returns trainers by name, in the order of the names.
   *
   * @throws IllegalArgumentException if there is none of a name
   */
  public static List<AnomalyTrainer> trainers(List<String> names) {
    return names.stream().map(AnomalyDetectors::trainer).toList();
  }

  private static AnomalyTrainer trainer(String name) {
    return switch (name) {
      case IsolationForestTrainer.NAME -> new IsolationForestTrainer();
      case OneClassSvmTrainer.NAME -> new OneClassSvmTrainer();
      default -> throw new IllegalArgumentException("no anomaly detector '%s'".formatted(name));
    };
  }
}
