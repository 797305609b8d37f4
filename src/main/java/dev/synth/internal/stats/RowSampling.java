package dev.synth.internal.stats;

import dev.synth.internal.base.PlainText;
import java.util.List;

/**
 * The test of a mean paired difference over random splits of one data set, of which rows, and not
 * repeats, are what was sampled.
 *
 * <p>Its variance has two parts. V is what other rows would have changed where they are tested; it
 * comes from the rows' influences. More repeats shrink it only as far as they test rows that were
 * not tested before: with v the mean variance of one repeat, two repeats have the mean covariance c
 * = (R·V − v)/(R − 1), and R' repeats would have c + (v − c)/R'. The rest, e² = max(0, s² − (v −
 * c)), is by how much the differences spread beyond that: other training rows, other seeds. It
 * counts as e²·(1/R + {@value #SHARED}), as repeats share training rows.
 *
 * <p>Degrees of freedom are those of Satterthwaite (Biometrics Bulletin 2, 1946) for the two parts.
 *
 * @param repeats R, at least 2
 * @param mean the mean of the differences
 * @param rows what the rows say
 * @param refitVariance e², 0 or more
 */
public record RowSampling(int repeats, double mean, Rows rows, double refitVariance)
    implements PairedTest {
  /** The covariance of two repeats' remainders over their variance. */
  static final double SHARED = 0.0;

  /** As for {@link NadeauBengio}: smaller deviations are rounding. */
  private static final double ROUNDING = 1e-11;

  /**
   * What rows say.
   *
   * @param variance V, that of the mean over the repeats, 0 or more
   * @param ofOne v, that of one repeat's difference, the mean over the repeats
   * @param freedom the degrees of freedom of V, at least 1
   */
  public record Rows(double variance, double ofOne, double freedom) {
    public Rows {
      if (!(variance >= 0) || !(ofOne >= 0) || !(freedom >= 1)) {
        throw new IllegalArgumentException(
            PlainText.of("variances %s and %s, freedom %s", variance, ofOne, freedom));
      }
    }

    /** c, 0 or more. */
    double shared(int repeats) {
      return Math.max(0, (repeats * variance - ofOne) / (repeats - 1));
    }
  }

  public RowSampling {
    if (repeats < 2 || !(refitVariance >= 0)) {
      throw new IllegalArgumentException(
          PlainText.of("%d repeats, variance of refits %s", repeats, refitVariance));
    }
  }

  /**
   * The test of paired differences.
   *
   * @param differences one a repeat, at least 2
   * @param rows what the rows of the same repeats say
   */
  public static RowSampling of(List<Double> differences, Rows rows) {
    int repeats = differences.size();
    double deviation = Moments.standardDeviation(differences);
    double spread = deviation <= ROUNDING ? 0 : deviation * deviation;
    double ofRows = (rows.ofOne() - rows.variance()) * repeats / (repeats - 1);
    return new RowSampling(
        repeats, Moments.mean(differences), rows, Math.max(0, spread - Math.max(0, ofRows)));
  }

  @Override
  public double standardError() {
    double variance = rows.variance() + refit(repeats);
    return variance <= ROUNDING * ROUNDING ? 0 : Math.sqrt(variance);
  }

  /** The standard error that other numbers of repeats would have, were all else the same. */
  public double standardErrorOf(double otherRepeats) {
    double shared = rows.shared(repeats);
    double alone = Math.max(0, rows.variance() - shared) * repeats;
    return Math.sqrt(shared + alone / otherRepeats + refit(otherRepeats));
  }

  private double refit(double number) {
    return refitVariance * (1 / number + SHARED);
  }

  /** Student's t with Satterthwaite's degrees of freedom. */
  @Override
  public StudentT distribution() {
    double own = rows.variance();
    double refit = refit(repeats);
    double freedom = own * own / rows.freedom() + refit * refit / (repeats - 1);
    return freedom > 0 ? new StudentT((own + refit) * (own + refit) / freedom) : StudentT.NORMAL;
  }
}
