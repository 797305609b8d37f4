package dev.synth.evaluate;

import dev.synth.classify.Classifier;
import dev.synth.split.HeldOut;
import dev.synth.split.OpeningLog;
import dev.synth.table.LabelledTable;
import java.util.ArrayList;
import java.util.List;

/** The one place that opens test rows. */
public final class Holdout {
  private Holdout() {}

  /** Scores test rows by their features; their classes stay closed. */
  public static TestScores score(HeldOut<HeldOut.Test> test, Classifier classifier) {
    return new TestScores(classifier.score(HeldOut.testFeatures(test)));
  }

  /**
   * Opens the test rows, once, and measures all scores on them. Whatever was to be chosen has been
   * chosen by then.
   *
   * @param test the test rows, real ones alone
   * @param log where the opening is recorded, as {@code repeat 3}
   * @param repeat which repeat this is, from 1
   * @param cells what is measured, in this order
   */
  public static List<Evaluation> judge(
      HeldOut<HeldOut.Test> test, OpeningLog log, int repeat, List<Scored> cells) {
    LabelledTable rows = HeldOut.openTest(test, log, "repeat " + repeat);
    List<Evaluation> evaluations = new ArrayList<>();
    for (Scored cell : cells) {
      ScoredRows scored = new ScoredRows(cell.testScores().scores(), rows.rareRows());
      evaluations.add(
          Evaluation.of(cell.arm(), cell.classifier(), repeat, cell.threshold(), scored));
    }
    return evaluations;
  }
}
