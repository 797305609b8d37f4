package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a run whose data is written as people write numbers. */
class OwnCellsTest {
  private static final String OWN =
      "\"?\\$\\d{1,3}(,\\d{3})*\\.\\d{2}\"?,\\d+\\.\\d{2}%,(\\(\\d+\\.\\d\\)|\\d+\\.\\d),(web|pos)?";
  private static final String PLAIN = "\\d+(\\.\\d+)?,\\d+(\\.\\d+)?,-?\\d+(\\.\\d+)?,(web|pos)?";

  @TempDir Path folder;

  /**
   * A config of 400 rows with few rare ones, so that validation, which is not asked here, is quick.
   */
  private Path config(String... lines) throws IOException {
    StringBuilder text = new StringBuilder("amount,rate,par,channel,fraud\n");
    for (int i = 0; i < 400; i++) {
      text.append(
          String.format(
              Locale.ROOT,
              "\"$%,d.%02d\",%d.%d0%%,%s%d.5%s,%s,%d%n",
              900 + i * 37 % 401,
              i % 100,
              i * 7 % 90,
              i % 10,
              i % 3 == 0 ? "(" : "",
              i * 11 % 70,
              i % 3 == 0 ? ")" : "",
              i % 4 == 0 ? "web" : "pos",
              i % 13 == 0 ? 1 : 0));
    }
    Path data = Files.writeString(folder.resolve("d.csv"), text);
    List<String> all =
        Stream.concat(
                Stream.of(
                    "name: cells",
                    "data: {source: '%s', label: fraud, positive: 1}".formatted(data),
                    "augmentation: {ratio: 0.3}"),
                Stream.of(lines))
            .toList();
    return Files.write(folder.resolve("c.yaml"), all);
  }

  private Path run(Path config) {
    CommandLineRun run =
        CommandLineRun.withConfig("generate", config, folder, "--run-name", "mine");
    assertThat(run.code()).as(run.err()).isIn(0, 4); // gates may fail: few rows
    return folder.resolve("synthetic-out/mine");
  }

  private static List<String> rows(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSizeGreaterThan(10);
    return lines.subList(1, lines.size());
  }

  private Path draw(String name) {
    Path file = folder.resolve(name);
    CommandLineRun run =
        CommandLineRun.of(
            "generate",
            "--from",
            "mine",
            "--out",
            folder.toString(),
            "--rows",
            "50",
            "--to",
            file.toString());
    assertThat(run.code()).as(run.err()).isZero();
    return file;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{kind: smote-nc}", "{kind: copula}", "{kind: vae, steps: 20}", "{kind: mgs}"})
  void everyFileIsWrittenInTheDatasOwnForm(String generator) throws IOException {
    Path run = run(config("generator: " + generator));
    assertThat(rows(run.resolve("synthetic.csv"))).allMatch(row -> row.matches(OWN + ",1"));
    assertThat(rows(run.resolve("augmented.csv"))).allMatch(row -> row.matches(OWN + ",[01],[01]"));
    assertThat(rows(draw("drawn.csv"))).allMatch(row -> row.matches(OWN + ",1"));
  }

  @Test
  void plainCellsAreForPrograms() throws IOException {
    Path run = run(config("generator: {kind: smote-nc}", "generate: {cells: plain}"));
    assertThat(rows(run.resolve("synthetic.csv"))).allMatch(row -> row.matches(PLAIN + ",1"));
    assertThat(rows(run.resolve("augmented.csv")))
        .allMatch(row -> row.matches(PLAIN + ",[01],[01]"));
    assertThat(rows(draw("drawn.csv"))).allMatch(row -> row.matches(PLAIN + ",1"));
  }

  @Test
  void aDryRunPrintsHowEachColumnIsRead() throws IOException {
    Path config =
        config(
            "generator: {kind: smote-nc}",
            "evaluation: {repeats: 1, classifiers: [logistic-regression]}"); // quick to estimate
    for (String command : List.of("generate", "evaluate", "augment")) {
      CommandLineRun run = CommandLineRun.of(command, "-c", config.toString(), "--dry-run");
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out())
          .contains("  amount       numeric     written like $1,000.")
          .contains("  channel      categorical 2 levels")
          .contains("  fraud        label       31 rows are rare, '1'");
    }
  }
}
