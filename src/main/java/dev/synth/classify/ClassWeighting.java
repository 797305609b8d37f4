package dev.synth.classify;

/** How a classifier weighs the classes while it learns. */
public enum ClassWeighting {
  /** Every row weighs the same. */
  NONE,
  /** Rare rows weigh more, so that both classes weigh the same in sum. */
  BALANCED
}
