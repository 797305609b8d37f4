package dev.synth.internal.stats.sequential;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.stats.StandardNormal;
import dev.synth.internal.stats.StudentT;
import java.util.ArrayList;
import java.util.List;

/**
 * The p-value of a test that was looked at several times while its information grew.
 *
 * <p>At a level, each look may reject with what is spent since the look before ({@link Spending}).
 * The bounds hold for estimates whose later changes are independent of what they were: √t·Z of a
 * look with the share t of the information is a Brownian motion (Jennison and Turnbull, Group
 * Sequential Methods, 2000, chapter 11). That is so for means of repeats: with a common part of
 * variance c and an own part o, means of j and of k &gt; j repeats have the covariance c + o/k,
 * which is the variance of the second. Densities are integrated by Simpson's rule (Armitage,
 * McPherson and Rowe, J. R. Statist. Soc. A 132, 1969).
 *
 * <p>The p-value is the smallest level at which any look rejects. So it may be corrected by Holm's
 * method, whenever the looks ended (Maurer and Bretz, Statistics in Biopharmaceutical Research 5,
 * 2013). A look that adds less than {@value #LEAST_GAIN} of the information tests nothing.
 *
 * @param spending how the level is spent
 */
public record SequentialTest(Spending spending) {
  /** The least share of the information that a look must add to be one. */
  public static final double LEAST_GAIN = 0.02;

  private static final double HIGHEST = 38;
  private static final int STEPS = 60;
  private static final double EXACT = 1e-9;

  /**
   * The data of one look.
   *
   * @param share the share of the information that is there, in (0, 1]
   * @param p the one-sided p-value of this look alone, in [0, 1]
   */
  public record Look(double share, double p) {
    public Look {
      if (!(share > 0 && share <= 1) || !(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException(PlainText.of("share %s, p %s", share, p));
      }
    }

    private double z() {
      return Math.min(HIGHEST, -StandardNormal.quantile(p));
    }
  }

  /**
   * Returns the one-sided p-value, in [0, 1]; 1 where no look's own p-value is below a half.
   *
   * @param looks in order, at least one, the shares not falling
   */
  public double oneSided(List<Look> looks) {
    List<Look> tested = gaining(looks);
    if (tested.stream().allMatch(look -> look.p() >= 0.5)) {
      return 1;
    }
    if (tested.size() == 1 && tested.getFirst().share() == 1) {
      return tested.getFirst().p();
    }
    double low = 0; // a level of 2(1 − Φ(0)) = 1 rejects
    double high = 1;
    while (high < HIGHEST && excess(tested, level(high)) >= 0) {
      low = high;
      high *= 2;
    }
    return level(root(tested, low, high));
  }

  /**
   * Returns the two-sided p-value: twice that of the better side.
   *
   * @param above the looks' one-sided p-values of a difference above the null hypothesis
   */
  public double twoSided(List<Look> above) {
    List<Look> below = above.stream().map(look -> new Look(look.share(), 1 - look.p())).toList();
    return Math.min(1, 2 * Math.min(oneSided(above), oneSided(below)));
  }

  /** The looks that add information, as far as it counts. */
  private static List<Look> gaining(List<Look> looks) {
    List<Look> tested = new ArrayList<>(List.of(looks.getFirst()));
    for (Look look : looks.subList(1, looks.size())) {
      if (look.share() - tested.getLast().share() >= LEAST_GAIN) {
        tested.add(look);
      }
    }
    return tested;
  }

  /** Levels on a scale on which bounds are close to straight lines. */
  private static double level(double x) {
    return StudentT.NORMAL.twoSidedTail(x);
  }

  /** The largest x whose level still rejects; bisection, and secants while they help. */
  private double root(List<Look> looks, double least, double most) {
    double low = least;
    double high = most;
    double excessHigh = excess(looks, level(high));
    double excessLow = Double.NaN;
    for (int step = 0; step < STEPS && high - low > EXACT; step++) {
      double secant = low + (high - low) * excessLow / (excessLow - excessHigh);
      boolean isInside = step % 3 != 0 && secant > low && secant < high;
      double middle = isInside ? secant : (low + high) / 2;
      double excess = excess(looks, level(middle));
      if (excess >= 0) {
        low = middle;
        excessLow = excess;
      } else {
        high = middle;
        excessHigh = excess;
      }
    }
    return low;
  }

  /** By how much the best look is above its bound at a level. */
  private double excess(List<Look> looks, double level) {
    List<Double> bounds = bounds(looks.stream().map(Look::share).toList(), level);
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < bounds.size(); i++) {
      most = Math.max(most, looks.get(i).z() - bounds.get(i));
    }
    return most;
  }

  /**
   * Returns the bounds of one-sided tests: the z that a look must reach to reject.
   *
   * @param shares of the information, rising by {@value #LEAST_GAIN} or more
   * @param level in (0, 1]
   */
  public List<Double> bounds(List<Double> shares, double level) {
    double share = shares.getFirst();
    double spent = spending.spent(level, share);
    List<Double> bounds = new ArrayList<>();
    bounds.add(-StandardNormal.quantile(spent));
    if (shares.size() == 1) {
      return bounds;
    }
    BrownianDensity density =
        BrownianDensity.first(share, bounds.getFirst() * StrictMath.sqrt(share));
    for (double next : shares.subList(1, shares.size())) {
      double now = spending.spent(level, next);
      double deviation = StrictMath.sqrt(next - share);
      double bound = density.upperPoint(deviation, now - spent);
      bounds.add(bound / StrictMath.sqrt(next));
      density = density.moved(deviation, next, bound);
      share = next;
      spent = now;
    }
    return bounds;
  }
}
