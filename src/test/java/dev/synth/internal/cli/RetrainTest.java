package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.Micros;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.bundle.BundleFiles;
import dev.synth.internal.table.cell.InstantText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A challenger against a model in use, on the command line. */
class RetrainTest {
  private static final int FIRST_DAY = 20_000;
  private static final int ROWS_A_DAY = 30;
  private static final int FITTED_DAYS = 30;
  private static final int ALL_DAYS = 75;

  @TempDir Path folder;

  /** Frauds have large amounts, or from a day on small ones by the web. */
  private Path rows(String name, int days, int movesOn) throws IOException {
    StringBuilder text = new StringBuilder("at,amount,channel,fraud\n");
    for (int day = 0; day < days; day++) {
      RandomStream stream = new Seeds(3).stream("day " + day);
      for (int row = 0; row < ROWS_A_DAY; row++) {
        boolean rare = row % 10 == 0;
        boolean moved = rare && day >= movesOn;
        String channel = moved ? "web" : stream.nextDouble() < 0.2 ? "web" : "shop";
        double level = moved ? 1 : rare ? 5 : 3;
        text.append(
            PlainText.of(
                "%s,%.2f,%s,%d%n",
                InstantText.timestamp(
                    (FIRST_DAY + day) * Micros.PER_DAY + row * Micros.PER_HOUR / 2),
                StrictMath.exp(0.7 * stream.nextGaussian() + level),
                channel,
                rare ? 1 : 0));
      }
    }
    return Files.writeString(folder.resolve(name), text);
  }

  private Path model() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("cards.yaml"),
            """
            name: cards
            data: {source: '%s', label: fraud, positive: 1, exclude: [at], time: at}
            augmentation: {ratio: 0.3}
            evaluation: {classifiers: [{kind: xgboost, trees: 5}], effect: 0.05}
            """
                .formatted(rows("fitted.csv", FITTED_DAYS, ALL_DAYS)));
    Path model = folder.resolve("model");
    CommandLineRun run =
        run("fit", "-q", "--config", config, "--to", model, "--arm", "none", "--out", folder);
    assertThat(run.code()).as(run.err()).isZero();
    return model;
  }

  private static CommandLineRun run(Object... args) {
    return CommandLineRun.of(Stream.of(args).map(String::valueOf).toArray(String[]::new));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(Path::getFileName).map(Path::toString).sorted().toList();
    }
  }

  @Test
  void aBetterChallengerTakesThePlaceOfTheModel() throws IOException {
    Path model = model();
    String before = BundleFiles.read(model).version();
    Path all = rows("all.csv", ALL_DAYS, FITTED_DAYS);
    CommandLineRun run =
        run("retrain", "--champion", model, "--rows", all, "--days", 20, "--json", "-q");

    assertThat(run.code()).as(run.err()).isZero();
    JsonNode entry = Json.mapper().readTree(run.out());
    assertThat(entry.path("is_promoted").asBoolean()).as(run.out()).isTrue();
    assertThat(entry.path("duel").path("verdict").asText()).isEqualTo("uplift");
    assertThat(entry.path("champion").asText()).isEqualTo(before);
    assertThat(BundleFiles.read(model).version()).isEqualTo(entry.path("challenger").asText());
    assertThat(BundleFiles.read(folder.resolve("model-" + before)).version()).isEqualTo(before);
    assertThat(names())
        .containsExactly(
            "all.csv",
            "cards.yaml",
            "fitted.csv",
            "model",
            "model-" + before,
            "model.retrain.json");

    CommandLineRun again = run("retrain", "--champion", model, "--rows", all, "--days", 20, "-q");
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("Kept: ");
  }

  @Test
  void theOldModelStaysWhereNothingIsShown() throws IOException {
    Path model = model();
    String before = BundleFiles.read(model).version();
    Path all = rows("all.csv", ALL_DAYS, ALL_DAYS);
    Object[] retrain = {
      "retrain", "--champion", model, "--rows", all, "--days", 20, "--fail-unless-promoted", "-q"
    };
    CommandLineRun run = run(retrain);

    assertThat(run.code()).as(run.err()).isEqualTo(8);
    assertThat(run.out())
        .contains("Kept: " + model + " stays " + before)
        .contains("level 0.0304"); // .05·6/π²
    assertThat(BundleFiles.read(model).version()).isEqualTo(before);
    assertThat(run(retrain).out()).contains("level 0.0076"); // a quarter of it
    assertThat(names())
        .containsExactly("all.csv", "cards.yaml", "fitted.csv", "model", "model.retrain.json");
  }

  @Test
  void mistakesAreToldInOneSentence() throws IOException {
    Path model = model();
    Path fitted = folder.resolve("fitted.csv");

    CommandLineRun seen = run("retrain", "--champion", model, "--rows", fitted, "--days", 8, "-q");
    assertThat(seen.code()).isEqualTo(3);
    assertThat(seen.err()).contains("the newest 8 days begin on ", "has learned from days up to");
    assertThat(run("retrain", "--champion", model, "--rows", fitted, "--days", 7, "-q").err())
        .contains("--days must be at least 8, but is 7");
    assertThat(
            run("retrain", "--champion", model, "--rows", fitted, "--promote", "all", "-q").code())
        .isEqualTo(2);
    assertThat(run("retrain", "--champion", folder, "--rows", fitted, "-q").code()).isEqualTo(3);
    assertThat(names()).containsExactly("cards.yaml", "fitted.csv", "model");
  }
}
