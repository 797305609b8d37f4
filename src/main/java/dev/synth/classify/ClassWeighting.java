package dev.synth.classify;

import dev.synth.split.Augmented;

/** The weights of the classes while a classifier learns. */
public enum ClassWeighting {
  /** Every row weighs the same. */
  NONE,
  /** Rare rows weigh more, so that both classes weigh the same in sum. */
  BALANCED;

  /** Returns what a rare row weighs against one of the others. */
  public double rareWeight(Augmented rows) {
    return switch (this) {
      case NONE -> 1;
      case BALANCED -> rows.otherCount() / rows.rareCount();
    };
  }
}
