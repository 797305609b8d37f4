package dev.synth.internal.report.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.cluster.Segmentation;
import dev.synth.internal.cluster.Segmentation.ClusterCount;
import dev.synth.internal.cluster.Segmentation.DbscanClusters;
import dev.synth.internal.report.format.Section;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChoiceSectionsTest {
  private static final ClusterCount ONE = new ClusterCount(1, 1234.5, null);
  private static final ClusterCount TWO = new ClusterCount(2, 40, 0.4);
  private static final ClusterCount THREE = new ClusterCount(3, 30, 0.6);

  private static List<List<String>> cells(Section section) {
    return Objects.requireNonNull(section.grid()).rows();
  }

  private static Section density(int chosen, DbscanClusters density) {
    return new ChoiceSections(ClusterFacts.choices(2, chosen, density, ONE, TWO, THREE)).density();
  }

  private static DbscanClusters dbscan(
      int clusters, @Nullable Double silhouette, @Nullable Double agreement) {
    return new DbscanClusters(0.123456, 4, clusters, 0.5, silhouette, agreement);
  }

  /** One cluster has no silhouette, and so no structure that it could show. */
  @Test
  void oneClusterIsAChoiceWithoutASilhouette() {
    Segmentation one = ClusterFacts.choices(1, 1, ClusterFacts.ISLANDS, ONE);
    Section choice = new ChoiceSections(one).choice();
    assertThat(cells(choice))
        .containsExactly(List.of("1", "1,234.5", "–", "elbow; highest silhouette, taken"));
    assertThat(choice.sentences())
        .singleElement()
        .asString()
        .startsWith("The silhouette of 0.000 says that the rows hardly fall into clusters");
    assertThat(choice.chartHtml()).contains("k = 1").doesNotContain("NaN");
  }

  @Test
  void elbowAndChoiceAreMarkedEachInItsLine() {
    Section choice =
        new ChoiceSections(ClusterFacts.choices(2, 3, ClusterFacts.ISLANDS, ONE, TWO, THREE))
            .choice();
    assertThat(cells(choice).stream().map(List::getLast))
        .containsExactly("", "elbow", "highest silhouette, taken");
    assertThat(choice.sentences())
        .containsExactly("The silhouette of 0.600 says that clusters are clearly apart.");
    assertThat(choice.chartHtml()).contains("Elbow", "Silhouette", "k = 2", "k = 3");
  }

  @Test
  void bothMethodsHaveALineAndTheirAgreement() {
    Section density = density(3, dbscan(2, 0.25, 0.75));
    assertThat(cells(density).getLast()).containsExactly("DBSCAN", "2", "50 %", "0.250");
    assertThat(cells(density).getFirst()).endsWith("0.600");
    assertThat(density.after())
        .containsExactly(
            "DBSCAN has ε = 0.1235 (the knee of the distances to neighbour 4) and calls what no"
                + " dense place reaches noise, which its silhouette leaves aside.",
            "Where both have clusters they agree by an adjusted Rand index of 0.750 (1: the same;"
                + " 0: by chance).");
  }

  @Test
  void whatCannotBeComparedSaysWhy() {
    assertThat(density(1, dbscan(0, null, null)).after())
        .last()
        .isEqualTo("It finds no dense place at all.");
    assertThat(density(1, dbscan(1, null, null)).after())
        .last()
        .asString()
        .startsWith("It finds one dense mass:");
    Section apart = density(1, dbscan(2, null, null));
    assertThat(apart.after()).last().isEqualTo("The two cannot be compared.");
    assertThat(cells(apart).stream().map(List::getLast)).containsExactly("–", "–");
  }
}
