package dev.synth.internal.experiment.arm;

import dev.synth.internal.stats.NadeauBengio;
import java.util.ArrayList;
import java.util.List;

/** The common parts of choices by cross-validation inside training rows. */
public final class InnerFolds {
  /** The number of folds that training rows are cut into. */
  public static final int FOLDS = 3;

  private InnerFolds() {}

  /** Returns a candidate's gain over a reference in the same folds, which cover all rows once. */
  public static NadeauBengio gain(List<Double> reference, List<Double> candidate) {
    List<Double> gains = new ArrayList<>();
    for (int fold = 0; fold < reference.size(); fold++) {
      gains.add(candidate.get(fold) - reference.get(fold));
    }
    return NadeauBengio.of(gains, 1.0 / (reference.size() - 1));
  }
}
