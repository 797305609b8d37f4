package dev.synth.internal.stats;

import dev.synth.internal.base.PlainText;
import java.util.List;

/**
 * The test of a mean paired difference over random splits of one data set, where rows are what was
 * sampled, and repeats look at the same rows again.
 *
 * <p>Its variance has two parts. The first is V·(1 + 1/m): V is what other test rows would have
 * changed, by the rows' influences, and m the mean number of rare units in a test part. For sums of
 * money it is multiplied by 1 + {@value #CONCENTRATED}·(1/k − 1/n) besides, where n rare units were
 * tested and k = (ΣL)²/ΣL² is the effective number of their losses L. Where few losses make up the
 * sum, data without a large one say too small an error. More repeats shrink V only as far as they
 * test rows that were not tested before: with v the mean variance of one repeat, two repeats have
 * the covariance c = (R·V − v)/(R − 1), and R' repeats have c + (v − c)/R'. The second part is
 * e²/R, where e² = max(0, s² − (v − c)) is by how much the R differences spread beyond that: other
 * training rows, other seeds.
 *
 * <p>Degrees of freedom are Satterthwaite's (Biometrics Bulletin 2, 1946) for the two parts,
 * {@value #FREEDOM}·m at most. That bound and both factors are measured, not derived: with fewer
 * than ten rare units in a part the interval is too short without them (interval benchmark), and
 * with losses of very unequal size (ADR 60).
 *
 * @param repeats R, at least 2
 * @param mean the mean of the differences
 * @param rows what the rows say
 * @param refitVariance e², 0 or more
 * @param refitCorrelation the correlation between repeats of what their rows do not explain, in [0,
 *     1], as with thresholds that are chosen on few validation rows, which repeats have in common;
 *     it counts e² as e²·(1/R + it)
 */
public record RowSampling(
    int repeats, double mean, RowEvidence rows, double refitVariance, double refitCorrelation)
    implements PairedTest.OfRepeats {
  /** The most degrees of freedom for each rare unit in a test part. */
  private static final double FREEDOM = 1.5;

  /** The factor by which the concentration of losses widens the variance. */
  private static final double CONCENTRATED = 10;

  /** As for {@link NadeauBengio}: smaller deviations are rounding. */
  private static final double ROUNDING = 1e-11;

  /**
   * The evidence from rows.
   *
   * @param variance V, that of the mean over the repeats, 0 or more
   * @param ofOne v, that of one repeat's difference, the mean over the repeats
   * @param freedom the degrees of freedom of V, at least 1
   * @param rareUnits m, the mean number of units with rare rows in a test part, at least 1
   * @param concentration 1/k − 1/n of the losses, in [0, 1); 0 where no money is summed
   */
  public record RowEvidence(
      double variance, double ofOne, double freedom, double rareUnits, double concentration) {
    public RowEvidence {
      if (!(variance >= 0) || !(ofOne >= 0) || !(freedom >= 1) || !(rareUnits >= 1)) {
        throw new IllegalArgumentException(
            PlainText.of(
                "variances %s and %s, freedom %s, rare units %s",
                variance, ofOne, freedom, rareUnits));
      }
      if (!(concentration >= 0 && concentration < 1)) {
        throw new IllegalArgumentException("the concentration of losses is " + concentration);
      }
    }

    /** The evidence of rows that all count alike. */
    public RowEvidence(double variance, double ofOne, double freedom, double rareUnits) {
      this(variance, ofOne, freedom, rareUnits, 0);
    }

    /** Returns the same of sums over losses. */
    public RowEvidence withConcentration(double other) {
      return new RowEvidence(variance, ofOne, freedom, rareUnits, other);
    }

    /** c, from 0 to V. */
    private double shared(int repeats) {
      return Math.max(0, Math.min(variance, (repeats * variance - ofOne) / (repeats - 1)));
    }

    private double widening() {
      return (1 + 1 / rareUnits) * (1 + CONCENTRATED * concentration);
    }
  }

  public RowSampling {
    if (repeats < 2 || !(refitVariance >= 0) || !(refitCorrelation >= 0 && refitCorrelation <= 1)) {
      throw new IllegalArgumentException(
          PlainText.of(
              "%d repeats, variance of refits %s, correlation %s",
              repeats, refitVariance, refitCorrelation));
    }
  }

  /**
   * The test of paired differences.
   *
   * @param differences one a repeat, at least 2
   * @param rows what the rows of the same repeats say
   */
  public static RowSampling of(List<Double> differences, RowEvidence rows) {
    int repeats = differences.size();
    double deviation = Moments.standardDeviation(differences);
    double spread = deviation <= ROUNDING ? 0 : deviation * deviation;
    double alone = (rows.ofOne() - rows.variance()) * repeats / (repeats - 1);
    return new RowSampling(
        repeats, Moments.mean(differences), rows, Math.max(0, spread - Math.max(0, alone)), 0);
  }

  /** Returns the same test where refits are correlated between repeats. */
  public RowSampling withRefitCorrelation(double correlation) {
    return new RowSampling(repeats, mean, rows, refitVariance, correlation);
  }

  @Override
  public double standardError() {
    double error = standardErrorOf(repeats);
    return error <= ROUNDING ? 0 : error;
  }

  /** The part of the variance that other rows bring: V with its factors. */
  public double rowVariance() {
    return rows.variance() * rows.widening();
  }

  @Override
  public double standardErrorOf(double otherRepeats) {
    double error = errorWithoutCorrelation(otherRepeats);
    return refitCorrelation == 0
        ? error
        : Math.sqrt(error * error + refitCorrelation * refitVariance);
  }

  private double errorWithoutCorrelation(double otherRepeats) {
    double shared = rows.shared(repeats);
    double alone = (rows.variance() - shared) * repeats;
    return Math.sqrt(
        (shared + alone / otherRepeats) * rows.widening() + refitVariance / otherRepeats);
  }

  /** Student's t with Satterthwaite's degrees of freedom. */
  @Override
  public StudentT distribution() {
    return distributionOf(repeats);
  }

  @Override
  public StudentT distributionOf(double otherRepeats) {
    double refit = refitVariance / otherRepeats;
    double error = errorWithoutCorrelation(otherRepeats);
    double all = error * error;
    double ofRows = all - refit;
    double most = Math.max(1, FREEDOM * rows.rareUnits());
    double parts =
        ofRows * ofRows / rows.freedom() + refit * refit / (Math.max(2, otherRepeats) - 1);
    return new StudentT(parts > 0 ? Math.min(most, all * all / parts) : most);
  }
}
