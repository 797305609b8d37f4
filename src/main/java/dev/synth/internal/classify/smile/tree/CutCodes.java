package dev.synth.internal.classify.smile.tree;

import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.feature.Targets;
import java.util.Arrays;

/**
 * Every feature's values as small codes that keep their order, so that a node counts codes instead
 * of sorting rows.
 *
 * <p>A cut between two neighbouring values can be the best one only if the rows at the two values
 * are not all of one class (Fayyad and Irani, Machine Learning 8, 1992, theorem 1). So only values
 * that a row of the scarcer class takes, or one with a soft label, need codes of their own. All
 * values between two of these share one. Searching the codes therefore loses no cut, in any subset
 * of the rows, unless the scarcer class takes more than {@value #MOST_VALUES} values; then as many
 * of them are used, evenly spread.
 */
final class CutCodes {
  private static final int MOST_VALUES = 512;

  private final char[][] codes;
  private final double[][] marks;

  private CutCodes(char[][] codes, double[][] marks) {
    this.codes = codes;
    this.marks = marks;
  }

  static CutCodes of(FeatureMatrix features, Targets targets) {
    char[][] codes = new char[features.width()][];
    double[][] marks = new double[features.width()][];
    boolean[] scarce = scarce(targets);
    for (int feature = 0; feature < codes.length; feature++) {
      marks[feature] = marks(features.column(feature), scarce);
      codes[feature] = encode(features.column(feature), marks[feature]);
    }
    return new CutCodes(codes, marks);
  }

  /** Returns which rows are of the scarcer class, or have a label between the classes. */
  private static boolean[] scarce(Targets targets) {
    double scarcer = targets.sum() * 2 <= targets.count() ? 1 : 0;
    boolean[] scarce = new boolean[targets.count()];
    for (int row = 0; row < scarce.length; row++) {
      double target = targets.of(row);
      scarce[row] = target == scarcer || (target > 0 && target < 1);
    }
    return scarce;
  }

  /** Returns the values that such rows take, ascending. */
  private static double[] marks(double[] values, boolean[] scarce) {
    double[] taken = new double[values.length];
    int count = 0;
    for (int row = 0; row < values.length; row++) {
      if (scarce[row]) {
        taken[count++] = values[row];
      }
    }
    double[] distinct = Arrays.stream(taken, 0, count).sorted().distinct().toArray();
    if (distinct.length <= MOST_VALUES) {
      return distinct;
    }
    double[] thinned = new double[MOST_VALUES];
    for (int i = 0; i < MOST_VALUES; i++) {
      thinned[i] = distinct[(int) ((2L * i + 1) * distinct.length / (2 * MOST_VALUES))];
    }
    return thinned;
  }

  /** Odd codes are the marks, even ones what lies between them. */
  private static char[] encode(double[] values, double[] marks) {
    char[] codes = new char[values.length];
    for (int row = 0; row < values.length; row++) {
      codes[row] = (char) code(marks, values[row]);
    }
    return codes;
  }

  private static int code(double[] marks, double value) {
    int found = Arrays.binarySearch(marks, value);
    return found >= 0 ? 2 * found + 1 : -2 * (found + 1);
  }

  /** Returns the code of any number. */
  int code(int feature, double number) {
    return code(marks[feature], number);
  }

  /** Returns a feature's code for each row; not to be changed. */
  char[] codes(int feature) {
    return codes[feature];
  }

  /** Returns how many codes a feature has; each is below it. */
  int count(int feature) {
    return 2 * marks[feature].length + 1;
  }

  /** Returns the most codes that a feature has. */
  int mostCodes() {
    return Arrays.stream(marks).mapToInt(each -> 2 * each.length + 1).max().orElse(0);
  }
}
