package dev.synth.internal.validate.diversity;

import dev.synth.base.Context;
import dev.synth.internal.classify.smile.KMeansFit;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.validate.Finding;
import dev.synth.validate.Goal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Coverage of the clusters of the real rows: the synthetic rows' share in a cluster over the real
 * rows' share, at most 1, of the cluster that is covered least.
 *
 * <p>In [0, 1]; 0 where a pattern was lost. Clusters are found by k-means over the real rows'
 * scaled mixed columns (numbers as in {@link KernelSpace}, levels one-hot, missing cells a column
 * of their own), two to eight of them by silhouette. A row belongs to the nearest centre. Clusters
 * with less than a tenth of the real rows are not judged, since halves of real rows miss them too.
 * All real rows equal: one cluster, and 1. Needs ten rows a side.
 */
public final class ClusterCoverage implements Metric {
  private static final int MINIMUM_ROWS = 10;

  /** 500 rows a side keep 20 draws within seconds. */
  private static final int ROW_LIMIT = 500;

  /** More rows don't move the centres that matter. */
  private static final int VALUE_ROW_LIMIT = 5_000;

  private static final double LEAST_SHARE = 0.1;

  @Override
  public Description description() {
    return new Description(
        "cluster_coverage",
        "how well the least covered cluster of real rows is covered",
        Goal.HIGHER,
        0,
        1,
        "k-means (Lloyd 1982, k-means++ 2007), k by silhouette (Rousseeuw 1987), shares compared",
        "train for more steps or with a wider latent space; the lost cluster's traits are listed");
  }

  @Override
  public Definition definition() {
    return new Definition(
        "K-means puts the real rows into two to eight clusters over their scaled mixed columns, as"
            + " many as give the best silhouette. Every synthetic row joins the cluster with the"
            + " nearest centre. A cluster has min(1, share of the synthetic rows / share of the"
            + " real rows). The value is the smallest of clusters with at least a tenth of the real"
            + " rows. 0: a pattern was lost; the report names it by the columns in which it differs"
            + " most from the other rows.",
        "Missing cells stand in the middle, beside a column that says so. All real rows equal: one"
            + " cluster, and 1. Needs ten rows a side.");
  }

  @Override
  public MetricProtocol protocol() {
    return MetricProtocol.of(MetricRows.SAME_SIZE, MINIMUM_ROWS, ROW_LIMIT)
        .valuedOn(VALUE_ROW_LIMIT)
        .ofModels();
  }

  @Override
  public MetricOutcome compute(Sample real, Sample synthetic, Context context) {
    return compute(real, List.of(synthetic), context).getFirst();
  }

  @Override
  public List<MetricOutcome> compute(Sample real, List<Sample> others, Context context) {
    Clustered clustered = new Clustered(real, context);
    return others.stream().map(other -> outcome(clustered.judged(other))).toList();
  }

  private static MetricOutcome outcome(List<Cluster> judged) {
    return MetricOutcome.Value.of(judged.stream().mapToDouble(Cluster::coverage).min().orElse(1));
  }

  /** A cluster's rows among the real ones, and its shares of both sides. */
  private static final class Cluster {
    private final int[] realRows;
    private final double realShare;
    private final double syntheticShare;

    Cluster(int[] realRows, double realShare, double syntheticShare) {
      this.realRows = realRows;
      this.realShare = realShare;
      this.syntheticShare = syntheticShare;
    }

    double coverage() {
      return Math.min(1, syntheticShare / realShare);
    }
  }

  /** The clusters of real rows. */
  private static final class Clustered {
    private final Points points;
    private final KMeansFit clusters;
    private final int[] clusterOf;

    Clustered(Sample real, Context context) {
      points = new Points(real);
      double[][] realPoints = points.of(real);
      clusters = KMeansFit.of(realPoints, context.seeds().below("clusters"));
      clusterOf = nearest(realPoints);
    }

    private int[] nearest(double[][] rows) {
      return Arrays.stream(rows).mapToInt(clusters::nearest).toArray();
    }

    List<Cluster> judged(Sample synthetic) {
      int[] ofSynthetic = nearest(points.of(synthetic));
      List<Cluster> judged = new ArrayList<>();
      for (int i = 0; i < clusters.count(); i++) {
        int cluster = i;
        int[] rows =
            IntStream.range(0, clusterOf.length).filter(row -> clusterOf[row] == cluster).toArray();
        double share = rows.length / (double) clusterOf.length;
        if (share >= LEAST_SHARE) {
          double there = Share.of(ofSynthetic.length, row -> ofSynthetic[row] == cluster);
          judged.add(new Cluster(rows, share, there));
        }
      }
      return judged;
    }
  }

  @Override
  public List<Finding> findings(Sample real, Sample synthetic, Context context) {
    return new Clustered(real, context)
        .judged(synthetic).stream()
            .sorted(Comparator.comparingDouble(Cluster::coverage))
            .<Finding>map(
                cluster ->
                    new Finding.Pattern(
                        cluster.syntheticShare,
                        cluster.realShare,
                        ClusterTraits.of(real, cluster.realRows)))
            .toList();
  }
}
