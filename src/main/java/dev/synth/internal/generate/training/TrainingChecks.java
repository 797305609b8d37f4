package dev.synth.internal.generate.training;

import dev.synth.generate.TrainingWarning;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at a trained model's draws for what most often goes wrong.
 *
 * <p>All rows are encoded: numbers of the order of 1, cases as ones and zeros.
 */
public final class TrainingChecks {
  /** Rows that all checks draw and compare at most. */
  public static final int ROWS = 200;

  /** With fewer real rows their spread says little. */
  private static final int LEAST_ROWS = 8;

  /** Less than a tenth of the real rows' variance is no accident of some hundred draws. */
  private static final double COLLAPSED = 0.1;

  /**
   * Half is what fresh rows give; copies with little noise come near to 1, rows drawn between
   * neighbours (SMOTE) to 0.77 to 0.93 in measurements (docs/adr/0014).
   */
  private static final double MEMORISED = 0.95;

  private TrainingChecks() {}

  /**
   * Returns warnings of collapse: draws that vary far less than the rows learned from, over all
   * columns or in single ones.
   *
   * @param real the rare rows learned from
   * @param drawn drawn rows, at least two
   */
  public static List<TrainingWarning> collapse(
      EncodedLayout layout, double[][] real, double[][] drawn) {
    if (real.length < LEAST_ROWS) {
      return List.of();
    }
    double total = 0;
    double drawnTotal = 0;
    List<String> columns = new ArrayList<>();
    for (Span span : layout.spans()) {
      double variance = variance(span, real);
      double drawnVariance = variance(span, drawn);
      total += variance;
      drawnTotal += drawnVariance;
      // A case that two real rows of hundreds have may well be missing among the draws.
      boolean common = variance > 4.0 / real.length;
      if (common && drawnVariance < COLLAPSED * variance && !columns.contains(span.column())) {
        columns.add(span.column());
      }
    }
    if (drawnTotal < COLLAPSED * total) {
      return List.of(new TrainingWarning.Collapse(drawnTotal / total));
    }
    return columns.isEmpty() ? List.of() : List.of(new TrainingWarning.FlatColumns(columns));
  }

  private static double variance(Span span, double[][] rows) {
    double variance = 0;
    for (int i = span.offset(); i < span.offset() + span.width(); i++) {
      double sum = 0;
      double squares = 0;
      for (double[] row : rows) {
        sum += row[i];
        squares += row[i] * row[i];
      }
      double mean = sum / rows.length;
      variance += squares / rows.length - mean * mean;
    }
    return variance;
  }

  /**
   * Returns a warning where draws lie nearer to the rows learned from than other real rows do.
   *
   * @param learned the rare rows learned from
   * @param heldBack rare rows that were not learned from
   * @param drawn drawn rows
   */
  static List<TrainingWarning> memorisation(
      double[][] learned, double[][] heldBack, double[][] drawn) {
    double share = nearerThanReal(learned, heldBack, drawn);
    return share <= MEMORISED ? List.of() : List.of(new TrainingWarning.Memorisation(share));
  }

  /**
   * Returns the share of pairs of a draw and a held-back row in which the draw is nearer to its
   * nearest learned row; ties count half.
   */
  static double nearerThanReal(double[][] learned, double[][] heldBack, double[][] drawn) {
    double[] real = nearest(learned, heldBack);
    double[] synthetic = nearest(learned, drawn);
    double nearer = 0;
    for (double draw : synthetic) {
      for (double row : real) {
        nearer += draw < row ? 1 : draw == row ? 0.5 : 0;
      }
    }
    return nearer / ((double) real.length * synthetic.length);
  }

  private static double[] nearest(double[][] learned, double[][] rows) {
    double[] nearest = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      nearest[i] = Double.POSITIVE_INFINITY;
      for (double[] other : learned) {
        nearest[i] = Math.min(nearest[i], squaredDistance(rows[i], other));
      }
    }
    return nearest;
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }
}
