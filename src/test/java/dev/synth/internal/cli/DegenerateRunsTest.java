package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.report.page.ShownText;
import dev.synth.table.DegenerateTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns that say nothing cost no run and no report, and what people read has no NaN in it. */
class DegenerateRunsTest {
  private static final Pattern NO_NUMBER =
      Pattern.compile("\\b(NaN|Infinity|null(?! distribution))\\b|∞|\\bto –|– to\\b");

  @TempDir private Path folder;

  @Test
  @Tag("slow")
  void aRunWithAnEvaluation() throws IOException {
    check(DegenerateTables.NUMBERS_CONSTANT_IN_RARE_ROWS, "smote-nc");
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource
  void runsWithAnEvaluation(DegenerateTables table) throws IOException {
    check(table, "borderline-smote");
    check(table, "copula");
  }

  private void check(DegenerateTables table, String kind) throws IOException {
    Path config = folder.resolve("c.yaml");
    Files.writeString(
        config,
        """
        name: run
        data: {source: '%s', label: 'y', positive: 1}
        generator: {kind: %s}
        augmentation: {ratio: 0.5}
        evaluation: {repeats: 2, classifiers: [xgboost, logistic-regression]}
        """
            .formatted(table.write(folder), kind));
    Path out = folder.resolve(kind);
    CommandLineRun run =
        CommandLineRun.of(
            "generate", "--jobs", "1", "-c", config.toString(), "--force", "--out", out.toString());
    assertThat(run.code()).as(run.err()).isIn(0, 4);
    assertThat(strangeWords(run.out() + run.err())).isEmpty();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".html") || name.endsWith(".md") || name.endsWith(".tex")) {
          assertThat(strangeWords(Files.readString(file))).as("%s", file).isEmpty();
        } else if (name.endsWith(".json")) {
          assertThat(Files.readString(file)).as("%s", file).doesNotContain("NaN", "Infinity");
        }
      }
    }
  }

  private static List<String> strangeWords(String text) {
    String read = ShownText.of(text);
    Matcher matcher = NO_NUMBER.matcher(read.replace("'NaN'", "").replace("NaN, nan", ""));
    return matcher
        .results()
        .map(
            found ->
                read.substring(
                    Math.max(0, found.start() - 80), Math.min(read.length(), found.end() + 40)))
        .toList();
  }
}
