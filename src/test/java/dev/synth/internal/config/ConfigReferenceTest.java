package dev.synth.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConfigReferenceTest {
  private static final Path PAGE = Path.of("docs", "config.md");

  private static final Pattern NUMBER =
      Pattern.compile("^\\| `[a-z0-9_]+` \\| (list; each )?a (whole )?number");

  private static final Pattern RANGE =
      Pattern.compile("at least \\d|above \\d|in [\\[(]-?\\d[^|]*[\\])]|below \\d");

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

  /** A number without one in its description would be found by trial and error. */
  @Test
  void everyNumberTellsItsRange() {
    Set<String> unbounded = Set.of("seed", "min", "max");
    List<String> without =
        ConfigReference.markdown()
            .lines()
            .filter(line -> NUMBER.matcher(line).find())
            .filter(line -> !unbounded.contains(line.split("`", -1)[1]))
            .filter(line -> !RANGE.matcher(line).find())
            .toList();
    assertThat(without).as("numbers whose range is not told").isEmpty();
  }
}
