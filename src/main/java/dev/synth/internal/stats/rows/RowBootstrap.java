package dev.synth.internal.stats.rows;

import dev.synth.base.RandomStream;
import dev.synth.internal.stats.Moments;
import java.util.ArrayList;
import java.util.List;

/**
 * The variance of {@link RowInfluence} by draws: the Bayesian bootstrap over units (Rubin, Annals
 * of Statistics 9, 1981).
 *
 * <p>In each draw a unit has one weight, exponential with mean 1, in all test parts that hold it;
 * in each part the weights of a class are scaled to their number of rows. The variance of the mean
 * difference over the draws is widened by (u + 1)/(u − 1), where u is the smallest number of rare
 * units in a part. The variance of a mean of u values under such weights is too small by that
 * factor.
 */
public final class RowBootstrap {
  private final List<PairedPart> pairs;
  private final double[] ofUnit;

  private RowBootstrap(List<PairedPart> pairs) {
    this.pairs = pairs;
    int last = pairs.stream().mapToInt(pair -> pair.rows().lastUnit()).max().orElseThrow();
    this.ofUnit = new double[last + 1];
  }

  /**
   * Returns the variance of the mean difference.
   *
   * @param pairs one a test part, at least one
   * @param draws how many, at least 2
   * @return 0 or more; infinite where a part has one rare unit alone
   */
  public static double variance(
      List<PairedPart> pairs, WeightedFigure endpoint, int draws, RandomStream stream) {
    RowBootstrap bootstrap = new RowBootstrap(pairs);
    List<Double> means = new ArrayList<>();
    for (int draw = 0; draw < draws; draw++) {
      means.add(bootstrap.draw(endpoint, stream));
    }
    double deviation = Moments.standardDeviation(means);
    double units = pairs.stream().mapToInt(pair -> pair.rows().unitsWith(true)).min().orElseThrow();
    return deviation * deviation * (units + 1) / (units - 1);
  }

  private double draw(WeightedFigure endpoint, RandomStream stream) {
    for (int unit = 0; unit < ofUnit.length; unit++) {
      ofUnit[unit] = -StrictMath.log(1 - stream.nextDouble());
    }
    double sum = 0;
    for (PairedPart pair : pairs) {
      sum += pair.difference(endpoint, weights(pair.rows()));
    }
    return sum / pairs.size();
  }

  private double[] weights(TestRows rows) {
    double[] sums = new double[2];
    for (int row = 0; row < rows.size(); row++) {
      sums[rows.isRare(row) ? 1 : 0] += ofUnit[rows.unit(row)];
    }
    double[] scales = {(rows.size() - rows.rareCount()) / sums[0], rows.rareCount() / sums[1]};
    double[] weights = new double[rows.size()];
    for (int row = 0; row < weights.length; row++) {
      weights[row] = ofUnit[rows.unit(row)] * scales[rows.isRare(row) ? 1 : 0];
    }
    return weights;
  }
}
