package dev.synth.internal.experiment.arm;

import dev.synth.evaluate.Baseline;

/** What an arm fits in the place of a classifier. */
public enum Fitting {
  /** The classifier. */
  SINGLE,
  /** XGBoost with its preset {@code regularised}. */
  REGULARISED,
  /** The classifier with settings that are chosen inside the training rows. */
  TUNED,
  /** A bag of the classifier. */
  BAG,
  /** XGBoost and a random forest. */
  BOOSTER_FOREST,
  /** The teacher of soft labels. */
  TEACHER,
  /** The classifier, on the real rows and on these once more with a teacher's labels. */
  SELF_DISTILLED,
  /** What is picked among others inside the training rows. */
  PICKED;

  /** Returns what a baseline fits. */
  static Fitting of(Baseline baseline) {
    return switch (baseline) {
      case NONE, CLASS_WEIGHT, OVERSAMPLE, SMOTE, SHUFFLE -> SINGLE;
      case REGULARISED_BOOSTER -> REGULARISED;
      case TUNED -> TUNED;
      case BAG -> BAG;
      case BOOSTER_FOREST -> BOOSTER_FOREST;
      case TEACHER -> TEACHER;
      case SELF_DISTILLATION -> SELF_DISTILLED;
      case BEST_FREE -> PICKED;
    };
  }

  /** Returns whether a teacher has a part in it, whatever rows are added. */
  boolean isTaught() {
    return this == TEACHER || this == SELF_DISTILLED;
  }
}
