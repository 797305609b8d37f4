package dev.synth.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigReferenceTest {
  private static final Path PAGE = Path.of("docs", "config.md");

  @Test
  void thePageInTheRepositoryIsUpToDate() throws IOException {
    if (Boolean.getBoolean("rewrite.docs")) {
      Files.createDirectories(Path.of("docs"));
      Files.writeString(PAGE, ConfigReference.markdown());
    }
    assertThat(PAGE)
        .as(
            "docs/config.md; to rewrite it: mvn test -Dtest=ConfigReferenceTest"
                + " -Drewrite.docs=true")
        .hasContent(ConfigReference.markdown());
  }

  @Test
  void tellsEveryKeyWithItsDefault() {
    assertThat(ConfigReference.markdown())
        .contains("| `seed` | a whole number | `42` |")
        .contains("| `label` | a text | **must be given** |")
        .contains("| `time` | a text | left out |")
        .contains("## `generator` of `kind: vae`")
        .contains("## `evaluation.classifiers` of `kind: mlp`")
        .contains("| `[random-forest, xgboost, logistic-regression]` |")
        .contains("| `steps` | a whole number | `2000` |")
        .contains("`{max_f_beta: …}`");
  }
}
