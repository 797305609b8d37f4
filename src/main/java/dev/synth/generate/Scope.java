package dev.synth.generate;

import dev.synth.internal.encode.FeatureEncoder;

/** Whose rows a neural generator learns from. */
public enum Scope {
  /** The rare rows alone. */
  RARE,
  /** Both classes, told apart by the label: the others' rows teach what columns have in common. */
  ALL;

  /** Returns whose quantiles the encoded rows follow. */
  public FeatureEncoder.Scope ofEncoder() {
    return switch (this) {
      case RARE -> FeatureEncoder.Scope.RARE;
      case ALL -> FeatureEncoder.Scope.ALL;
    };
  }
}
