package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.bundle.BundleFiles;
import dev.synth.internal.files.FileLocks;
import dev.synth.internal.tracking.FakeMlflow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A challenger against a model in use, on the command line. */
class RetrainTest {
  private static final int FITTED_DAYS = MovingFrauds.FITTED_DAYS;
  private static final int ALL_DAYS = MovingFrauds.ALL_DAYS;

  @TempDir Path folder;

  private Path rows(String name, int days, int movesOn) throws IOException {
    return MovingFrauds.rows(folder, name, days, movesOn);
  }

  private Path model() throws IOException {
    return MovingFrauds.model(folder);
  }

  @Test
  void aBetterChallengerTakesThePlaceOfTheModel() throws IOException {
    Path model = model();
    String before = BundleFiles.read(model).version();
    Path all = rows("all.csv", ALL_DAYS, FITTED_DAYS);
    CommandLineRun run =
        CommandLineRun.of(
            "retrain", "--champion", model, "--rows", all, "--days", 20, "--json", "-q");

    assertThat(run.code()).as(run.err()).isZero();
    JsonNode entry = Json.mapper().readTree(run.out());
    assertThat(entry.path("is_promoted").asBoolean()).as(run.out()).isTrue();
    assertThat(entry.path("duel").path("verdict").asText()).isEqualTo("uplift");
    assertThat(entry.path("champion").asText()).isEqualTo(before);
    assertThat(BundleFiles.read(model).version()).isEqualTo(entry.path("challenger").asText());
    assertThat(BundleFiles.read(folder.resolve("model-" + before)).version()).isEqualTo(before);
    assertThat(WrittenFiles.names(folder))
        .containsExactly(
            "all.csv",
            "cards.yaml",
            "fitted.csv",
            "model",
            "model-" + before,
            "model.retrain.json");

    try (FakeMlflow mlflow = new FakeMlflow()) {
      CommandLineRun again =
          CommandLineRun.of(
              "retrain",
              "--champion",
              model,
              "--rows",
              all,
              "--days",
              20,
              "-q",
              "--mlflow",
              mlflow.url());
      assertThat(again.code()).as(again.err()).isZero();
      assertThat(again.out()).contains("Kept: ").doesNotContain("Registered");
      assertThat(mlflow.alias("cards", "champion")).isNull();
    }
  }

  @Test
  void aPromotedModelIsTheChampionOnTheServerToo() throws IOException {
    Path model = model();
    Path all = rows("all.csv", ALL_DAYS, FITTED_DAYS);
    try (FakeMlflow mlflow = new FakeMlflow()) {
      CommandLineRun registered =
          CommandLineRun.of("register", model, "--mlflow", mlflow.url(), "--json");
      assertThat(registered.code()).as(registered.err()).isZero();
      CommandLineRun run =
          CommandLineRun.of(
              "retrain",
              "--champion",
              model,
              "--rows",
              all,
              "--days",
              20,
              "--json",
              "-q",
              "--mlflow",
              mlflow.url());

      assertThat(run.code()).as(run.err()).isZero();
      JsonNode result = Json.mapper().readTree(run.out());
      assertThat(result.path("is_promoted").asBoolean()).as(run.out()).isTrue();
      assertThat(result.path("registered").path("version").asText()).isEqualTo("2");
      assertThat(result.path("registered").path("bundle").asText())
          .isEqualTo(BundleFiles.read(model).version());
      assertThat(result.path("trouble").isNull()).isTrue();
      assertThat(mlflow.alias("cards", "champion")).isEqualTo("2");
    }
  }

  @Test
  void aServerThatIsDownCostsANoteAndNotThePromotion() throws IOException {
    Path model = model();
    String before = BundleFiles.read(model).version();
    Path all = rows("all.csv", ALL_DAYS, FITTED_DAYS);
    FakeMlflow mlflow = new FakeMlflow();
    String down = mlflow.url();
    mlflow.close();
    CommandLineRun run =
        CommandLineRun.of(
            "retrain", "--champion", model, "--rows", all, "--days", 20, "-q", "--mlflow", down);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("Promoted: ").doesNotContain("Registered");
    assertThat(run.err())
        .isEqualTo(
            PlainText.of(
                "note: the MLflow server %s cannot be reached; the promotion stands, and 'synth"
                    + " register %s --mlflow %s --alias champion' registers it later\n",
                down, model, down));
    assertThat(BundleFiles.read(model).version()).isNotEqualTo(before);
  }

  @Test
  void onlyOneRetrainsAModelAtATime() throws IOException {
    Path model = model();
    Path all = rows("all.csv", ALL_DAYS, FITTED_DAYS);
    Path lock = folder.resolve(".model.retrain.lock");
    List<String> before = WrittenFiles.names(folder);
    try (FileLocks.Held held = FileLocks.tryTemporary(lock).orElseThrow()) {
      assertThat(held.isInPlace()).isTrue();
      CommandLineRun second =
          CommandLineRun.of("retrain", "--champion", model, "--rows", all, "-q");
      assertThat(second.code()).isEqualTo(6);
      assertThat(second.err())
          .isEqualTo(
              "synth: another process is retraining "
                  + model
                  + " (lock .model.retrain.lock); wait until it is done\n");
    }
    assertThat(WrittenFiles.names(folder)).isEqualTo(before);
  }

  @Test
  void theOldModelStaysWhereNothingIsShown() throws IOException {
    Path model = model();
    String before = BundleFiles.read(model).version();
    Path all = rows("all.csv", ALL_DAYS, ALL_DAYS);
    Object[] retrain = {
      "retrain", "--champion", model, "--rows", all, "--days", 20, "--fail-unless-promoted", "-q"
    };
    CommandLineRun run = CommandLineRun.of(retrain);

    assertThat(run.code()).as(run.err()).isEqualTo(8);
    assertThat(run.out())
        .contains("Kept: " + model + " stays " + before)
        .contains("level 0.0304"); // .05·6/π²
    assertThat(BundleFiles.read(model).version()).isEqualTo(before);
    assertThat(CommandLineRun.of(retrain).out()).contains("level 0.0076"); // a quarter of it
    assertThat(WrittenFiles.names(folder))
        .containsExactly("all.csv", "cards.yaml", "fitted.csv", "model", "model.retrain.json");
  }

  @Test
  void mistakesAreToldInOneSentence() throws IOException {
    Path model = model();
    Path fitted = folder.resolve("fitted.csv");

    CommandLineRun seen =
        CommandLineRun.of("retrain", "--champion", model, "--rows", fitted, "--days", 8, "-q");
    assertThat(seen.code()).isEqualTo(3);
    assertThat(seen.err()).contains("the newest 8 days begin on ", "has learned from days up to");
    assertThat(
            CommandLineRun.of("retrain", "--champion", model, "--rows", fitted, "--days", 7, "-q")
                .err())
        .contains("--days must be at least 8, but is 7");
    assertThat(
            CommandLineRun.of(
                    "retrain", "--champion", model, "--rows", fitted, "--promote", "all", "-q")
                .code())
        .isEqualTo(2);
    assertThat(CommandLineRun.of("retrain", "--champion", folder, "--rows", fitted, "-q").code())
        .isEqualTo(3);
    assertThat(
            CommandLineRun.of("retrain", "--champion", model, "--rows", fitted, "--name", "cards")
                .err())
        .contains("--name needs --mlflow");
    assertThat(
            CommandLineRun.of("retrain", "--champion", model, "--rows", fitted, "--mlflow", "here")
                .err())
        .contains("--mlflow must be an address such as http://");
    assertThat(WrittenFiles.names(folder)).containsExactly("cards.yaml", "fitted.csv", "model");
  }
}
