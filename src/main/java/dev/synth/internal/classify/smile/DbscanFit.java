package dev.synth.internal.classify.smile;

import java.util.Arrays;
import smile.clustering.Clustering;
import smile.clustering.DBSCAN;

/** Points in clusters by Smile's DBSCAN (Ester, Kriegel, Sander and Xu, KDD 1996). */
public final class DbscanFit {
  private DbscanFit() {}

  /**
   * Returns the cluster of each point, from 0, or −1 where it is noise.
   *
   * @param points as many finite numbers in each
   * @param neighbours the fewest points within the radius, itself included, of a core point
   * @param radius ε, above 0
   */
  public static int[] of(double[][] points, int neighbours, double radius) {
    DBSCAN<double[]> found = OneThread.call(1, () -> DBSCAN.fit(points, neighbours, radius));
    return Arrays.stream(found.group())
        .map(cluster -> cluster == Clustering.OUTLIER ? -1 : cluster)
        .toArray();
  }
}
