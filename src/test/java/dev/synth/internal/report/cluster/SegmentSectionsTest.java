package dev.synth.internal.report.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.cluster.CustomerSegments;
import dev.synth.internal.cluster.Segmentation;
import dev.synth.internal.cluster.Segmentation.Cluster;
import dev.synth.internal.cluster.Segmentation.ClusterCount;
import dev.synth.internal.cluster.Segmentation.DbscanClusters;
import dev.synth.internal.cluster.Segmentation.Kind;
import dev.synth.internal.cluster.Segmentation.MapPoint;
import dev.synth.internal.cluster.Segmentation.PurchaseScores;
import dev.synth.internal.cluster.Segmentation.Trait;
import dev.synth.internal.report.format.Section;
import dev.synth.internal.report.format.Section.SectionTable;
import dev.synth.internal.report.profile.ProfileReport;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SegmentSectionsTest {
  private static final Trait HIGH = new Trait("<amount>", 310.0, 24.0, null, null, null, 2);
  private static final Trait LOW = new Trait("hour", 1.0, 2.5, null, null, null, 1);
  private static final Trait LEVEL = new Trait("place", null, null, "o", 1.0, 0.25, 1);

  private static Segmentation segments(
      Kind of, @Nullable String run, double silhouette, Cluster... clusters) {
    return new Segmentation(
        of,
        1234,
        1234,
        List.of("<amount>", "hour"),
        List.of("<amount>"),
        List.of(0.5, 0.25, 0.25),
        2,
        List.of(new ClusterCount(1, 90, null), new ClusterCount(2, 40, silhouette)),
        2,
        2,
        new DbscanClusters(0.5, 4, 3, 0.125, 0.25, 0.75),
        List.of(clusters),
        List.of(new MapPoint(1, 2, 1), new MapPoint(3, 4, 0)),
        run);
  }

  private static Cluster cluster(
      int number, @Nullable Double synthetic, @Nullable Double coverage, Trait... traits) {
    return new Cluster(number, 617, 0.5, List.of(traits), null, synthetic, coverage);
  }

  private static List<Section> rows(Segmentation segments) {
    return new SegmentSections(segments, "a.csv").ofRows();
  }

  private static List<List<String>> cells(Section section) {
    SectionTable grid = section.grid();
    return Objects.requireNonNull(grid).rows();
  }

  @Test
  void theTitleSaysWhichRows() {
    assertThat(rows(segments(Kind.RARE_ROWS, null, 0.5, cluster(1, null, null))).getFirst().title())
        .isEqualTo("Patterns among the 1,234 rare rows of a.csv");
    Section first = rows(segments(Kind.ROWS, null, 0.5, cluster(1, null, null))).getFirst();
    assertThat(first.title()).isEqualTo("Patterns among the 1,234 rows of a.csv");
    assertThat(first.sentences())
        .containsExactly(
            "Columns: <amount>, hour. Numbers are z-scores (of the logarithm: <amount>), levels"
                + " one-hot.",
            "Principal components: the first two hold 75 % of the variance; 2 of 3, which keep 90"
                + " %, are what clusters are found by.");
  }

  @Test
  void clustersAreNamedByWhatSetsThemApart() {
    Section section =
        rows(segments(
                Kind.ROWS,
                null,
                0.5,
                cluster(1, null, null, HIGH, LOW, LEVEL),
                cluster(2, null, null)))
            .get(1);
    assertThat(section.title()).isEqualTo("2 clusters by k-means");
    assertThat(cells(section))
        .containsExactly(
            List.of("1", "high <amount>, low hour", "617", "50 %"),
            List.of("2", "like all others", "617", "50 %"));
    assertThat(section.after())
        .containsExactly(
            "1: <amount> high (median 310 against 24); hour low (median 1 against 2.5); place o"
                + " (100 % against 25 %).",
            "2: nothing sets it apart in a single column.");
    assertThat(section.chartHtml()).doesNotContain("<amount>").contains("\\u003camount");
  }

  @Test
  void clustersThatShareTwoTraitsAreToldApartByAThird() {
    Section section =
        rows(segments(
                Kind.ROWS,
                null,
                0.5,
                cluster(1, null, null, HIGH, LOW, LEVEL),
                cluster(2, null, null, HIGH, LOW, new Trait("rate", 1.0, 2.0, null, null, null, 1)),
                cluster(3, null, null, HIGH, LEVEL, LOW)))
            .get(1);
    assertThat(cells(section).stream().map(row -> row.get(1)))
        .containsExactly(
            "high <amount>, low hour, place o",
            "high <amount>, low hour, low rate",
            "high <amount>, place o");
  }

  @Test
  void aPageBeginsWithWhatWasFound() {
    SegmentSections sections =
        new SegmentSections(
            segments(Kind.RARE_ROWS, null, 0.3, cluster(1, null, null), cluster(2, null, null)),
            "a.csv");
    assertThat(sections.word()).isEqualTo("2 patterns");
    assertThat(sections.summary())
        .containsExactly(
            "Of 1,234 rare rows, by 2 columns.",
            "The silhouette of 0.300 says that clusters are there, and weak.");
    assertThat(sections.belowTheTop().stream().map(Section::title))
        .containsExactly(
            "2 clusters by k-means",
            "How many clusters",
            "K-means beside DBSCAN",
            "How rows were compared");
  }

  @Test
  void oneClusterIsNoPlural() {
    assertThat(rows(segments(Kind.ROWS, null, 0.5, cluster(1, null, null))).get(1).title())
        .isEqualTo("1 cluster by k-means");
  }

  /** Half of a cluster's share is enough; less is thin; what is unknown is a dash. */
  @Test
  void syntheticRowsCoverClustersOrDoNot() {
    Section covered =
        rows(segments(Kind.ROWS, "r7", 0.5, cluster(1, 0.25, 0.5), cluster(2, null, null))).get(1);
    assertThat(cells(covered).getFirst()).contains("25 %", "50 %");
    assertThat(cells(covered).getLast()).contains("–");
    assertThat(covered.after())
        .last()
        .isEqualTo("The synthetic rows of run 'r7' have at least half of every cluster's share.");
    Section thin =
        rows(segments(Kind.ROWS, "r7", 0.5, cluster(1, 0.25, 0.49), cluster(2, 0.1, 0.2))).get(1);
    assertThat(thin.after())
        .last()
        .isEqualTo(
            "The synthetic rows of run 'r7' have less than half of the share of clusters 1, 2:"
                + " those patterns are thin among them.");
  }

  @Test
  void theSilhouetteSaysHowMuchStructureThereIs() {
    assertThat(structure(0.24))
        .startsWith("The silhouette of 0.240 says that the rows hardly fall");
    assertThat(structure(0.25)).endsWith("0.250 says that clusters are there, and weak.");
    assertThat(structure(0.5)).endsWith("0.500 says that clusters are clearly apart.");
  }

  private static String structure(double silhouette) {
    return rows(segments(Kind.ROWS, null, silhouette, cluster(1, null, null)))
        .get(2)
        .sentences()
        .getFirst();
  }

  @Test
  void theChoiceIsMarked() {
    assertThat(cells(rows(segments(Kind.ROWS, null, 0.5, cluster(1, null, null))).get(2)))
        .containsExactly(
            List.of("1", "90.0", "–", ""),
            List.of("2", "40.0", "0.500", "elbow; highest silhouette, taken"));
  }

  @Test
  void customersHaveNamesOfMarketing() {
    PurchaseScores best = new PurchaseScores(4, 4, 4, 10, 12, 3400);
    PurchaseScores gone = new PurchaseScores(1, 1, 1, 400, 1, 20);
    Segmentation segments = segments(Kind.CUSTOMERS, null, 0.5, scored(1, best), scored(2, gone));
    List<Section> sections =
        new SegmentSections(segments, "a.csv")
            .ofCustomers(new CustomerSegments("a.csv", "card", "day", "sum", 1, segments));
    assertThat(sections.getFirst().title()).isEqualTo("RFM of a.csv: 1,234 values of 'card'");
    assertThat(sections.getFirst().sentences().getFirst())
        .endsWith("the sum of 'sum'. One row lacks one of the three columns and is left out.");
    assertThat(cells(sections.get(1)))
        .containsExactly(
            List.of("1", "champions", "617", "50 %", "10", "12", "3,400", "4.0 4.0 4.0"),
            List.of("2", "hibernating", "617", "50 %", "400", "1", "20", "1.0 1.0 1.0"));
  }

  private static Cluster scored(int number, PurchaseScores scores) {
    return new Cluster(number, 617, 0.5, List.of(), scores, null, null);
  }

  /** The page is the same sections; a hostile source does not break out of it. */
  @Test
  void aPageEscapesItsSource() {
    Segmentation segments = segments(Kind.ROWS, null, 0.5, cluster(1, null, null, HIGH));
    String page = ProfileReport.html(segments, "<b>.csv");
    assertThat(page).contains("&lt;b&gt;.csv").doesNotContain("<b>.csv").doesNotContain("<amount>");
    assertThat(ProfileReport.plain(segments, "a.csv"))
        .startsWith("Patterns among the 1,234 rows of a.csv\n  Columns: <amount>, hour.");
  }
}
