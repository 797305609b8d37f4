package dev.synth.evaluate;

import dev.synth.split.HeldOut;
import dev.synth.split.OpeningLog;
import dev.synth.table.LabelledTable;
import java.util.ArrayList;
import java.util.List;

/** The one place that opens test rows. */
public final class Holdout {
  private Holdout() {}

  /**
   * Opens the test rows, once, and measures every classifier on them. Whatever was to be chosen has
   * been chosen by then.
   *
   * @param test the test rows, real ones alone
   * @param log where the opening is recorded, as {@code repeat 3}
   * @param repeat which repeat this is, from 1
   * @param judged what is measured, in this order
   */
  public static List<Evaluation> judge(
      HeldOut<HeldOut.Test> test, OpeningLog log, int repeat, List<Judged> judged) {
    LabelledTable rows = HeldOut.openTest(test, log, "repeat " + repeat);
    List<Evaluation> evaluations = new ArrayList<>();
    for (Judged entry : judged) {
      ScoredRows scored = ScoredRows.of(entry.classifier(), rows);
      evaluations.add(
          Evaluation.of(entry.arm(), entry.classifierName(), repeat, entry.threshold(), scored));
    }
    return evaluations;
  }
}
