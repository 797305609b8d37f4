package dev.synth.internal.cluster;

import dev.synth.internal.classify.smile.DbscanFit;
import dev.synth.internal.classify.smile.KMeansFit;
import dev.synth.internal.cluster.Segmentation.DbscanClusters;
import dev.synth.internal.profile.PointSpace;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Finds clusters by DBSCAN, with its radius at the knee of the sorted distances. */
final class DbscanSearch {
  private static final int MOST_DENSITY_ROWS = 1_500;
  private static final int FEWEST_NEIGHBOURS = 4;
  private static final int ROWS_A_NEIGHBOUR = 20;

  private DbscanSearch() {}

  /** Returns what DBSCAN finds in points, held against the clusters of k-means. */
  static DbscanClusters of(double[][] fitted, KMeansFit clusters) {
    double[][] some = Segmenter.spaced(fitted, MOST_DENSITY_ROWS);
    int neighbours =
        Math.max(FEWEST_NEIGHBOURS, Math.min(2 * some[0].length, some.length / ROWS_A_NEIGHBOUR));
    double radius = radius(some, neighbours);
    int[] cluster = DbscanFit.of(some, neighbours, radius);
    int count = 1 + Arrays.stream(cluster).max().orElse(-1);
    int[] inside = IntStream.range(0, some.length).filter(i -> cluster[i] >= 0).toArray();
    Double silhouette =
        count < 2
            ? null
            : KMeansFit.silhouette(
                Arrays.stream(inside).mapToObj(i -> some[i]).toArray(double[][]::new),
                Arrays.stream(inside).map(i -> cluster[i]).toArray(),
                count);
    return new DbscanClusters(
        radius,
        neighbours,
        count,
        1 - inside.length / (double) some.length,
        silhouette,
        RandIndex.adjusted(cluster, clusters.nearest(some)));
  }

  /** ε at the knee of the sorted distances to the neighbour of a number, itself included. */
  private static double radius(double[][] points, int neighbours) {
    double[] reach = new double[points.length];
    double[] distances = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < points.length; j++) {
        distances[j] = PointSpace.squared(points[i], points[j]);
      }
      Arrays.sort(distances);
      reach[i] = Math.sqrt(distances[neighbours - 1]);
    }
    Arrays.sort(reach);
    double knee = reach[Knee.of(reach)];
    double least = Arrays.stream(reach).filter(value -> value > 0).min().orElse(1);
    return Math.max(knee, least);
  }
}
