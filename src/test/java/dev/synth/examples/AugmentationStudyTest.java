package dev.synth.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class AugmentationStudyTest {
  private static final Path SOURCE =
      Path.of("src/test/java/dev/synth/examples/AugmentationStudy.java");
  private static final Path PAGE = Path.of("docs/java.md");

  @TempDir private Path folder;

  @Test
  void readsTheVerdictOfARun() throws IOException {
    String text = AugmentationStudy.run(config(), folder);
    assertThat(text)
        .contains("the oversample arm")
        .containsPattern("leave them out|use the synthetic rows");
    assertThat(AugmentationStudy.run(config(), folder)).as("found finished").isEqualTo(text);
  }

  @Test
  void fitsSamplesAndValidatesByTheParts() throws IOException {
    config();
    String text = AugmentationStudy.parts(folder.resolve("rows.csv"), 5);
    assertThat(text).startsWith("100 rows, validation passed: ");
    assertThat(AugmentationStudy.parts(folder.resolve("rows.csv"), 5)).isEqualTo(text);
  }

  @Test
  void thePageQuotesTheExampleAsItIs() throws IOException {
    String source = Files.readString(SOURCE);
    for (String mark : List.of("  // docs/java.md\n", "  // docs/java.md, parts\n")) {
      int start = source.indexOf(mark) + mark.length();
      String quoted = source.substring(start, source.indexOf("  // end\n", start));
      assertThat(Files.readString(PAGE))
          .contains("```java\n" + quoted.stripTrailing().indent(-2) + "```\n");
    }
    for (String imported : source.lines().filter(l -> l.startsWith("import dev.synth")).toList()) {
      String type = imported.substring("import ".length(), imported.length() - 1);
      assertThat(Files.readString(PAGE)).contains(type);
    }
  }

  private Path config() throws IOException {
    RandomStream stream = new Seeds(11).stream("example");
    StringBuilder rows = new StringBuilder("amount,hour,fraud\n");
    for (int row = 0; row < 400; row++) {
      int fraud = row < 40 ? 1 : 0;
      double amount = StrictMath.exp(stream.nextGaussian() + 3 + fraud);
      rows.append(String.format(Locale.ROOT, "%.2f,%d,%d%n", amount, stream.nextInt(24), fraud));
    }
    Path data = Files.writeString(folder.resolve("rows.csv"), rows);
    return Files.writeString(
        folder.resolve("study.yaml"),
        """
        name: study
        data: {source: '%s', label: fraud, positive: 1}
        generator: {kind: oversample}
        augmentation: {ratio: 0.3}
        evaluation: {classifiers: [logistic-regression], baselines: [none]}
        """
            .formatted(data));
  }
}
