package dev.synth.internal.cluster;

import dev.synth.internal.cluster.Segmentation.MapPoint;
import java.util.ArrayList;
import java.util.List;

/** The map of rows on their first two principal components. */
final class SegmentMap {
  private static final int MAP_ROWS = 600;

  private SegmentMap() {}

  /** Returns points of the map, of real rows and then of synthetic ones. */
  static List<MapPoint> of(
      double[][] projected, int[] cluster, int[] numbers, double[][] synthetic) {
    List<MapPoint> map = new ArrayList<>();
    int count = Math.min(MAP_ROWS, projected.length);
    for (int i = 0; i < count; i++) {
      int row = (int) ((long) projected.length * i / count);
      map.add(place(projected[row], numbers[cluster[row]]));
    }
    for (double[] point : Segmenter.spaced(synthetic, MAP_ROWS)) {
      map.add(place(point, 0));
    }
    return map;
  }

  /** Four decimals are finer than a pixel. */
  private static MapPoint place(double[] point, int cluster) {
    return new MapPoint(rounded(point[0]), point.length > 1 ? rounded(point[1]) : 0, cluster);
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e4) / 1e4;
  }
}
