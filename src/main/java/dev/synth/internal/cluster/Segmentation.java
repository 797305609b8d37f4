package dev.synth.internal.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of some rows.
 *
 * @param of what the rows are
 * @param rows how many there are
 * @param fitted how many of them clusters were found on
 * @param columns the columns that were looked at
 * @param logarithmic those of them that stand on a logarithmic scale
 * @param components the share of the variance of each principal component, falling
 * @param kept how many components were kept
 * @param choices k-means by its number of clusters
 * @param elbow the number of clusters at the elbow of the within-cluster squares
 * @param chosen the number of clusters with the highest silhouette
 * @param density what DBSCAN found
 * @param clusters those of k-means, the largest first
 * @param map rows in the plane of the first two components, evenly spaced
 * @param run the run whose synthetic rows are compared, or null
 */
public record Segmentation(
    Kind of,
    int rows,
    int fitted,
    List<String> columns,
    List<String> logarithmic,
    List<Double> components,
    int kept,
    List<ClusterCount> choices,
    int elbow,
    int chosen,
    DbscanClusters density,
    List<Cluster> clusters,
    List<MapPoint> map,
    @Nullable String run) {
  /** The kind of thing that rows are. */
  public enum Kind {
    /** The rows of the rare class. */
    RARE_ROWS,
    /** All rows of a plain table. */
    ROWS,
    /** Customers, or what else buys: one row each. */
    CUSTOMERS
  }

  /**
   * A number of clusters.
   *
   * @param clusters k
   * @param withinSquares the sum of squared distances to the nearest centre
   * @param silhouette the mean silhouette, in [−1, 1]; null of one cluster
   */
  public record ClusterCount(int clusters, double withinSquares, @Nullable Double silhouette) {}

  /**
   * The findings of DBSCAN.
   *
   * @param radius ε, by the knee of the distances to the neighbour of the number below
   * @param neighbours the fewest points within ε that make a core point
   * @param clusters how many clusters there are
   * @param noise the share of rows in none of them
   * @param silhouette the mean silhouette of the rows that are in one; null below two clusters
   * @param agreement with k-means: the adjusted Rand index of rows that are no noise, 0 by chance,
   *     1 where equal; null where nothing is left to compare
   */
  public record DbscanClusters(
      double radius,
      int neighbours,
      int clusters,
      double noise,
      @Nullable Double silhouette,
      @Nullable Double agreement) {}

  /**
   * A cluster.
   *
   * @param number from 1
   * @param rows how many rows it has
   * @param share their share of all rows
   * @param traits what sets it apart, the strongest first
   * @param scores mean scores of recency, frequency and monetary value, 1 to 5; null for other rows
   * @param syntheticShare the share of synthetic rows in it; null where none are compared
   * @param coverage that share over the real rows' share, at most 1; null where none are compared
   */
  public record Cluster(
      int number,
      int rows,
      double share,
      List<Trait> traits,
      @Nullable PurchaseScores scores,
      @Nullable Double syntheticShare,
      @Nullable Double coverage) {
    public Cluster {
      traits = List.copyOf(traits);
    }

    private Cluster withoutTraits() {
      return new Cluster(number, rows, share, List.of(), scores, syntheticShare, coverage);
    }
  }

  /**
   * A trait that sets a cluster apart in a column.
   *
   * @param column its name
   * @param own the median in the cluster; null of levels
   * @param others the median of all other rows; null of levels
   * @param level the level that sets it apart; null of numbers
   * @param ownShare that level's share in the cluster; null of numbers
   * @param othersShare that level's share of all other rows; null of numbers
   * @param strength how far apart, in [0, 1]: medians in spreads, or shares
   */
  public record Trait(
      String column,
      @Nullable Double own,
      @Nullable Double others,
      @Nullable String level,
      @Nullable Double ownShare,
      @Nullable Double othersShare,
      double strength) {}

  /**
   * The purchases of customers, and their mean scores from 1 to 5, five being best: the most
   * recent, the most often, the most money.
   *
   * @param recency the mean score of the last purchase
   * @param frequency of the number of purchases
   * @param monetary of what was spent
   * @param medianRecency the median number of days since the last purchase
   * @param medianFrequency the median number of purchases
   * @param medianMonetary the median of what was spent
   */
  public record PurchaseScores(
      double recency,
      double frequency,
      double monetary,
      double medianRecency,
      double medianFrequency,
      double medianMonetary) {}

  /**
   * A row on the map.
   *
   * @param x the first component
   * @param y the second
   * @param cluster its cluster's number; 0 of a synthetic row
   */
  public record MapPoint(double x, double y, int cluster) {}

  /**
   * Returns the same without what shows single rows: no map, and no traits of clusters with fewer
   * rows than that.
   *
   * @param fewest the fewest rows of a cluster whose traits are kept
   */
  public Segmentation withoutRows(int fewest) {
    List<Cluster> told =
        clusters.stream().map(each -> each.rows() < fewest ? each.withoutTraits() : each).toList();
    return new Segmentation(
        of,
        rows,
        fitted,
        columns,
        logarithmic,
        components,
        kept,
        choices,
        elbow,
        chosen,
        density,
        told,
        List.of(),
        run);
  }

  public Segmentation {
    columns = List.copyOf(columns);
    logarithmic = List.copyOf(logarithmic);
    components = List.copyOf(components);
    choices = List.copyOf(choices);
    clusters = List.copyOf(clusters);
    map = List.copyOf(map);
  }
}
