package dev.synth.internal.report.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.cluster.Segmentation;
import dev.synth.internal.cluster.Segmentation.Cluster;
import dev.synth.internal.cluster.Segmentation.ClusterCount;
import dev.synth.internal.cluster.Segmentation.DbscanClusters;
import dev.synth.internal.cluster.Segmentation.Trait;
import dev.synth.internal.profile.DriftProfile;
import dev.synth.internal.profile.DriftProfile.ColumnDrift;
import dev.synth.internal.profile.RareProfile;
import dev.synth.internal.profile.SplitAdvice;
import dev.synth.internal.profile.SplitAdvice.Reason;
import dev.synth.internal.profile.TrainingProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrainingRowsSectionTest {
  private static final String HOSTILE = "</script>";

  private static RareProfile label(int rare) {
    return new RareProfile("y", "1", "0", 98, rare, rare, 0, 0, 0, List.of());
  }

  private static SplitAdvice byTime() {
    return new SplitAdvice(true, HOSTILE, null, 0, 40, List.of(Reason.DRIFT));
  }

  private static DriftProfile drift() {
    return new DriftProfile(
        HOSTILE,
        "2024-01-01",
        "2024-12-31",
        List.of(),
        null,
        List.of(new ColumnDrift("a|b", 0.25, 1, 2, null)));
  }

  private static String html(int rare, @Nullable SplitAdvice split, @Nullable DriftProfile drift) {
    return TrainingRowsSection.of(new TrainingProfile(label(rare), split, drift), false);
  }

  @Test
  void labelsAndSplitAreAlwaysThere() {
    String html = html(9, new SplitAdvice(false, null, null, 0, 0, List.of(Reason.NO_TIME)), null);
    assertThat(html)
        .startsWith("<h3>Labels in doubt</h3>\n<p>Rare rows are too few to look for labels")
        .contains(
            "<h3>Advisable split</h3>\n<ul>\n<li>split: {method: random}, the default</li>",
            "<p class=\"note\">By the training rows alone; synth profile looks at all rows.</p>")
        .doesNotContain("Over time");
  }

  @Test
  void aSplitThatIsNotAdvisedSaysWhy() {
    assertThat(html(98, null, null))
        .contains("<p>Which split is advisable shows in rows of both classes alone.</p>")
        .doesNotContain("<ul>");
    assertThat(html(9, null, null)).contains("<p>The column that orders the rows is not modelled,");
  }

  @Test
  void whatChangesOverTimeIsToldOnce() {
    assertThat(html(9, byTime(), drift()))
        .contains("<h3>Over time: &#39;&lt;/script&gt;&#39;</h3>")
        .contains("&#39;a|b&#39; drifts: median 1 in the earlier half, 2 in the later one");
    assertThat(TrainingRowsSection.of(new TrainingProfile(label(9), byTime(), drift()), true))
        .as("a chart of the page shows it")
        .doesNotContain("Over time", "a|b");
  }

  @Test
  void namesAreEscaped() {
    assertThat(html(9, byTime(), drift()))
        .contains("split: {method: time}, with data: {time: &#39;&lt;/script&gt;&#39;}")
        .doesNotContain("</script>&");
  }

  @Test
  void patternsAreTheSectionsOfClusters() {
    Segmentation one =
        new Segmentation(
            Segmentation.Kind.RARE_ROWS,
            40,
            40,
            List.of("x"),
            List.of(),
            List.of(1.0),
            1,
            List.of(new ClusterCount(1, 90, null)),
            1,
            1,
            new DbscanClusters(0.5, 4, 0, 1, null, null),
            List.of(
                new Cluster(
                    1,
                    40,
                    1,
                    List.of(new Trait("place", null, null, HOSTILE, 1.0, 0.5, 1)),
                    null,
                    1.0,
                    1.0)),
            List.of(),
            "");
    assertThat(TrainingRowsSection.patterns(one))
        .contains("<h3>How many clusters</h3>", "class=\"name\">place &lt;/script&gt;</td>")
        .doesNotContain("place </script>");
  }
}
