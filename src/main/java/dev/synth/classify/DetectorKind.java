package dev.synth.classify;

import dev.synth.classify.smile.OneClassSvmTrainer;
import java.util.Locale;

/** The detectors that need no label: the one place that knows them all. */
public enum DetectorKind {
  /** Rows that random cuts set apart early. */
  ISOLATION_FOREST,
  /** Rows outside a boundary around most rows. */
  ONE_CLASS_SVM;

  /** Returns the name in configs, reports and streams of random numbers. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the trainer. */
  public AnomalyTrainer trainer() {
    return switch (this) {
      case ISOLATION_FOREST -> new IsolationForestTrainer();
      case ONE_CLASS_SVM -> new OneClassSvmTrainer();
    };
  }
}
