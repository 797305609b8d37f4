package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code compare} with a split by time, as it is called. */
class TimeSplitTest {
  private static final int ROWS = 3000;

  @TempDir Path folder;

  /** Each of four columns says a little: a forest learns it from 16 rare rows, but coarsely. */
  @Test
  @Tag("slow")
  void aPlantedEffectIsFoundWithTheSameBytesForAnyJobs() throws IOException {
    Path config = config(file(60, 1), 2, "rare_rows: [16]");
    CommandLineRun run = call(config, "--run-name", "one", "--jobs", "1", "--fail-on-harm");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("the time split has 2 windows × 3 refits;");
    JsonNode comparison = comparison("one");
    JsonNode primary = comparison.path("primary").path(0);
    assertThat(primary.path("verdict").asText()).as(run.out()).isEqualTo("uplift");
    assertThat(primary.path("estimate").path("blocks").toString())
        .isEqualTo("{\"windows\":2,\"refits\":3,\"blocks\":24,\"unit\":\"day\"}");
    assertThat(Files.readAllLines(path("one", "runs.csv"))).hasSize(1 + 6 * 2);
    assertThat(comparison.path("savings")).hasSize(2);
    for (JsonNode saving : comparison.path("savings")) {
      double mean = saving.path("mean").asDouble();
      assertThat(saving.path("low").asDouble()).isLessThan(mean);
      assertThat(saving.path("high").asDouble()).isGreaterThan(mean);
    }
    assertThat(run.out()).contains("2 windows × 3 refits of about").doesNotContain("6 repeats");
    assertThat(Files.readString(path("one", "report.html")))
        .contains("2 windows × 3 refits, split by time", "Window 2, refit 1", "Window 1, refit 3")
        .doesNotContain("6 repeats");
    String tables = CommandLineRun.of("report", path("one", "runs.csv").toString()).out();
    assertThat(tables).contains("each of 2 windows × 3 refits").doesNotContain("6 repeats");
    assertThat(call(config, "--dry-run").out()).contains("measured     2 windows × 3 refits");
    assertThat(call(config, "--run-name", "two", "--jobs", "3").code()).isZero();
    for (String name : new String[] {"runs.csv", "comparison.json", "report.html"}) {
      assertThat(path("two", name)).hasSameTextualContentAs(path("one", name));
    }
  }

  @Test
  @Tag("slow")
  void whereNothingCanBeLearnedNothingIsDecided() throws IOException {
    CommandLineRun run = call(config(file(60, 0), 2, "rare_rows: [all]"), "--run-name", "none");

    assertThat(run.code()).as(run.err()).isZero();
    JsonNode primary = comparison("none").path("primary").path(0);
    assertThat(primary.path("verdict").asText()).isEqualTo("undecided");
    assertThat(primary.path("estimate").path("p").isNumber()).isTrue();
    assertThat(primary.path("sentence").asText())
        .contains("test days in 2 windows, 3 refits each", "could not have been seen");
  }

  /** A batch a week: the test rows span weeks, but lie on few days. */
  @Test
  void fewDaysAreDescriptiveOnly() throws IOException {
    CommandLineRun run = call(config(file(10, 1), 1, "rare_rows: [16]"), "--run-name", "few");

    assertThat(run.code()).as(run.err()).isZero();
    JsonNode primary = comparison("few").path("primary").path(0);
    assertThat(primary.path("verdict").asText()).isEqualTo("undecided");
    assertThat(primary.path("sentence").asText())
        .contains("2 test days are descriptive only, a verdict takes 8");
  }

  @Test
  void windowsWithFewRareRowsAreRefusedBeforeAnythingIsFitted() throws IOException {
    CommandLineRun run =
        CommandLineRun.of(
            "compare",
            "--config",
            config(file(60, 1), 8, "rare_rows: [all]").toString(),
            "--set",
            "split.test=0.05",
            "--out",
            folder.toString());

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("rare rows; at least 20 are needed").doesNotContain("\tat ");
    assertThat(folder.resolve("evaluation").resolve("small")).doesNotExist();
  }

  private CommandLineRun call(Path config, String... options) {
    return CommandLineRun.withConfig("compare", config, folder, options);
  }

  private JsonNode comparison(String run) throws IOException {
    return Json.mapper().readTree(path(run, "comparison.json").toFile());
  }

  private Path path(String run, String name) {
    return folder.resolve("evaluation").resolve(run).resolve(name);
  }

  private Path config(Path data, int origins, String rareRows) throws IOException {
    return SmallData.config(
        folder,
        data,
        "data: {source: '%s', label: fraud, positive: 1, time: at}".formatted(data),
        "split: {method: time, validation: 0.2, test: 0.2, gap: 1h, origins: %d}"
            .formatted(origins),
        "compare: {generators: [copula], ratios: [0.2], %s}".formatted(rareRows),
        "evaluation: {classifiers: [random-forest], baselines: [none],"
            + " costs: {missed: 100, alert: 5}}");
  }

  /** Rows on some days, one in ten of them rare and, with a signal, larger. */
  private Path file(int days, double signal) throws IOException {
    RandomStream stream = new Seeds(3).stream("time");
    StringBuilder text = new StringBuilder("at,a,b,c,d,fraud\n");
    LocalDateTime start = LocalDateTime.of(2026, 1, 1, 0, 0);
    int daysApart = days < 60 ? 7 : 1;
    for (int row = 0; row < ROWS; row++) {
      int day = (int) ((long) row * days / ROWS);
      LocalDateTime at = start.plusDays((long) day * daysApart).plusSeconds(row % 80 * 600L + row);
      boolean rare = row % 10 == 3;
      double shift = rare ? signal : 0;
      text.append(
          String.format(
              Locale.ROOT,
              "%s,%.4f,%.4f,%.4f,%.4f,%d%n",
              at,
              shift + stream.nextGaussian(),
              shift + stream.nextGaussian(),
              shift + stream.nextGaussian(),
              shift + stream.nextGaussian(),
              rare ? 1 : 0));
    }
    return Files.writeString(folder.resolve("time.csv"), text);
  }
}
