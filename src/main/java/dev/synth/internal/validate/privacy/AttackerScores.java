package dev.synth.internal.validate.privacy;

import java.util.Arrays;

/** The attacker's scores. */
final class AttackerScores {
  /** The number of shadows that a row is in, and of those that it is out of. */
  static final int TIMES = 4;

  private final double[][] members;
  private final double[][] others;

  private AttackerScores(double[][] members, double[][] others) {
    this.members = members;
    this.others = others;
  }

  static AttackerScores of(double[][] nearness, boolean[][] member) {
    double[][] members = new double[nearness.length][TIMES];
    double[][] others = new double[nearness.length][TIMES];
    for (int row = 0; row < nearness.length; row++) {
      double[] in = picked(nearness[row], member[row], true);
      double[] out = picked(nearness[row], member[row], false);
      double sum = Arrays.stream(out).sum();
      for (int i = 0; i < TIMES; i++) {
        // Three shadows without the row calibrate: for a member, all but one in turn.
        double calibration = (sum - out[i]) / (TIMES - 1);
        members[row][i] = in[i] - calibration;
        others[row][i] = out[i] - calibration;
      }
    }
    return new AttackerScores(members, others);
  }

  private static double[] picked(double[] values, boolean[] member, boolean wanted) {
    double[] picked = new double[TIMES];
    int count = 0;
    for (int shadow = 0; shadow < values.length; shadow++) {
      if (member[shadow] == wanted) {
        picked[count++] = values[shadow];
      }
    }
    return picked;
  }

  /** Returns the scores of each row as a member; shared. */
  double[][] members() {
    return members;
  }

  /** Returns the scores of each row as a non-member; shared. */
  double[][] others() {
    return others;
  }

  /** Returns the scores of all rows, one after the other. */
  static double[] flat(double[][] scores) {
    return Arrays.stream(scores).flatMapToDouble(Arrays::stream).toArray();
  }

  /** Returns the share of members that score above 99 % of the non-members. */
  double rateAtOnePercent() {
    double[] nonMembers = Arrays.stream(others).flatMapToDouble(Arrays::stream).sorted().toArray();
    double threshold = nonMembers[(int) Math.ceil(0.99 * nonMembers.length) - 1];
    return Arrays.stream(members)
        .flatMapToDouble(Arrays::stream)
        .map(score -> score > threshold ? 1 : 0)
        .average()
        .orElse(0);
  }
}
