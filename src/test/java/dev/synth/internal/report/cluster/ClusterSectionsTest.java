package dev.synth.internal.report.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.cluster.Segmentation.Cluster;
import dev.synth.internal.cluster.Segmentation.MapPoint;
import dev.synth.internal.cluster.Segmentation.PurchaseScores;
import dev.synth.internal.cluster.Segmentation.Trait;
import dev.synth.internal.report.format.Section;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClusterSectionsTest {
  private static Cluster cluster(int number, @Nullable Double coverage, Trait... traits) {
    Double synthetic = coverage == null ? null : (Double) (0.5 * coverage);
    return new Cluster(number, 1200, 0.5, List.of(traits), null, synthetic, coverage);
  }

  private static Section rows(@Nullable String run, Cluster... clusters) {
    return new ClusterSections(ClusterFacts.segments(run, List.of(), clusters)).ofRows();
  }

  private static List<List<String>> cells(Section section) {
    return Objects.requireNonNull(section.grid()).rows();
  }

  @Test
  void withoutAClusterThereIsATitle() {
    Section section = rows(null);
    assertThat(section.title()).isEqualTo("0 clusters by k-means");
    assertThat(cells(section)).isEmpty();
    assertThat(section.after()).isEmpty();
  }

  @Test
  void levelsAndNumbersAreNamedEachInItsWay() {
    Section section =
        rows(
            null,
            cluster(
                1,
                null,
                new Trait("a|b", 1.0, 2.0, null, null, null, 1),
                new Trait("place", null, null, "</script>", 0.75, null, 1)));
    assertThat(cells(section))
        .containsExactly(List.of("1", "low a|b, place </script>", "1,200", "50 %"));
    assertThat(section.after())
        .containsExactly("1: a|b low (median 1 against 2); place </script> (75 % against –).");
    assertThat(section.chartHtml()).doesNotContain("place </script>");
  }

  /** Rows that are not kept leave shares to draw: of real rows, and of synthetic ones. */
  @Test
  void withoutAMapThereAreBars() {
    assertThat(rows("", cluster(1, 1.0)).chartHtml())
        .contains("Patterns of the rare class, and how well they are covered");
    Section mapped =
        new ClusterSections(
                ClusterFacts.segments("r7", List.of(new MapPoint(1, 2, 1)), cluster(1, 1.0)))
            .ofRows();
    assertThat(mapped.chartHtml())
        .contains("Clusters in the plane of the first two principal components", "synthetic")
        .doesNotContain("how well they are covered");
  }

  @Test
  void patternsThatAreThinAreListed() {
    assertThat(rows("", cluster(1, 0.5), cluster(2, null)).after())
        .last()
        .isEqualTo("The synthetic rows have at least half of every cluster's share.");
    assertThat(rows("it's", cluster(1, 0.49), cluster(2, 1.0)).after())
        .last()
        .isEqualTo(
            "The synthetic rows of run 'it's' have less than half of the share of cluster 1: that"
                + " pattern is thin among them.");
    assertThat(rows("", cluster(1, 0.0), cluster(2, 0.1)).after())
        .last()
        .isEqualTo(
            "The synthetic rows have less than half of the share of clusters 1, 2: those patterns"
                + " are thin among them.");
  }

  /** The borders, 2.5 and 3.5, are those of the better name. */
  @Test
  void customersAreCalledByTheirScores() {
    assertThat(called(3.5, 3.5, 3.5)).isEqualTo("champions");
    assertThat(called(3.5, 3.5, 3.4)).isEqualTo("loyal");
    assertThat(called(3.5, 3.4, 3.5)).isEqualTo("big spenders");
    assertThat(called(5, 1, 1)).isEqualTo("new or occasional");
    assertThat(called(3.4, 1, 3.5)).isEqualTo("need attention");
    assertThat(called(2.5, 3.4, 3.4)).isEqualTo("about to sleep");
    assertThat(called(2.4, 3.5, 1)).isEqualTo("at risk");
    assertThat(called(1, 1, 1)).isEqualTo("hibernating");
  }

  private static String called(double recency, double frequency, double monetary) {
    return customers(new PurchaseScores(recency, frequency, monetary, 1, 1, 1)).get(1);
  }

  private static List<String> customers(PurchaseScores scores) {
    Cluster cluster = new Cluster(1, 1200, 1, List.of(), scores, null, null);
    return cells(new ClusterSections(ClusterFacts.segments(null, List.of(), cluster)).ofCustomers())
        .getFirst();
  }

  @Test
  void mediansHaveThreeDigitsAndWholeNumbersAll() {
    assertThat(customers(new PurchaseScores(4.25, 4, 4, 1234.5, 12.345, 0.5)).subList(4, 8))
        .containsExactly("1,235", "12.3", "0.5", "4.3 4.0 4.0");
  }
}
