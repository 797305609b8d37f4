package dev.synth.internal.compare;

import dev.synth.base.RandomStream;
import dev.synth.compare.Protocol;
import java.util.Arrays;

/** The real-row equivalent of one arm, and how it varies with the orderings of these rows. */
public final class Orderings {
  private static final int DRAWS = 2_000;

  private final double[] sizes;
  private final double[][] none;
  private final double[] arm;
  private final int at;
  private final double[] means;

  /**
   * The average precisions of some orderings; the arrays are not copied.
   *
   * @param sizes rising numbers of real rare rows, at least two
   * @param none for each size, that of {@code none} in each ordering
   * @param arm that of the arm in each ordering
   * @param at the index of the size that the arm had
   */
  public Orderings(double[] sizes, double[][] none, double[] arm, int at) {
    this.sizes = sizes;
    this.none = none;
    this.arm = arm;
    this.at = at;
    int[] once = new int[arm.length];
    Arrays.fill(once, 1);
    this.means = means(once);
  }

  /** Returns how many more real rare rows do what the arm did, in [0, last size − its size]. */
  public double realRowEquivalent() {
    return equivalent(means);
  }

  /**
   * Returns the two ends of the 95 % interval: quantiles over {@value #DRAWS} draws of as many
   * orderings, with replacement.
   *
   * @param widening what each draw's deviations from the observed means are multiplied by
   */
  public double[] interval(double widening, RandomStream stream) {
    double[] equivalents = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      int[] counts = new int[arm.length];
      for (int i = 0; i < counts.length; i++) {
        counts[stream.nextInt(counts.length)]++;
      }
      double[] drawn = means(counts);
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = means[i] + widening * (drawn[i] - means[i]);
      }
      equivalents[draw] = equivalent(drawn);
    }
    Arrays.sort(equivalents);
    int tail = (int) (DRAWS * Protocol.ALPHA / 2);
    return new double[] {equivalents[tail], equivalents[DRAWS - 1 - tail]};
  }

  /** The mean of {@code none} at each size, and after them the arm's mean gain at its own. */
  private double[] means(int[] counts) {
    double[] sums = new double[sizes.length + 1];
    for (int ordering = 0; ordering < arm.length; ordering++) {
      for (int i = 0; i < sizes.length; i++) {
        sums[i] += counts[ordering] * none[i][ordering];
      }
      sums[sizes.length] += counts[ordering] * (arm[ordering] - none[at][ordering]);
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= arm.length;
    }
    return sums;
  }

  private double equivalent(double[] drawn) {
    double gain = drawn[sizes.length];
    if (!(gain > 0)) {
      return 0;
    }
    RisingCurve curve = RisingCurve.of(sizes, Arrays.copyOf(drawn, sizes.length));
    double reached = curve.sizeOf(curve.value(at) + gain);
    double most = sizes[sizes.length - 1] - sizes[at];
    return Math.clamp(reached - sizes[at], 0, most);
  }
}
