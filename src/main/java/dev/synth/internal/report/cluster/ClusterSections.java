package dev.synth.internal.report.cluster;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.cluster.Segmentation;
import dev.synth.internal.cluster.Segmentation.Cluster;
import dev.synth.internal.cluster.Segmentation.MapPoint;
import dev.synth.internal.cluster.Segmentation.PurchaseScores;
import dev.synth.internal.cluster.Segmentation.Trait;
import dev.synth.internal.report.chart.Bars;
import dev.synth.internal.report.chart.Chart.Scale;
import dev.synth.internal.report.chart.Chart.Tone;
import dev.synth.internal.report.chart.ChartHtml;
import dev.synth.internal.report.chart.Scatter;
import dev.synth.internal.report.format.Percent;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.Section;
import dev.synth.internal.report.format.Section.SectionTable;
import dev.synth.internal.report.format.TextGrid.Alignment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The clusters that k-means found, a line each, and a map of them. */
final class ClusterSections {
  /** A cluster whose synthetic share is below this share of the real one is called lost. */
  private static final double LOST = 0.5;

  private static final int SHORT_NAME = 2;

  private final Segmentation segments;

  ClusterSections(Segmentation segments) {
    this.segments = segments;
  }

  /** Returns clusters of rows. */
  Section ofRows() {
    boolean compared = segments.run() != null;
    List<String> headers =
        new ArrayList<>(List.of("cluster", "what it could be called", "rows", "share"));
    List<Alignment> sides =
        new ArrayList<>(List.of(Alignment.RIGHT, Alignment.LEFT, Alignment.RIGHT, Alignment.RIGHT));
    if (compared) {
      headers.addAll(List.of("synthetic", "covered"));
      sides.addAll(List.of(Alignment.RIGHT, Alignment.RIGHT));
    }
    List<List<String>> rows = new ArrayList<>();
    List<String> says = new ArrayList<>();
    for (Cluster cluster : segments.clusters()) {
      List<String> cells = new ArrayList<>();
      cells.add(String.valueOf(cluster.number()));
      cells.add(name(cluster));
      cells.add(ReportNumbers.count(cluster.rows()));
      cells.add(Percent.whole(cluster.share()));
      if (compared) {
        cells.add(share(cluster.syntheticShare()));
        cells.add(share(cluster.coverage()));
      }
      rows.add(cells);
      says.add(PlainText.of("%d: %s.", cluster.number(), description(cluster)));
    }
    if (compared) {
      says.add(coverage());
    }
    return new Section(
            PlainText.of(
                "%d %s by k-means",
                segments.clusters().size(),
                segments.clusters().size() == 1 ? "cluster" : "clusters"),
            List.of(),
            new SectionTable(headers, sides, rows))
        .followedBy(says)
        .charted(chart());
  }

  /**
   * Returns the rows on a map or, where that is not kept, the shares of real and synthetic rows.
   */
  private String chart() {
    if (!segments.map().isEmpty()) {
      return ChartHtml.of(map());
    }
    List<Cluster> clusters = segments.clusters();
    return ChartHtml.of(
        new Bars(
            "Patterns of the rare class, and how well they are covered",
            "Shares of rows in each cluster of the rare training rows. The bars of a pair should be"
                + " of one length; a short synthetic bar is a pattern that was lost.",
            "share of rows",
            true,
            clusters.stream()
                .map(cluster -> PlainText.of("%d %s", cluster.number(), name(cluster)))
                .toList(),
            List.of(
                Bars.Series.of(
                    "rare training rows",
                    clusters.stream().map(Cluster::share).toList(),
                    Tone.REAL),
                Bars.Series.of(
                    "synthetic rows",
                    clusters.stream()
                        .map(cluster -> Objects.requireNonNullElse(cluster.syntheticShare(), 0.0))
                        .toList(),
                    Tone.SYNTHETIC))));
  }

  private static String share(@Nullable Double share) {
    return share == null ? ReportNumbers.NONE : Percent.whole(share);
  }

  private String coverage() {
    List<String> lost =
        segments.clusters().stream()
            .filter(cluster -> Objects.requireNonNullElse(cluster.coverage(), 1.0) < LOST)
            .map(cluster -> String.valueOf(cluster.number()))
            .toList();
    String own = Objects.requireNonNullElse(segments.run(), "");
    String run =
        own.isEmpty() ? "The synthetic rows" : PlainText.of("The synthetic rows of run '%s'", own);
    return lost.isEmpty()
        ? run + " have at least half of every cluster's share."
        : PlainText.of(
            lost.size() == 1
                ? "%s have less than half of the share of cluster %s: that pattern is thin among"
                    + " them."
                : "%s have less than half of the share of clusters %s: those patterns are thin"
                    + " among them.",
            run,
            String.join(", ", lost));
  }

  /** Returns two traits, or as many as it takes to tell the cluster from the others by name. */
  private String name(Cluster cluster) {
    if (cluster.traits().isEmpty()) {
      return "like all others";
    }
    for (int traits = SHORT_NAME; traits < cluster.traits().size(); traits++) {
      String own = name(cluster, traits);
      int length = traits;
      boolean isAnothers =
          segments.clusters().stream()
              .anyMatch(
                  other -> other.number() != cluster.number() && name(other, length).equals(own));
      if (!isAnothers) {
        return own;
      }
    }
    return name(cluster, cluster.traits().size());
  }

  private static String name(Cluster cluster, int traits) {
    return cluster.traits().stream()
        .limit(traits)
        .map(ClusterSections::shortName)
        .collect(Collectors.joining(", "));
  }

  private static String shortName(Trait trait) {
    Double own = trait.own();
    Double others = trait.others();
    return own == null || others == null
        ? trait.column() + " " + trait.level()
        : (own > others ? "high " : "low ") + trait.column();
  }

  private static String description(Cluster cluster) {
    return cluster.traits().isEmpty()
        ? "nothing sets it apart in a single column"
        : cluster.traits().stream()
            .map(ClusterSections::description)
            .collect(Collectors.joining("; "));
  }

  private static String description(Trait trait) {
    Double own = trait.own();
    Double others = trait.others();
    if (own == null || others == null) {
      return PlainText.of(
          "%s %s (%s against %s)",
          trait.column(), trait.level(), share(trait.ownShare()), share(trait.othersShare()));
    }
    return PlainText.of(
        "%s %s (median %s against %s)",
        trait.column(),
        own > others ? "high" : "low",
        ReportNumbers.significant(own),
        ReportNumbers.significant(others));
  }

  private Scatter map() {
    List<Scatter.Cloud> clouds = new ArrayList<>();
    for (Cluster cluster : segments.clusters()) {
      clouds.add(
          cloud(
              PlainText.of("%d %s", cluster.number(), called(cluster)),
              cluster.number(),
              Tone.NEXT));
    }
    if (segments.run() != null) {
      clouds.add(cloud("synthetic", 0, Tone.QUIET));
    }
    return new Scatter(
        "Clusters in the plane of the first two principal components",
        "Each point is a row; rows of one cluster have one colour. At most 600 are drawn.",
        Scale.of("first component"),
        Scale.of("second component"),
        clouds);
  }

  private String called(Cluster cluster) {
    PurchaseScores scores = cluster.scores();
    return scores == null ? name(cluster) : segment(scores);
  }

  private Scatter.Cloud cloud(String name, int cluster, Tone tone) {
    List<MapPoint> places =
        segments.map().stream().filter(place -> place.cluster() == cluster).toList();
    return new Scatter.Cloud(
        name,
        places.stream().map(MapPoint::x).toList(),
        places.stream().map(MapPoint::y).toList(),
        tone);
  }

  /** Returns clusters of customers, with the names that marketing has for them. */
  Section ofCustomers() {
    List<String> headers =
        List.of(
            "segment",
            "called",
            "customers",
            "share",
            "recency",
            "frequency",
            "monetary",
            "scores");
    List<Alignment> sides = new ArrayList<>(Collections.nCopies(headers.size(), Alignment.RIGHT));
    sides.set(1, Alignment.LEFT);
    List<List<String>> rows = new ArrayList<>();
    List<String> says = new ArrayList<>();
    for (Cluster cluster : segments.clusters()) {
      PurchaseScores scores = Objects.requireNonNull(cluster.scores());
      rows.add(
          List.of(
              String.valueOf(cluster.number()),
              segment(scores),
              ReportNumbers.count(cluster.rows()),
              Percent.whole(cluster.share()),
              rounded(scores.medianRecency()),
              rounded(scores.medianFrequency()),
              rounded(scores.medianMonetary()),
              String.format(
                  Locale.ROOT,
                  "%.1f %.1f %.1f",
                  scores.recency(),
                  scores.frequency(),
                  scores.monetary())));
      says.add(PlainText.of("%d: %s.", cluster.number(), description(cluster)));
    }
    List<String> all = new ArrayList<>();
    all.add(
        "Medians, and mean scores of recency, frequency and monetary value: quintiles from 1 to 5,"
            + " five being the most recent, the most often, the most money.");
    all.addAll(says);
    return new Section(
            PlainText.of(
                "%d %s by k-means",
                segments.clusters().size(),
                segments.clusters().size() == 1 ? "segment" : "segments"),
            List.of(),
            new SectionTable(headers, sides, rows))
        .followedBy(all)
        .charted(ChartHtml.of(map()));
  }

  /** Three digits; all digits of a whole number. */
  private static String rounded(double value) {
    return Math.abs(value) >= 100
        ? ReportNumbers.count(value)
        : ReportNumbers.significant(
            new BigDecimal(value).round(new MathContext(3, RoundingMode.HALF_EVEN)).doubleValue());
  }

  /** The names that marketing has for such scores. */
  private static String segment(PurchaseScores scores) {
    boolean often = scores.frequency() >= 3.5;
    boolean rich = scores.monetary() >= 3.5;
    if (scores.recency() >= 3.5) {
      return often ? (rich ? "champions" : "loyal") : rich ? "big spenders" : "new or occasional";
    }
    if (scores.recency() >= 2.5) {
      return often || rich ? "need attention" : "about to sleep";
    }
    return often || rich ? "at risk" : "hibernating";
  }
}
