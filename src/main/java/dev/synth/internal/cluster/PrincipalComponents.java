package dev.synth.internal.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Principal components (Pearson 1901, Hotelling 1933) of points: the eigenvectors of their
 * covariance matrix, found by Jacobi's rotations (1846) in a fixed order.
 *
 * <p>Written out here, since a native library's last bits depend on the processor. A component's
 * sign is such that its largest coordinate is positive.
 */
final class PrincipalComponents {
  private static final int MOST_SWEEPS = 60;
  private static final double SMALL = 1e-22;

  private final double[] mean;
  private final double[][] components;
  private final double[] shares;

  private PrincipalComponents(double[] mean, double[][] components, double[] shares) {
    this.mean = mean;
    this.components = components;
    this.shares = shares;
  }

  /**
   * Finds the components of points.
   *
   * @param points at least one, of equal width, at least 1
   */
  static PrincipalComponents of(double[][] points) {
    int width = points[0].length;
    double[] mean = new double[width];
    for (double[] point : points) {
      for (int i = 0; i < width; i++) {
        mean[i] += point[i] / points.length;
      }
    }
    double[][] matrix = new double[width][width];
    for (double[] point : points) {
      for (int i = 0; i < width; i++) {
        for (int j = 0; j <= i; j++) {
          matrix[i][j] += (point[i] - mean[i]) * (point[j] - mean[j]) / points.length;
        }
      }
    }
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < i; j++) {
        matrix[j][i] = matrix[i][j];
      }
    }
    double[][] vectors = diagonalised(matrix);
    return sorted(mean, matrix, vectors);
  }

  /** Rotates a symmetric matrix until it is diagonal; returns the eigenvectors, one a column. */
  private static double[][] diagonalised(double[][] matrix) {
    int n = matrix.length;
    double[][] vectors = new double[n][n];
    double size = 0;
    for (int i = 0; i < n; i++) {
      vectors[i][i] = 1;
      size += matrix[i][i] * matrix[i][i];
    }
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      double off = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
          off += matrix[i][j] * matrix[i][j];
        }
      }
      if (off <= SMALL * size) {
        return vectors;
      }
      for (int p = 0; p < n - 1; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(matrix, vectors, p, q);
        }
      }
    }
    return vectors;
  }

  private static void rotate(double[][] matrix, double[][] vectors, int p, int q) {
    if (matrix[p][q] == 0) {
      return;
    }
    double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int k = 0; k < matrix.length; k++) {
      double kp = matrix[k][p];
      double kq = matrix[k][q];
      matrix[k][p] = c * kp - s * kq;
      matrix[k][q] = s * kp + c * kq;
    }
    for (int k = 0; k < matrix.length; k++) {
      double pk = matrix[p][k];
      double qk = matrix[q][k];
      matrix[p][k] = c * pk - s * qk;
      matrix[q][k] = s * pk + c * qk;
    }
    for (double[] row : vectors) {
      double rp = row[p];
      double rq = row[q];
      row[p] = c * rp - s * rq;
      row[q] = s * rp + c * rq;
    }
  }

  private static PrincipalComponents sorted(double[] mean, double[][] matrix, double[][] vectors) {
    int n = mean.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -matrix[i][i]))
            .mapToInt(i -> i)
            .toArray();
    double all = 0;
    for (int i = 0; i < n; i++) {
      all += Math.max(0, matrix[i][i]);
    }
    double[][] components = new double[n][n];
    double[] shares = new double[n];
    for (int place = 0; place < n; place++) {
      int own = order[place];
      shares[place] = all > 0 ? Math.max(0, matrix[own][own]) / all : 0;
      int largest = 0;
      for (int i = 0; i < n; i++) {
        largest = Math.abs(vectors[i][own]) > Math.abs(vectors[largest][own]) ? i : largest;
      }
      double sign = vectors[largest][own] < 0 ? -1 : 1;
      for (int i = 0; i < n; i++) {
        components[place][i] = sign * vectors[i][own];
      }
    }
    return new PrincipalComponents(mean, components, shares);
  }

  /** Returns each component's share of the variance, falling; all 0 where points are equal. */
  List<Double> shares() {
    return Arrays.stream(shares).boxed().toList();
  }

  /**
   * Returns the fewest components that keep a share of the variance, at least two where there are.
   */
  int keeping(double share) {
    double sum = 0;
    int count = 0;
    while (count < shares.length && sum < share) {
      sum += shares[count++];
    }
    return Math.max(Math.min(2, shares.length), count);
  }

  /** Returns points in the first components. */
  double[][] project(double[][] points, int count) {
    double[][] projected = new double[points.length][count];
    for (int row = 0; row < points.length; row++) {
      for (int component = 0; component < count; component++) {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
          sum += components[component][i] * (points[row][i] - mean[i]);
        }
        projected[row][component] = sum;
      }
    }
    return projected;
  }
}
