package dev.synth.internal.report.profile;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.cluster.CustomerSegments;
import dev.synth.internal.cluster.Segmentation;
import dev.synth.internal.cluster.Segmentation.Choice;
import dev.synth.internal.cluster.Segmentation.Cluster;
import dev.synth.internal.cluster.Segmentation.Density;
import dev.synth.internal.cluster.Segmentation.Place;
import dev.synth.internal.cluster.Segmentation.Scores;
import dev.synth.internal.cluster.Segmentation.Trait;
import dev.synth.internal.report.chart.Chart.Scale;
import dev.synth.internal.report.chart.Chart.Tone;
import dev.synth.internal.report.chart.Figures;
import dev.synth.internal.report.chart.Lines;
import dev.synth.internal.report.chart.Lines.Line;
import dev.synth.internal.report.chart.Lines.Vertical;
import dev.synth.internal.report.chart.Scatter;
import dev.synth.internal.report.format.Numbers;
import dev.synth.internal.report.format.Section;
import dev.synth.internal.report.format.Section.Grid;
import dev.synth.internal.report.format.TextGrid.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The patterns of rows, in words, tables and drawings. */
final class SegmentSections {
  /** Below it there is no substantial structure (Kaufman and Rousseeuw 1990, table 4). */
  private static final double NO_STRUCTURE = 0.25;

  /** Below it the structure is weak, as there. */
  private static final double WEAK = 0.5;

  /** A cluster whose synthetic share is below this share of the real one is called lost. */
  private static final double LOST = 0.5;

  private static final int NAMED_COLUMNS = 12;

  private final Segmentation segments;
  private final String source;

  SegmentSections(Segmentation segments, String source) {
    this.segments = segments;
    this.source = source;
  }

  /** Returns the sections of rows. */
  List<Section> ofRows() {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section(title(), scaling()));
    sections.add(clusters());
    sections.add(choice());
    sections.add(density());
    return sections;
  }

  /** Returns the sections of customers. */
  List<Section> ofCustomers(CustomerSegments customers) {
    List<Section> sections = new ArrayList<>();
    List<String> first = new ArrayList<>();
    first.add(
        PlainText.of(
            "Recency is the time from a customer's last '%s' to the last one of all, frequency the"
                + " number of rows, monetary value the sum of '%s'.%s",
            customers.date(),
            customers.amount(),
            customers.leftOut() == 0
                ? ""
                : customers.leftOut() == 1
                    ? " One row lacks one of the three columns and is left out."
                    : PlainText.of(
                        " %s rows lack one of the three columns and are left out.",
                        Numbers.count(customers.leftOut()))));
    first.addAll(scaling());
    sections.add(
        new Section(
            PlainText.of(
                "RFM of %s: %s values of '%s'",
                source, Numbers.count(segments.rows()), customers.customer()),
            first));
    sections.add(customerClusters());
    sections.add(choice());
    sections.add(density());
    return sections;
  }

  private String title() {
    return PlainText.of(
        switch (segments.of()) {
          case RARE_ROWS -> "Patterns among the %s rare rows of %s";
          case ROWS -> "Patterns among the %s rows of %s";
          case CUSTOMERS -> "Patterns among %s customers of %s";
        },
        Numbers.count(segments.rows()),
        source);
  }

  private List<String> scaling() {
    List<String> says = new ArrayList<>();
    says.add(
        PlainText.of(
            "Columns: %s. Numbers are z-scores%s, levels one-hot.",
            listed(segments.columns()),
            segments.logarithmic().isEmpty()
                ? ""
                : ", on a logarithmic scale " + listed(segments.logarithmic())));
    double two = segments.components().stream().limit(2).mapToDouble(share -> share).sum();
    says.add(
        PlainText.of(
            "Principal components: the first two hold %s of the variance; %d of %d, which keep 90"
                + " %%, are what clusters are found by%s.",
            percent(two),
            segments.kept(),
            segments.components().size(),
            segments.fitted() < segments.rows()
                ? ", on " + Numbers.count(segments.fitted()) + " rows, evenly spaced"
                : ""));
    return says;
  }

  private static String listed(List<String> names) {
    int more = names.size() - NAMED_COLUMNS;
    return String.join(", ", names.subList(0, Math.min(NAMED_COLUMNS, names.size())))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  // ---- Clusters --------------------------------------------------------------------------------

  private Section clusters() {
    boolean compared = segments.run() != null;
    List<String> headers = new ArrayList<>(List.of("cluster", "rows", "share"));
    List<Side> sides = new ArrayList<>(List.of(Side.RIGHT, Side.RIGHT, Side.RIGHT));
    if (compared) {
      headers.addAll(List.of("synthetic", "covered"));
      sides.addAll(List.of(Side.RIGHT, Side.RIGHT));
    }
    headers.add("what it could be called");
    sides.add(Side.LEFT);
    List<List<String>> rows = new ArrayList<>();
    List<String> says = new ArrayList<>();
    for (Cluster cluster : segments.clusters()) {
      List<String> cells = new ArrayList<>();
      cells.add(String.valueOf(cluster.number()));
      cells.add(Numbers.count(cluster.rows()));
      cells.add(percent(cluster.share()));
      if (compared) {
        cells.add(share(cluster.syntheticShare()));
        cells.add(share(cluster.coverage()));
      }
      cells.add(name(cluster));
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
            new Grid(headers, sides, rows))
        .followedBy(says)
        .drawn(Figures.of(map()));
  }

  private static String share(@Nullable Double share) {
    return share == null ? Numbers.NONE : percent(share);
  }

  private String coverage() {
    List<String> lost =
        segments.clusters().stream()
            .filter(cluster -> Objects.requireNonNullElse(cluster.coverage(), 1.0) < LOST)
            .map(cluster -> String.valueOf(cluster.number()))
            .toList();
    String run = PlainText.of("The synthetic rows of run '%s'", segments.run());
    return lost.isEmpty()
        ? run + " have at least half of every cluster's share."
        : PlainText.of(
            "%s have less than half of the share of cluster %s: that pattern is thin among them.",
            run, String.join(", ", lost));
  }

  private static String name(Cluster cluster) {
    return cluster.traits().isEmpty()
        ? "like all others"
        : cluster.traits().stream()
            .limit(2)
            .map(SegmentSections::shortName)
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
            .map(SegmentSections::description)
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
        Numbers.significant(own),
        Numbers.significant(others));
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
    Scores scores = cluster.scores();
    return scores == null ? name(cluster) : segment(scores);
  }

  private Scatter.Cloud cloud(String name, int cluster, Tone tone) {
    List<Place> places =
        segments.map().stream().filter(place -> place.cluster() == cluster).toList();
    return new Scatter.Cloud(
        name, places.stream().map(Place::x).toList(), places.stream().map(Place::y).toList(), tone);
  }

  // ---- Customers -------------------------------------------------------------------------------

  private Section customerClusters() {
    List<String> headers =
        List.of(
            "segment",
            "customers",
            "share",
            "recency",
            "frequency",
            "monetary",
            "scores",
            "called");
    List<Side> sides = new ArrayList<>(Collections.nCopies(headers.size(), Side.RIGHT));
    sides.set(headers.size() - 1, Side.LEFT);
    List<List<String>> rows = new ArrayList<>();
    List<String> says = new ArrayList<>();
    for (Cluster cluster : segments.clusters()) {
      Scores scores = Objects.requireNonNull(cluster.scores());
      rows.add(
          List.of(
              String.valueOf(cluster.number()),
              Numbers.count(cluster.rows()),
              percent(cluster.share()),
              Numbers.significant(scores.medianRecency()),
              Numbers.significant(scores.medianFrequency()),
              Numbers.significant(scores.medianMonetary()),
              String.format(
                  Locale.ROOT,
                  "%.1f %.1f %.1f",
                  scores.recency(),
                  scores.frequency(),
                  scores.monetary()),
              segment(scores)));
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
            new Grid(headers, sides, rows))
        .followedBy(all)
        .drawn(Figures.of(map()));
  }

  /** The names that marketing has for such scores. */
  private static String segment(Scores scores) {
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

  // ---- How many, and by what -------------------------------------------------------------------

  private Section choice() {
    List<List<String>> rows = new ArrayList<>();
    for (Choice choice : segments.choices()) {
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
              Numbers.significant(choice.withinSquares()),
              Numbers.plain(choice.silhouette()),
              String.join("; ", marks)));
    }
    List<Choice> judged =
        segments.choices().stream().filter(choice -> choice.silhouette() != null).toList();
    return new Section(
            "How many clusters",
            List.of(structure()),
            new Grid(
                List.of("k", "within squares", "silhouette", ""),
                List.of(Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.LEFT),
                rows))
        .drawn(
            Figures.multiples(
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

  private static Lines curve(
      String title, String description, String name, List<Choice> choices, int mark) {
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
    return new Lines(
        title,
        description,
        Scale.of("number of clusters"),
        Scale.of(name),
        List.of(Line.of(name, x, y)),
        List.of(new Vertical(mark, "k = " + mark)));
  }

  private String structure() {
    double silhouette =
        segments.choices().stream()
            .filter(choice -> choice.clusters() == segments.chosen())
            .map(Choice::silhouette)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(0.0);
    String value = Numbers.plain(silhouette);
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

  private Section density() {
    Density density = segments.density();
    Choice chosen = segments.choices().get(segments.chosen() - 1);
    List<List<String>> rows =
        List.of(
            List.of(
                "k-means",
                String.valueOf(segments.clusters().size()),
                "0 %",
                Numbers.plain(chosen.silhouette())),
            List.of(
                "DBSCAN",
                String.valueOf(density.clusters()),
                percent(density.noise()),
                Numbers.plain(density.silhouette())));
    Double agreement = density.agreement();
    List<String> says = new ArrayList<>();
    says.add(
        PlainText.of(
            "DBSCAN has ε = %s (the knee of the distances to neighbour %d) and calls what no dense"
                + " place reaches noise, which its silhouette leaves aside.",
            Numbers.significant(density.radius()), density.neighbours()));
    says.add(verdict(density, agreement));
    return new Section(
            "K-means beside DBSCAN",
            List.of(),
            new Grid(
                List.of("method", "clusters", "noise", "silhouette"),
                List.of(Side.LEFT, Side.RIGHT, Side.RIGHT, Side.RIGHT),
                rows))
        .followedBy(says);
  }

  private static String verdict(Density density, @Nullable Double agreement) {
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
            Numbers.plain(agreement));
  }
}
