package dev.synth.internal.validate.diversity;

import dev.synth.base.Cancellation;
import dev.synth.internal.base.SortedValues;
import dev.synth.internal.stats.Quantiles;
import dev.synth.internal.validate.distance.Crossing;
import dev.synth.internal.validate.distance.GowerRows;
import dev.synth.internal.validate.distance.GowerSpace;
import dev.synth.internal.validate.distance.NearestRows;
import dev.synth.internal.validate.metric.Sample;
import java.util.Arrays;

/**
 * The measures of fidelity and variety that the nearest neighbours of two samples give, over {@link
 * GowerSpace}.
 *
 * <p>Precision, recall, density and coverage are those of Naeem et al. (2020), with k = {@value
 * #K}, the value that their section 4 recommends. A ball holds the rows at its radius too, where
 * the authors' code leaves them out: among discrete columns many rows lie at equal distances, and a
 * row with k equal ones has a radius of 0.
 *
 * <p>α-precision, β-recall and authenticity are those of Alaa et al. (2022), without their learned
 * embedding (their one-class network has a random element and no meaning by itself): supports are
 * balls around a {@link Centre} of the scaled mixed columns.
 */
final class NeighbourBalls {
  /** Neighbours that make a row's ball. */
  static final int K = 5;

  /** Steps of α and β from 0 to 1, as in the authors' code. */
  private static final int STEPS = 30;

  private final Sample real;
  private final Sample synthetic;
  private final GowerRows realRows;
  private final GowerRows syntheticRows;
  private final NearestRows amongReal;
  private final Crossing crossing;

  /** The balls of real rows, ready to be compared with any others. */
  static final class Real {
    private final Sample sample;
    private final GowerSpace space;
    private final GowerRows rows;
    private final NearestRows among;

    /**
     * The balls of a sample.
     *
     * @param sample more than {@value #K} rows
     */
    Real(Sample sample, Cancellation cancellation) {
      this.sample = sample;
      space = new GowerSpace(sample);
      rows = space.rows(sample);
      among = NearestRows.among(rows, K, cancellation);
    }
  }

  NeighbourBalls(Sample real, Sample synthetic, Cancellation cancellation) {
    this(new Real(real, cancellation), synthetic, cancellation);
  }

  /**
   * Compares two samples.
   *
   * @param synthetic more than {@value #K} rows
   */
  NeighbourBalls(Real real, Sample synthetic, Cancellation cancellation) {
    this.real = real.sample;
    this.synthetic = synthetic;
    realRows = real.rows;
    syntheticRows = real.space.rows(synthetic);
    amongReal = real.among;
    NearestRows amongSynthetic = NearestRows.among(syntheticRows, K, cancellation);
    crossing = Crossing.of(realRows, amongReal, syntheticRows, amongSynthetic, cancellation);
  }

  /** The share of synthetic rows that lie in the ball of any real row, in [0, 1]. */
  double precision() {
    return Share.of(synthetic.rowCount(), row -> crossing.ballsAround(row) > 0);
  }

  /** The share of real rows that lie in the ball of any synthetic row, in [0, 1]. */
  double recall() {
    return Share.of(real.rowCount(), crossing::inSecondBall);
  }

  /** The mean number of real balls around a synthetic row, over k; 1 where samples agree. */
  double density() {
    long balls = 0;
    for (int row = 0; row < synthetic.rowCount(); row++) {
      balls += crossing.ballsAround(row);
    }
    return balls / ((double) K * synthetic.rowCount());
  }

  /** The share of real rows with a synthetic row in their ball, in [0, 1]. */
  double coverage() {
    return Share.of(
        real.rowCount(), row -> toNearestSynthetic(row) <= amongReal.distance(row, K - 1));
  }

  private double toNearestSynthetic(int row) {
    return realRows.distance(row, syntheticRows, crossing.nearestSecond(row));
  }

  /**
   * 1 − Σ|P(α) − α| / Σα over a grid of α, where P(α) is the share of synthetic rows within the
   * α-quantile of the real rows' distances from their centre; in [0, 1].
   */
  double alphaPrecision() {
    Centre centre = new Centre(real);
    double[] radii = sorted(centre.distances(real));
    double[] inside = sorted(centre.distances(synthetic));
    return agreement(share -> shareUpTo(inside, Quantiles.of(radii, share)));
  }

  /**
   * 1 − Σ|R(β) − β| / Σβ, where R(β) is the share of real rows whose nearest synthetic row is no
   * further than their nearest other real row, and lies within the β-quantile of such synthetic
   * rows' distances from the synthetic centre; in [0, 1].
   */
  double betaRecall() {
    double[] fromCentre = new Centre(synthetic).distances(synthetic);
    double[] nearest = new double[real.rowCount()];
    double[] recalled = new double[real.rowCount()];
    int count = 0;
    for (int row = 0; row < nearest.length; row++) {
      nearest[row] = fromCentre[crossing.nearestSecond(row)];
      if (toNearestSynthetic(row) <= amongReal.distance(row, 0)) {
        recalled[count++] = nearest[row];
      }
    }
    double[] radii = sorted(nearest);
    double[] within = sorted(Arrays.copyOf(recalled, count));
    double scale = (double) count / nearest.length;
    return agreement(share -> scale * shareUpTo(within, Quantiles.of(radii, share)));
  }

  /**
   * The share of synthetic rows that are further from their nearest real row than that row is from
   * its nearest other real row, in [0, 1]; low for copies.
   */
  double authenticity() {
    return Share.of(
        synthetic.rowCount(),
        row -> {
          int original = crossing.nearestFirst(row);
          return syntheticRows.distance(row, realRows, original) > amongReal.distance(original, 0);
        });
  }

  /** A share of rows as a function of α or β. */
  private interface Curve {
    double at(double share);
  }

  private static double agreement(Curve curve) {
    double off = 0;
    double all = 0;
    for (int step = 0; step < STEPS; step++) {
      double share = step / (STEPS - 1.0);
      off += Math.abs(curve.at(share) - share);
      all += share;
    }
    return Math.max(0, 1 - off / all);
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** The share of sorted values up to a limit; 0 of none. */
  private static double shareUpTo(double[] sorted, double limit) {
    return sorted.length == 0 ? 0 : (double) SortedValues.countUpTo(sorted, limit) / sorted.length;
  }
}
