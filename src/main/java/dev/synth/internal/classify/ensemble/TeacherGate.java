package dev.synth.internal.classify.ensemble;

import dev.synth.internal.stats.AveragePrecision;
import dev.synth.internal.stats.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The decision whether a teacher labels rows, by scores of rows that neither it nor its student had
 * learned from.
 *
 * <p>Average precision is a mean over rare rows: of the share of rare rows among all that rank as
 * high. So each rare row has a difference between teacher and student, and their mean has a
 * standard error. A teacher is shut out where the student is ahead by more than {@value #ERRORS}
 * such error. A teacher that is worse hands on its errors, but with a dozen rare rows a point
 * estimate shuts out good ones as well (docs/adr/0068).
 */
final class TeacherGate {
  private static final double ERRORS = 1;

  private TeacherGate() {}

  /**
   * Returns whether the teacher is let in.
   *
   * @param teacher its scores, fold after fold
   * @param student the student's scores of the same rows
   * @param rare which rows are rare, fold by fold; at least one in each
   * @param sizes how many rows each fold has
   */
  static boolean isOpen(double[] teacher, double[] student, List<BitSet> rare, int[] sizes) {
    List<Double> differences = new ArrayList<>();
    int offset = 0;
    for (int fold = 0; fold < sizes.length; fold++) {
      int end = offset + sizes[fold];
      double[] own = shares(teacher, offset, end, rare.get(fold));
      double[] other = shares(student, offset, end, rare.get(fold));
      for (int row = 0; row < own.length; row++) {
        differences.add(own[row] - other[row]);
      }
      offset = end;
    }
    return isOpen(differences);
  }

  /**
   * Returns whether the teacher is let in.
   *
   * @param differences by how much it ranks each rare row better than its student, at least two
   */
  static boolean isOpen(List<Double> differences) {
    double error = Moments.standardDeviation(differences) / Math.sqrt(differences.size());
    return Moments.mean(differences) + ERRORS * error > 0;
  }

  private static double[] shares(double[] scores, int from, int to, BitSet rare) {
    return AveragePrecision.atPositives(Arrays.copyOfRange(scores, from, to), rare);
  }
}
