package dev.synth.evaluate;

import dev.synth.classify.Classifier;
import dev.synth.split.HeldOut;
import dev.synth.split.OpeningLog;
import dev.synth.split.Split;
import dev.synth.split.TestBlocks;
import dev.synth.table.LabelledTable;
import java.util.ArrayList;
import java.util.List;

/** The one place that opens test rows. */
public final class Holdout {
  private final AskedFigures asked;

  /**
   * Measures every {@link Measure}, and more figures.
   *
   * @param asked what is measured besides
   */
  public Holdout(AskedFigures asked) {
    this.asked = asked;
  }

  /** Scores test rows by their features; their classes stay closed. */
  public static TestScores score(HeldOut<HeldOut.Test> test, Classifier classifier) {
    return new TestScores(classifier.score(HeldOut.testFeatures(test)));
  }

  /**
   * Opens the test rows, once, and measures all scores on them. Whatever was to be chosen has been
   * chosen by then.
   *
   * @param split whose test rows, real ones alone
   * @param log where the opening is recorded, as {@code repeat 3}
   * @param repeat which repeat this is, from 1
   * @param cells what is measured, in this order
   */
  public List<Evaluation> judge(Split split, OpeningLog log, int repeat, List<Scored> cells) {
    LabelledTable rows = HeldOut.openTest(split.test(), log, "repeat " + repeat);
    TestBlocks blocks = split.testBlocks();
    List<Evaluation> evaluations = new ArrayList<>();
    for (Scored cell : cells) {
      double[] scores = cell.testScores().scores();
      ScoredRows scored = ScoredRows.of(scores, rows);
      Evaluation evaluation =
          Evaluation.of(cell, repeat, scored).asking(asked.measure(cell, rows, scored));
      evaluations.add(
          blocks == null
              ? evaluation
              : evaluation.with(BlockRanks.of(blocks, rows.rareRows(), scores)));
    }
    return evaluations;
  }
}
