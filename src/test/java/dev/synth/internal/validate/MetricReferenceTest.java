package dev.synth.internal.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class MetricReferenceTest {
  private static final Path PAGE = Path.of("docs", "metrics.md");

  @Test
  void thePageInTheRepositoryIsUpToDate() throws IOException {
    if (Boolean.getBoolean("rewrite.docs")) {
      Files.writeString(PAGE, MetricReference.markdown());
    }
    assertThat(PAGE)
        .as(
            "docs/metrics.md; to rewrite it: mvn test -Dtest=MetricReferenceTest"
                + " -Drewrite.docs=true")
        .hasContent(MetricReference.markdown());
  }

  @Test
  void tellsEveryMetricWithItsRange() {
    String page = MetricReference.markdown();
    assertThat(MetricCatalogue.metricIds())
        .allSatisfy(id -> assertThat(page).contains("`" + id + "`"));
    assertThat(page)
        .contains("## `mean_wasserstein`, `worst_wasserstein`")
        .contains("- Range: [0, ∞); lower is better.")
        .contains("4 rows a side at least, 2,000 in a draw at most.");
  }
}
