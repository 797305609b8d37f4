package dev.synth.internal.report.cluster;

import dev.synth.internal.cluster.Segmentation;
import dev.synth.internal.cluster.Segmentation.Cluster;
import dev.synth.internal.cluster.Segmentation.ClusterCount;
import dev.synth.internal.cluster.Segmentation.DbscanClusters;
import dev.synth.internal.cluster.Segmentation.Kind;
import dev.synth.internal.cluster.Segmentation.MapPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Patterns of a hundred rows, without a computation. */
final class ClusterFacts {
  static final DbscanClusters ISLANDS = new DbscanClusters(0.5, 4, 2, 0.125, 0.25, 0.75);

  private ClusterFacts() {}

  /** Patterns of rows, of which one cluster was chosen. */
  static Segmentation segments(@Nullable String run, List<MapPoint> map, Cluster... clusters) {
    return segments(
        run, map, List.of(new ClusterCount(1, 90, null)), 1, 1, ISLANDS, List.of(clusters));
  }

  /** Patterns by the choices of a number of clusters, which are counted from 1. */
  static Segmentation choices(
      int elbow, int chosen, DbscanClusters density, ClusterCount... choices) {
    return segments(null, List.of(), List.of(choices), elbow, chosen, density, List.of());
  }

  private static Segmentation segments(
      @Nullable String run,
      List<MapPoint> map,
      List<ClusterCount> choices,
      int elbow,
      int chosen,
      DbscanClusters density,
      List<Cluster> clusters) {
    return new Segmentation(
        Kind.ROWS,
        100,
        100,
        List.of("x"),
        List.of(),
        List.of(1.0),
        1,
        choices,
        elbow,
        chosen,
        density,
        clusters,
        map,
        run);
  }
}
