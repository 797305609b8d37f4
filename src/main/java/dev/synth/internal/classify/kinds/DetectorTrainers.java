package dev.synth.internal.classify.kinds;

import dev.synth.classify.DetectorKind;
import dev.synth.internal.classify.AnomalyTrainer;
import dev.synth.internal.classify.isolation.IsolationForestTrainer;
import dev.synth.internal.classify.smile.OneClassSvmTrainer;

/** The trainers of the detectors that need no label: the one place that knows them all. */
public final class DetectorTrainers {
  private DetectorTrainers() {}

  /** Returns a detector's trainer. */
  public static AnomalyTrainer of(DetectorKind kind) {
    return switch (kind) {
      case ISOLATION_FOREST -> new IsolationForestTrainer();
      case ONE_CLASS_SVM -> new OneClassSvmTrainer();
    };
  }
}
