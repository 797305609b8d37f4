package dev.synth.internal.report.cluster;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.cluster.Segmentation;
import dev.synth.internal.cluster.Segmentation.ClusterCount;
import dev.synth.internal.cluster.Segmentation.DbscanClusters;
import dev.synth.internal.report.chart.Chart.Scale;
import dev.synth.internal.report.chart.ChartHtml;
import dev.synth.internal.report.chart.LineChart;
import dev.synth.internal.report.chart.LineChart.Line;
import dev.synth.internal.report.chart.LineChart.Vertical;
import dev.synth.internal.report.format.Percent;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.Section;
import dev.synth.internal.report.format.Section.SectionTable;
import dev.synth.internal.report.format.TextGrid.Alignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The number of clusters, and what another method finds. */
final class ChoiceSections {
  /** Below it there is no substantial structure (Kaufman and Rousseeuw 1990, table 4). */
  private static final double NO_STRUCTURE = 0.25;

  /** Below it the structure is weak, as there. */
  private static final double WEAK = 0.5;

  private final Segmentation segments;

  ChoiceSections(Segmentation segments) {
    this.segments = segments;
  }

  /** Returns how many clusters there are. */
  Section choice() {
    List<List<String>> rows = new ArrayList<>();
    for (ClusterCount choice : segments.choices()) {
      List<String> marks = new ArrayList<>();
      if (choice.clusters() == segments.elbow()) {
        marks.add("elbow");
      }
      if (choice.clusters() == segments.chosen()) {
        marks.add("highest silhouette, taken");
      }
      rows.add(
          List.of(
              String.valueOf(choice.clusters()),
              PlainText.of("%,.1f", choice.withinSquares()),
              ReportNumbers.plain(choice.silhouette()),
              String.join("; ", marks)));
    }
    List<ClusterCount> judged =
        segments.choices().stream().filter(choice -> choice.silhouette() != null).toList();
    return new Section(
            "How many clusters",
            List.of(structure()),
            new SectionTable(
                List.of("k", "within squares", "silhouette", ""),
                List.of(Alignment.RIGHT, Alignment.RIGHT, Alignment.RIGHT, Alignment.LEFT),
                rows))
        .charted(
            ChartHtml.multiples(
                List.of(
                    curve(
                        "Elbow",
                        "The sum of squared distances to the nearest centre falls with every"
                            + " cluster; where it bends, more clusters explain little more.",
                        "within-cluster squares",
                        segments.choices(),
                        segments.elbow()),
                    curve(
                        "Silhouette",
                        "How much nearer a row is to its own cluster than to the next; higher is"
                            + " better.",
                        "mean silhouette",
                        judged,
                        segments.chosen()))));
  }

  private static LineChart curve(
      String title, String description, String name, List<ClusterCount> choices, int mark) {
    boolean isElbow = title.equals("Elbow");
    List<Double> x = choices.stream().map(choice -> (double) choice.clusters()).toList();
    List<Double> y =
        choices.stream()
            .map(
                choice ->
                    isElbow
                        ? Double.valueOf(choice.withinSquares())
                        : Objects.requireNonNullElse(choice.silhouette(), 0.0))
            .toList();
    return new LineChart(
        title,
        description,
        Scale.of("number of clusters"),
        Scale.of(name),
        List.of(Line.of(name, x, y)),
        List.of(new Vertical(mark, "k = " + mark)));
  }

  /** Returns what the silhouette says. */
  String structure() {
    double silhouette =
        segments.choices().stream()
            .filter(choice -> choice.clusters() == segments.chosen())
            .map(ClusterCount::silhouette)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(0.0);
    String value = ReportNumbers.plain(silhouette);
    if (silhouette < NO_STRUCTURE) {
      return PlainText.of(
          "The silhouette of %s says that the rows hardly fall into clusters (below 0.25): take the"
              + " patterns as a way to look at them, not as kinds.",
          value);
    }
    return silhouette < WEAK
        ? PlainText.of("The silhouette of %s says that clusters are there, and weak.", value)
        : PlainText.of("The silhouette of %s says that clusters are clearly apart.", value);
  }

  /** Returns what DBSCAN finds. */
  Section density() {
    DbscanClusters density = segments.density();
    ClusterCount chosen = segments.choices().get(segments.chosen() - 1);
    List<List<String>> rows =
        List.of(
            List.of(
                "k-means",
                String.valueOf(segments.clusters().size()),
                "0 %",
                ReportNumbers.plain(chosen.silhouette())),
            List.of(
                "DBSCAN",
                String.valueOf(density.clusters()),
                Percent.whole(density.noise()),
                ReportNumbers.plain(density.silhouette())));
    Double agreement = density.agreement();
    List<String> says = new ArrayList<>();
    says.add(
        PlainText.of(
            "DBSCAN has ε = %s (the knee of the distances to neighbour %d) and calls what no dense"
                + " place reaches noise, which its silhouette leaves aside.",
            ReportNumbers.significant(density.radius()), density.neighbours()));
    says.add(verdict(density, agreement));
    return new Section(
            "K-means beside DBSCAN",
            List.of(),
            new SectionTable(
                List.of("method", "clusters", "noise", "silhouette"),
                List.of(Alignment.LEFT, Alignment.RIGHT, Alignment.RIGHT, Alignment.RIGHT),
                rows))
        .followedBy(says);
  }

  private static String verdict(DbscanClusters density, @Nullable Double agreement) {
    if (density.clusters() < 2) {
      return density.clusters() == 0
          ? "It finds no dense place at all."
          : "It finds one dense mass: the clusters of k-means are cuts through it, not islands.";
    }
    return agreement == null
        ? "The two cannot be compared."
        : PlainText.of(
            "Where both have clusters they agree by an adjusted Rand index of %s (1: the same; 0:"
                + " by chance).",
            ReportNumbers.plain(agreement));
  }
}
