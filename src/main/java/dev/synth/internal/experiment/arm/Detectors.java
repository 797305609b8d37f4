package dev.synth.internal.experiment.arm;

import dev.synth.classify.DetectorKind;
import dev.synth.internal.classify.AnomalyTrainer;
import dev.synth.internal.classify.kinds.DetectorTrainers;
import dev.synth.internal.holdout.DetectorScores;
import dev.synth.internal.holdout.TestOpening;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits what learns without labels, a repeat's lines of reference, and scores its test rows by their
 * features.
 *
 * <p>All training rows are learned from, whatever number of real rare rows the arms keep: who has
 * no labels cannot leave rare rows out.
 */
public final class Detectors {
  private Detectors() {}

  /** Returns every detector's scores, in the order of the kinds. */
  public static List<DetectorScores> score(List<DetectorKind> kinds, RepeatRows rows) {
    List<DetectorScores> all = new ArrayList<>();
    for (DetectorKind kind : kinds) {
      AnomalyTrainer trainer = DetectorTrainers.of(kind);
      rows.context().cancellation().check();
      var detector =
          trainer.fit(rows.split().training(), rows.context().below("detector/" + trainer.name()));
      all.add(new DetectorScores(trainer.name(), TestOpening.score(rows.split().test(), detector)));
    }
    return all;
  }
}
