package dev.synth.internal.validate.plot;

import java.util.Arrays;

/**
 * The first two principal components of some points (Pearson 1901), by power iteration on the
 * points themselves, so that wide tables need no matrix of their width squared.
 *
 * <p>{@code dev.synth.internal.cluster} finds all components of a few columns exactly; here two of
 * any number of columns are enough. The same points give the same directions: the start is fixed,
 * sums run in one order, and of the two signs of a direction the one with a positive heaviest
 * weight is taken.
 */
final class Projection {
  private static final int MOST_ROUNDS = 100;
  private static final double ENOUGH = 1e-9;

  private final double[] means;
  private final double[][] directions;
  private final double[] explained;

  private Projection(double[] means, double[][] directions, double[] explained) {
    this.means = means;
    this.directions = directions;
    this.explained = explained;
  }

  /**
   * Fits.
   *
   * @param points at least two, of equal length
   */
  static Projection fit(double[][] points) {
    int width = points[0].length;
    double[] means = new double[width];
    for (double[] point : points) {
      for (int i = 0; i < width; i++) {
        means[i] += point[i] / points.length;
      }
    }
    double[][] centred = new double[points.length][width];
    double total = 0;
    for (int row = 0; row < points.length; row++) {
      for (int i = 0; i < width; i++) {
        centred[row][i] = points[row][i] - means[i];
        total += centred[row][i] * centred[row][i];
      }
    }
    double[][] directions = new double[2][];
    double[] explained = new double[2];
    for (int axis = 0; axis < 2; axis++) {
      directions[axis] = heaviest(centred, axis);
      explained[axis] = total > 0 ? remove(centred, directions[axis]) / total : 0;
    }
    return new Projection(means, directions, explained);
  }

  private static double[] heaviest(double[][] points, int axis) {
    double[] direction = new double[points[0].length];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = 1.0 / (1 + (i + 7.0 * axis) % 11); // any start that is no symmetry's axis
    }
    normalise(direction);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[] next = new double[direction.length];
      for (double[] point : points) {
        double along = dot(point, direction);
        for (int i = 0; i < next.length; i++) {
          next[i] += along * point[i];
        }
      }
      if (!normalise(next)) {
        return next; // nothing varies any more
      }
      double agreement = dot(next, direction);
      direction = next;
      if (1 - Math.abs(agreement) < ENOUGH) {
        break;
      }
    }
    return positive(direction);
  }

  private static double[] positive(double[] direction) {
    int heaviest = 0;
    for (int i = 1; i < direction.length; i++) {
      heaviest = Math.abs(direction[i]) > Math.abs(direction[heaviest]) ? i : heaviest;
    }
    double sign = direction[heaviest] < 0 ? -1 : 1;
    return Arrays.stream(direction).map(weight -> sign * weight).toArray();
  }

  private static double remove(double[][] points, double[] direction) {
    double squares = 0;
    for (double[] point : points) {
      double along = dot(point, direction);
      squares += along * along;
      for (int i = 0; i < point.length; i++) {
        point[i] -= along * direction[i];
      }
    }
    return squares;
  }

  private static boolean normalise(double[] vector) {
    double length = Math.sqrt(dot(vector, vector));
    if (!(length > 1e-12)) {
      Arrays.fill(vector, 0);
      return false;
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= length;
    }
    return true;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Returns where a point lies on the two directions. */
  double[] place(double[] point) {
    double[] centred = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      centred[i] = point[i] - means[i];
    }
    return new double[] {dot(centred, directions[0]), dot(centred, directions[1])};
  }

  /** Returns a direction's share of the variance, in [0, 1]. */
  double explained(int axis) {
    return explained[axis];
  }

  /** Returns a direction's weights, one a coordinate of the points; shared. */
  double[] weights(int axis) {
    return directions[axis];
  }
}
