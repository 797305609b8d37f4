package dev.synth.evaluate;

import dev.synth.base.RandomStream;
import java.util.BitSet;

/** Scored rows for tests. */
public final class Scores {
  private Scores() {}

  /** Rows by class (1 for rare) and score, in the order of scikit-learn's arguments. */
  public static ScoredRows of(int[] classes, double... scores) {
    BitSet rare = new BitSet();
    for (int row = 0; row < classes.length; row++) {
      rare.set(row, classes[row] == 1);
    }
    return new ScoredRows(scores, rare);
  }

  /** Random rows with many equal scores; at least one row of each class. */
  static ScoredRows random(RandomStream stream) {
    int rows = 2 + stream.nextInt(60);
    int distinct = 1 + stream.nextInt(20);
    double[] scores = new double[rows];
    BitSet rare = new BitSet();
    for (int row = 0; row < rows; row++) {
      scores[row] = (double) stream.nextInt(distinct + 1) / distinct;
      rare.set(row, row == 0 || (row > 1 && stream.nextInt(4) == 0));
    }
    return new ScoredRows(scores, rare);
  }
}
