package dev.synth.internal.stats.rows;

import dev.synth.internal.stats.RowSampling;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The variance that the mean difference of two arms over test parts would have, had other rows been
 * drawn.
 *
 * <p>A row's influence in a part is what it adds to the difference there, less the mean of its
 * class, since the parts' class shares are fixed. It is widened by √(u/(u − 1)) for the u units of
 * its class in the part, as a sample variance divides by u − 1. A unit's influence is the sum over
 * its rows and parts, divided by the number of parts; the sum of its squares over units is the
 * variance. No number is drawn.
 *
 * <p>What a row adds is either its {@linkplain #infinitesimal derivative} (Efron, Annals of
 * Statistics 20, 1992; for averages over cross-validation LeDell, Petersen and van der Laan,
 * Electronic Journal of Statistics 9, 2015), or what is lost {@linkplain #jackknife without} it
 * (Efron and Stein, Annals of Statistics 9, 1981). Both tend to the same; with few rare rows in a
 * part the second is larger, and nearer the truth.
 *
 * <p>The degrees of freedom are those of a sum of squares with the influences' own fourth moments
 * (Satterthwaite, Biometrics Bulletin 2, 1946). At most they are one less than the tested units
 * with rare rows.
 */
public final class RowInfluence {
  private final int parts;
  private final double[] ofUnit;
  private final boolean[] isTested;
  private final boolean[] isRare;
  private double partVariance;
  private double rareUnits;

  private RowInfluence(int parts, int units) {
    this.parts = parts;
    this.ofUnit = new double[units];
    this.isTested = new boolean[units];
    this.isRare = new boolean[units];
  }

  /**
   * Adds derivatives up.
   *
   * @param pairs one a test part, at least one
   */
  public static RowSampling.RowEvidence infinitesimal(
      List<PairedPart> pairs, WeightedFigure endpoint) {
    return of(pairs, endpoint::derivatives);
  }

  /**
   * Adds up what is lost without each row.
   *
   * @param pairs one a test part, at least one
   */
  public static RowSampling.RowEvidence jackknife(List<PairedPart> pairs, WeightedFigure endpoint) {
    return of(pairs, endpoint::losses);
  }

  /**
   * Adds up what is lost of a figure of alerts without each row.
   *
   * @param pairs one a test part, at least one
   */
  public static RowSampling.RowEvidence jackknife(List<PairedAlerts> pairs, AlertFigure figure) {
    return of(
        pairs.stream()
            .map(
                pair ->
                    new Added(
                        pair.rows(),
                        figure.losses(pair.rows(), pair.arm()),
                        figure.losses(pair.rows(), pair.reference())))
            .toList());
  }

  /**
   * Adds up what is saved by alerts on each row.
   *
   * @param pairs one a test part, at least one
   */
  public static RowSampling.RowEvidence ofSavings(List<PairedSavings> pairs) {
    return of(pairs.stream()
            .map(
                pair ->
                    new Added(
                        pair.alerts().rows(),
                        pair.added(pair.alerts().arm()),
                        pair.added(pair.alerts().reference())))
            .toList())
        .withConcentration(PairedSavings.concentration(pairs));
  }

  private static RowSampling.RowEvidence of(
      List<PairedPart> pairs, BiFunction<TestRows, Ranking, double[]> added) {
    return of(
        pairs.stream()
            .map(
                pair ->
                    new Added(
                        pair.rows(),
                        added.apply(pair.rows(), pair.arm()),
                        added.apply(pair.rows(), pair.reference())))
            .toList());
  }

  private static RowSampling.RowEvidence of(List<Added> parts) {
    int last = parts.stream().mapToInt(part -> part.rows().lastUnit()).max().orElseThrow();
    RowInfluence influence = new RowInfluence(parts.size(), last + 1);
    for (Added part : parts) {
      influence.add(part.rows(), part.centred());
    }
    return influence.rows();
  }

  /** The amounts that each row of a part adds to the arm's figure and to the other's. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Added(TestRows rows, double[] toArm, double[] toReference) {
    /** The rows' influences on the difference, those of each class with a mean of 0. */
    double[] centred() {
      double[] influences = new double[toArm.length];
      double[] sums = new double[2];
      for (int row = 0; row < influences.length; row++) {
        influences[row] = toArm[row] - toReference[row];
        sums[rows.isRare(row) ? 1 : 0] += influences[row];
      }
      double[] means = {sums[0] / (rows.size() - rows.rareCount()), sums[1] / rows.rareCount()};
      double[] widenings = {widening(rows.unitsWith(false)), widening(rows.unitsWith(true))};
      for (int row = 0; row < influences.length; row++) {
        int own = rows.isRare(row) ? 1 : 0;
        influences[row] = (influences[row] - means[own]) * widenings[own];
      }
      return influences;
    }
  }

  /** One unit alone has no spread: its influence is 0. */
  private static double widening(int units) {
    return units < 2 ? 0 : Math.sqrt(units / (units - 1.0));
  }

  private void add(TestRows rows, double[] influences) {
    rareUnits += (double) rows.unitsWith(true) / parts;
    double[] inPart = new double[ofUnit.length];
    for (int row = 0; row < influences.length; row++) {
      int unit = rows.unit(row);
      inPart[unit] += influences[row];
      isTested[unit] = true;
      isRare[unit] |= rows.isRare(row);
    }
    for (int unit = 0; unit < inPart.length; unit++) {
      partVariance += inPart[unit] * inPart[unit] / parts;
      ofUnit[unit] += inPart[unit] / parts;
    }
  }

  private RowSampling.RowEvidence rows() {
    double[] squares = new double[2];
    double[] fourths = new double[2];
    int[] units = new int[2];
    for (int unit = 0; unit < ofUnit.length; unit++) {
      int own = isRare[unit] ? 1 : 0;
      double square = ofUnit[unit] * ofUnit[unit];
      squares[own] += square;
      fourths[own] += square * square;
      units[own] += isTested[unit] ? 1 : 0;
    }
    double variance = squares[0] + squares[1];
    double ofVariance = 0;
    for (int own = 0; own < 2; own++) {
      ofVariance += units[own] == 0 ? 0 : fourths[own] - squares[own] * squares[own] / units[own];
    }
    double freedom = ofVariance > 0 ? 2 * variance * variance / ofVariance : units[1] - 1;
    // the mean of ones, added up in parts, may be a little below 1
    return new RowSampling.RowEvidence(
        variance,
        partVariance,
        Math.max(1, Math.min(freedom, units[1] - 1)),
        Math.max(1, rareUnits));
  }
}
