package dev.synth.internal.cluster;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.internal.classify.smile.KMeansFit;
import dev.synth.internal.cluster.Segmentation.Cluster;
import dev.synth.internal.cluster.Segmentation.ClusterCount;
import dev.synth.internal.cluster.Segmentation.Kind;
import dev.synth.internal.cluster.Segmentation.PurchaseScores;
import dev.synth.internal.profile.Guesses;
import dev.synth.internal.profile.PointSpace;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the patterns of some rows: columns are scaled, turned into principal components that keep
 * 90 % of the variance, and put into clusters by k-means and by DBSCAN.
 *
 * <p>K-means tries two to ten clusters and takes the number with the highest silhouette (Rousseeuw
 * 1987); of five tries each, the one with the least squares. DBSCAN's ε is at the knee of the
 * sorted distances to the k-th neighbour, for k = 2·d of d components (Sander, Ester, Kriegel and
 * Xu 1998). Where a twentieth of the rows is less, that is k; at least it is 4. More than 4,000
 * rows are thinned evenly to find clusters; all of them are then put to the nearest centre.
 */
public final class Segmenter {
  private static final int FEWEST_ROWS = 20;

  /** A category of more levels tells rows apart one by one. */
  private static final int MOST_LEVELS = 30;

  private static final int MOST_ROWS = 4_000;
  private static final int MOST_CLUSTERS = 10;
  private static final int ROWS_A_CLUSTER = 5;
  private static final int TRIES = 5;
  private static final double KEPT = 0.9;

  private final Table table;
  private final PointSpace space;
  private final double[][] points;
  private final Context context;

  /**
   * Scales rows.
   *
   * @param table the rows
   * @param columns the columns to look at
   * @param areLogarithmic whether all numbers stand on a logarithmic scale
   * @throws Problem if there are fewer than 20 rows, or no column tells rows apart
   */
  public Segmenter(Table table, List<String> columns, boolean areLogarithmic, Context context) {
    if (table.rowCount() < FEWEST_ROWS) {
      throw Problem.data(
          "clusters take at least %d rows, and there are %d", FEWEST_ROWS, table.rowCount());
    }
    this.table = table;
    this.context = context;
    this.space = PointSpace.of(table, columns, areLogarithmic);
    this.points = space.width() == 0 ? new double[0][] : space.points(table, all(table));
    if (space.width() == 0 || distinct(points) < 2) {
      throw Problem.data(
          "no column tells rows apart: of %s, none has different numbers or levels",
          String.join(", ", columns));
    }
  }

  /**
   * Returns the columns that rows are looked at by where none are named: all that is modelled, less
   * time, group, and categories of more than 30 levels.
   */
  public static List<String> usualColumns(Table table, Guesses guesses) {
    return table.schema().modelled().columns().stream()
        .map(Column::name)
        .filter(name -> !Objects.equals(name, guesses.time()))
        .filter(name -> !Objects.equals(name, guesses.group()))
        .filter(name -> isUsual(table.cells(name)))
        .toList();
  }

  private static boolean isUsual(Cells cells) {
    return switch (cells) {
      case Cells.Numbers numbers -> true;
      case Cells.Levels levels -> levels.levels().size() <= MOST_LEVELS;
      case Cells.Instants times -> true;
      case Cells.Texts texts -> false;
    };
  }

  private static int[] all(Table table) {
    return IntStream.range(0, table.rowCount()).toArray();
  }

  private static long distinct(double[][] points) {
    return Arrays.stream(points).map(Arrays::hashCode).distinct().count();
  }

  /**
   * Synthetic rows to compare.
   *
   * @param run the run that they are of
   * @param rows with the columns that are looked at
   */
  public record SyntheticRun(String run, Table rows) {}

  /**
   * Finds the patterns.
   *
   * @param of what the rows are
   * @param scores the mean scores of some rows; null where rows have none
   * @param compared synthetic rows to compare, or null
   */
  public Segmentation find(
      Kind of, @Nullable Function<int[], PurchaseScores> scores, @Nullable SyntheticRun compared) {
    PrincipalComponents components = PrincipalComponents.of(points);
    int kept = components.keeping(KEPT);
    double[][] projected = components.project(points, kept);
    double[][] fitted = spaced(projected, MOST_ROWS);
    List<KMeansFit> tried = new ArrayList<>();
    List<ClusterCount> choices = choices(fitted, tried);
    int chosen = chosen(choices);
    KMeansFit clusters = tried.get(chosen - 1);
    int[] cluster = clusters.nearest(projected);
    int[] numbers = numbers(cluster, clusters.count());
    double[][] synthetic =
        compared == null
            ? new double[0][]
            : components.project(space.points(compared.rows(), all(compared.rows())), kept);
    int[] clusterOfSynthetic = clusters.nearest(synthetic);
    return new Segmentation(
        of,
        table.rowCount(),
        fitted.length,
        space.columns(),
        space.logarithmic(),
        components.shares(),
        kept,
        choices,
        1 + Knee.of(choices.stream().mapToDouble(ClusterCount::withinSquares).toArray()),
        chosen,
        DbscanSearch.of(fitted, clusters),
        clusters(cluster, numbers, scores, compared == null ? null : clusterOfSynthetic),
        SegmentMap.of(projected, cluster, numbers, synthetic),
        compared == null ? null : compared.run());
  }

  private List<ClusterCount> choices(double[][] fitted, List<KMeansFit> tried) {
    int most =
        (int)
            Math.min(
                Math.min(MOST_CLUSTERS, distinct(fitted)),
                Math.max(2, fitted.length / ROWS_A_CLUSTER));
    List<ClusterCount> choices = new ArrayList<>();
    try (Progress.Stage stage =
        context.progress().stage("clustering", most, "numbers of clusters")) {
      for (int k = 1; k <= most; k++) {
        context.cancellation().check();
        KMeansFit clusters = KMeansFit.of(fitted, k, TRIES, context.seeds().below("segments"));
        tried.add(clusters);
        choices.add(
            new ClusterCount(
                k,
                clusters.withinSquares(fitted),
                k == 1 ? null : KMeansFit.silhouette(fitted, clusters.nearest(fitted), k)));
        stage.advance(1);
      }
    }
    return choices;
  }

  /** The number with the highest silhouette, the smallest of equals. */
  private static int chosen(List<ClusterCount> choices) {
    int chosen = choices.size() > 1 ? 2 : 1;
    double highest = Double.NEGATIVE_INFINITY;
    for (ClusterCount choice : choices) {
      Double silhouette = choice.silhouette();
      if (silhouette != null && silhouette > highest) {
        highest = silhouette;
        chosen = choice.clusters();
      }
    }
    return chosen;
  }

  /** Returns rows up to a number, evenly spaced. */
  static double[][] spaced(double[][] all, int most) {
    int count = Math.min(most, all.length);
    return IntStream.range(0, count)
        .mapToObj(i -> all[(int) ((long) all.length * i / count)])
        .toArray(double[][]::new);
  }

  /** The number of each cluster, from 1 and the largest first. */
  private static int[] numbers(int[] cluster, int count) {
    int[] sizes = new int[count];
    Arrays.stream(cluster).forEach(own -> sizes[own]++);
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingInt(own -> -sizes[own]))
            .mapToInt(own -> own)
            .toArray();
    int[] numbers = new int[count];
    for (int place = 0; place < count; place++) {
      numbers[order[place]] = place + 1;
    }
    return numbers;
  }

  private List<Cluster> clusters(
      int[] cluster,
      int[] numbers,
      @Nullable Function<int[], PurchaseScores> scores,
      int @Nullable [] clusterOfSynthetic) {
    Cluster[] found = new Cluster[numbers.length];
    for (int each = 0; each < numbers.length; each++) {
      int own = each;
      int[] rows = IntStream.range(0, cluster.length).filter(i -> cluster[i] == own).toArray();
      int[] others = IntStream.range(0, cluster.length).filter(i -> cluster[i] != own).toArray();
      double share = rows.length / (double) cluster.length;
      Double there = null;
      if (clusterOfSynthetic != null && clusterOfSynthetic.length > 0) {
        long hits = Arrays.stream(clusterOfSynthetic).filter(of -> of == own).count();
        there = hits / (double) clusterOfSynthetic.length;
      }
      found[numbers[own] - 1] =
          new Cluster(
              numbers[own],
              rows.length,
              share,
              Traits.of(table, space.columns(), rows, others),
              scores == null ? null : scores.apply(rows),
              there,
              there == null ? null : Math.min(1, there / share));
    }
    return Arrays.stream(found).filter(each -> each.rows() > 0).toList();
  }
}
