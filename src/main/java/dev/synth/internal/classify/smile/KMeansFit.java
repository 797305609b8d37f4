package dev.synth.internal.classify.smile;

import dev.synth.base.Seeds;
import java.util.Arrays;
import smile.clustering.CentroidClustering;
import smile.clustering.Clustering;
import smile.clustering.KMeans;

/**
 * Points in clusters by Smile's k-means (Lloyd's algorithm from k-means++ seeds), with the number
 * of clusters by the mean silhouette (Rousseeuw 1987).
 */
public final class KMeansFit {
  private static final int MOST_CLUSTERS = 8;
  private static final int ITERATIONS = 100;

  /** Silhouettes take time with the square of their points. */
  private static final int SILHOUETTE_POINTS = 500;

  private final double[][] centres;

  private KMeansFit(double[][] centres) {
    this.centres = centres;
  }

  /**
   * Finds clusters.
   *
   * @param points as many finite numbers in each; at least four points
   * @param seeds where random numbers come from
   * @return from 2 to {@value #MOST_CLUSTERS} clusters; 1 where all points are equal
   */
  public static KMeansFit of(double[][] points, Seeds seeds) {
    long distinct = Arrays.stream(points).map(Arrays::hashCode).distinct().count();
    int most = (int) Math.min(Math.min(MOST_CLUSTERS, distinct), points.length / 2);
    KMeansFit best = new KMeansFit(new double[][] {mean(points)});
    double[][] some = spaced(points);
    double[][] distances = distances(some);
    double highest = Double.NEGATIVE_INFINITY;
    for (int k = 2; k <= most; k++) {
      KMeansFit clusters = fit(points, k, seeds.librarySeed("k-means/" + k));
      double silhouette = silhouetteOf(distances, clusters.nearest(some), clusters.count());
      if (silhouette > highest) {
        highest = silhouette;
        best = clusters;
      }
    }
    return best;
  }

  /**
   * Finds a given number of clusters: of several tries the one with the least sum of squares.
   *
   * @param points as many finite numbers in each; at least as many different points as clusters
   * @param count the number of clusters, at least 1
   * @param tries how many times seeds are drawn, at least 1
   * @param seeds where random numbers come from
   */
  public static KMeansFit of(double[][] points, int count, int tries, Seeds seeds) {
    KMeansFit best = new KMeansFit(new double[][] {mean(points)});
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; count > 1 && i < tries; i++) {
      KMeansFit found = fit(points, count, seeds.librarySeed("k-means/" + count + "/try/" + i));
      double squares = found.withinSquares(points);
      if (squares < least) {
        least = squares;
        best = found;
      }
    }
    return best;
  }

  /**
   * Returns the mean silhouette of points in clusters, of at most {@value #SILHOUETTE_POINTS} of
   * them, evenly spaced.
   *
   * @param points at least one
   * @param cluster the cluster of each point, from 0
   * @param count the number of clusters
   * @return in [−1, 1]; 0 of one cluster
   */
  public static double silhouette(double[][] points, int[] cluster, int count) {
    double[][] some = spaced(points);
    int[] own = new int[some.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = cluster[(int) ((long) points.length * i / own.length)];
    }
    return silhouetteOf(distances(some), own, count);
  }

  private static KMeansFit fit(double[][] points, int k, int seed) {
    CentroidClustering<double[], double[]> found =
        OneThread.call(seed, () -> KMeans.lloyd(points, new Clustering.Options(k, ITERATIONS)));
    return new KMeansFit(found.centers());
  }

  private static double[] mean(double[][] points) {
    double[] mean = new double[points[0].length];
    for (double[] point : points) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += point[i] / points.length;
      }
    }
    return mean;
  }

  private static double[][] spaced(double[][] points) {
    int count = Math.min(points.length, SILHOUETTE_POINTS);
    double[][] some = new double[count][];
    for (int i = 0; i < count; i++) {
      some[i] = points[(int) ((long) points.length * i / count)];
    }
    return some;
  }

  /** The distance of each point to each, which every number of clusters asks for. */
  private static double[][] distances(double[][] points) {
    double[][] distances = new double[points.length][points.length];
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < i; j++) {
        distances[i][j] = Math.sqrt(squared(points[i], points[j]));
        distances[j][i] = distances[i][j];
      }
    }
    return distances;
  }

  /** The mean over points of (b − a) / max(a, b); 0 for a point alone in its cluster. */
  private static double silhouetteOf(double[][] apart, int[] cluster, int count) {
    int[] sizes = new int[count];
    for (int own : cluster) {
      sizes[own]++;
    }
    double sum = 0;
    for (int i = 0; i < cluster.length; i++) {
      double[] distances = new double[sizes.length];
      for (int j = 0; j < cluster.length; j++) {
        distances[cluster[j]] += apart[i][j];
      }
      double own = distances[cluster[i]] / Math.max(1, sizes[cluster[i]] - 1);
      double next = Double.POSITIVE_INFINITY;
      for (int other = 0; other < sizes.length; other++) {
        if (other != cluster[i] && sizes[other] > 0) {
          next = Math.min(next, distances[other] / sizes[other]);
        }
      }
      boolean counts = sizes[cluster[i]] > 1 && Double.isFinite(next) && Math.max(own, next) > 0;
      sum += counts ? (next - own) / Math.max(own, next) : 0;
    }
    return sum / cluster.length;
  }

  private static double squared(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = a[i] - b[i];
      sum += difference * difference;
    }
    return sum;
  }

  /** Returns the number of clusters. */
  public int count() {
    return centres.length;
  }

  /** Returns the sum of the squared distances of points to their nearest centre. */
  public double withinSquares(double[][] points) {
    double sum = 0;
    for (double[] point : points) {
      sum += squared(point, centres[nearest(point)]);
    }
    return sum;
  }

  /** Returns the cluster of each point, as {@link #nearest(double[])} has it. */
  public int[] nearest(double[][] points) {
    return Arrays.stream(points).mapToInt(this::nearest).toArray();
  }

  /** Returns the cluster whose centre is nearest to a point, the first of several. */
  public int nearest(double[] point) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int cluster = 0; cluster < centres.length; cluster++) {
      double distance = squared(point, centres[cluster]);
      if (distance < least) {
        least = distance;
        nearest = cluster;
      }
    }
    return nearest;
  }
}
