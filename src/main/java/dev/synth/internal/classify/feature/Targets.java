package dev.synth.internal.classify.feature;

import dev.synth.split.Augmented;
import java.util.BitSet;

/**
 * The target that a classifier is to learn for each row: 1 for a rare row, 0 for another, and a
 * probability in between for a synthetic row with a soft label.
 *
 * <p>A soft label p says the same as the row twice, once rare with weight p and once not with
 * weight 1 − p: both have the same expected loss.
 */
public final class Targets {
  private final double[] shares;
  private final boolean hard;

  private Targets(double[] shares, boolean hard) {
    this.shares = shares;
    this.hard = hard;
  }

  /** Returns the targets of training rows, the real ones first. */
  public static Targets of(Augmented rows) {
    return new Targets(rows.rareShares(), rows.soft() == null);
  }

  /** Returns targets of 1 and 0. */
  public static Targets of(BitSet rare, int rows) {
    double[] shares = new double[rows];
    rare.stream().forEach(row -> shares[row] = 1);
    return new Targets(shares, true);
  }

  /** Returns the number of rows. */
  public int count() {
    return shares.length;
  }

  /** Returns whether every row is either rare or not. */
  public boolean areHard() {
    return hard;
  }

  /** Returns a row's target, in [0, 1]. */
  public double of(int row) {
    return shares[row];
  }

  /** Returns the number of rare rows, by expectation. */
  public double sum() {
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    return sum;
  }

  /** Returns the targets; a copy. */
  public double[] values() {
    return shares.clone();
  }

  /** Returns the rows whose target is 1: where all are hard, the rare ones. */
  public BitSet rare() {
    BitSet rare = new BitSet();
    for (int row = 0; row < shares.length; row++) {
      rare.set(row, shares[row] == 1);
    }
    return rare;
  }
}
