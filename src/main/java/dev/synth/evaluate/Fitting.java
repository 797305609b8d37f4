package dev.synth.evaluate;

/** The model, or the models, that an arm fits in a classifier's place. */
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
  /** The pick among others inside the training rows. */
  PICKED;

  /** Returns whether a teacher has a part in it, whatever rows are added. */
  public boolean isTaught() {
    return this == TEACHER || this == SELF_DISTILLED;
  }
}
