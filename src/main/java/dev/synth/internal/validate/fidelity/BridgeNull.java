package dev.synth.internal.validate.fidelity;

import dev.synth.base.RandomStream;
import dev.synth.internal.stats.Circle;
import dev.synth.internal.stats.Wasserstein;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The null distribution of distances of two large samples of one column of numbers.
 *
 * <p>With n and m values, √(nm/(n+m))·(F − G) tends to a Brownian bridge at the underlying
 * distribution function (Donsker 1952), whatever values tie. So the Kolmogorov–Smirnov distance is
 * the largest |bridge| over the values, and the Wasserstein distance its integral. Paths are drawn
 * at {@value #STEPS} steps of equal mass and, towards the ends, at ranks 1, 2, 4 …; a value that
 * holds more than a step is a step by itself, over which the bridge jumps. Within other steps the
 * largest and the smallest value of a bridge are drawn from their exact distribution given its
 * ends, so that the steps' number does not matter.
 */
final class BridgeNull {
  private static final int STEPS = 128;

  /** A thousand paths give the 97.5 % quantile with an error of half a percent in probability. */
  static final int PATHS = 1_000;

  private final double[] at;
  private final double[] share;
  private final boolean[] jump;

  /** A place where the bridge is looked at. */
  private record Node(double at, double share, boolean jump) {}

  /**
   * The bridge of an underlying distribution.
   *
   * @param sorted values of the distribution in ascending order, at least one
   */
  BridgeNull(double[] sorted) {
    List<Node> nodes = nodes(sorted);
    at = nodes.stream().mapToDouble(Node::at).toArray();
    share = nodes.stream().mapToDouble(Node::share).toArray();
    jump = new boolean[at.length];
    for (int i = 0; i < jump.length; i++) {
      jump[i] = nodes.get(i).jump();
    }
  }

  /** Returns draws of the Kolmogorov–Smirnov distance times √(nm/(n+m)). */
  double[] largest(RandomStream stream) {
    return draws(stream, path -> largest(path, stream));
  }

  /** Returns draws of Kuiper's distance times √(nm/(n+m)). */
  double[] range(RandomStream stream) {
    return draws(stream, path -> range(path, stream));
  }

  /** Returns draws of the Wasserstein distance on a circle, likewise. */
  double[] areaOnCircle(Circle circle, RandomStream stream) {
    return draws(stream, path -> areaOnCircle(path, circle));
  }

  /** Returns draws of the Wasserstein distance, in the values' unit, times √(nm/(n+m)). */
  double[] area(RandomStream stream) {
    return draws(stream, this::area);
  }

  private double[] draws(RandomStream stream, ToDoubleFunction<double[]> statistic) {
    double[] path = new double[at.length];
    double[] draws = new double[PATHS];
    for (int i = 0; i < PATHS; i++) {
      draw(path, stream);
      draws[i] = statistic.applyAsDouble(path);
    }
    return draws;
  }

  /** A node wherever a step's mass is full, at the ranks near the ends, and around large ties. */
  private static List<Node> nodes(double[] sorted) {
    int n = sorted.length;
    double step = n / (double) STEPS;
    List<Node> nodes = new ArrayList<>();
    int last = 0;
    int start = 0;
    while (start < n) {
      int end = start + 1;
      while (end < n && sorted[end] == sorted[start]) {
        end++;
      }
      if (end - start > Math.max(1, step)) {
        nodes.add(new Node(sorted[start], (double) start / n, false));
        nodes.add(new Node(sorted[start], (double) end / n, true));
        last = end;
      } else if (end - last >= step || isEnd(end, n) || isEnd(n - start, n)) {
        nodes.add(new Node(sorted[start], (double) end / n, false));
        last = end;
      }
      start = end;
    }
    return nodes;
  }

  /** Returns whether a rank from either end is a power of two. */
  private static boolean isEnd(int rank, int n) {
    return rank <= n / STEPS + 1 && (rank & (rank - 1)) == 0;
  }

  /** Draws a bridge at the nodes: a Brownian motion less its share of where it ends. */
  private void draw(double[] path, RandomStream stream) {
    double motion = 0;
    double reached = 0;
    for (int i = 0; i < path.length; i++) {
      motion += Math.sqrt(share[i] - reached) * stream.nextGaussian();
      reached = share[i];
      path[i] = motion;
    }
    double end = motion + Math.sqrt(1 - reached) * stream.nextGaussian();
    for (int i = 0; i < path.length; i++) {
      path[i] -= share[i] * end;
    }
  }

  private double largest(double[] path, RandomStream stream) {
    double largest = 0;
    double before = 0;
    double reached = 0;
    for (int i = 0; i < path.length; i++) {
      largest = Math.max(largest, Math.abs(path[i]));
      if (!jump[i]) {
        double width = share[i] - reached;
        largest = Math.max(largest, peak(before, path[i], width, stream));
        largest = Math.max(largest, peak(-before, -path[i], width, stream));
      }
      before = path[i];
      reached = share[i];
    }
    return largest;
  }

  private double range(double[] path, RandomStream stream) {
    double largest = 0;
    double least = 0;
    double before = 0;
    double reached = 0;
    for (int i = 0; i < path.length; i++) {
      largest = Math.max(largest, path[i]);
      least = Math.min(least, path[i]);
      if (!jump[i]) {
        double width = share[i] - reached;
        largest = Math.max(largest, peak(before, path[i], width, stream));
        least = Math.min(least, -peak(-before, -path[i], width, stream));
      }
      before = path[i];
      reached = share[i];
    }
    return largest - least;
  }

  /** The largest value of a Brownian bridge from a to b (Karatzas and Shreve 1991, 4.3.40). */
  private static double peak(double a, double b, double width, RandomStream stream) {
    double log = StrictMath.log(1 - stream.nextDouble());
    return (a + b + Math.sqrt((b - a) * (b - a) - 2 * width * log)) / 2;
  }

  private double areaOnCircle(double[] path, Circle circle) {
    double[] heights = new double[path.length];
    double[] widths = new double[path.length];
    for (int i = 1; i < path.length; i++) {
      heights[i] = (path[i - 1] + path[i]) / 2;
      widths[i] = at[i] - at[i - 1];
    }
    widths[0] = circle.circumference() - (at[at.length - 1] - at[0]);
    return Wasserstein.areaAroundMedian(heights, widths);
  }

  private double area(double[] path) {
    double area = 0;
    for (int i = 1; i < path.length; i++) {
      area += (Math.abs(path[i - 1]) + Math.abs(path[i])) / 2 * (at[i] - at[i - 1]);
    }
    return area;
  }
}
