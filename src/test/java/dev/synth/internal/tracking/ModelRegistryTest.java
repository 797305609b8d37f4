package dev.synth.internal.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Cancellation;
import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.classify.LogisticRegressionOptions;
import dev.synth.config.TrackingOptions;
import dev.synth.evaluate.ScoredRows;
import dev.synth.evaluate.Threshold;
import dev.synth.internal.base.YamlText;
import dev.synth.internal.bundle.Bundle;
import dev.synth.internal.bundle.BundleFacts;
import dev.synth.internal.bundle.BundleFiles;
import dev.synth.internal.bundle.BundleWriter;
import dev.synth.internal.bundle.Calibration;
import dev.synth.internal.bundle.Contract;
import dev.synth.internal.bundle.ReferenceMaker;
import dev.synth.internal.classify.kinds.Classifiers;
import dev.synth.run.RegisteredModel;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.DataOptions;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRegistryTest {
  private static final Instant TIME = Instant.parse("2026-11-30T10:00:00Z");
  private static final String PLACE = "1/run1/artifacts/model/";

  @TempDir static Path folder;

  private final FakeMlflow mlflow = new FakeMlflow();
  private final ModelRegistry registry = registry(60);

  private ModelRegistry registry(int seconds) {
    return new ModelRegistry(
        TrackingOptions.defaults().withMlflow(mlflow.url()).withSeconds(seconds),
        Map.of(),
        new Cancellation());
  }

  @BeforeAll
  static void fit() {
    write("first", 0.5);
    write("second", 0.25);
  }

  @AfterEach
  void stop() {
    registry.close();
    mlflow.close();
  }

  private static void write(String name, double threshold) {
    int count = 40;
    double[] amounts = new double[count];
    List<@Nullable String> channels = new ArrayList<>();
    long[] times = new long[count];
    BitSet rare = new BitSet();
    for (int row = 0; row < count; row++) {
      amounts[row] = row;
      channels.add(row % 3 == 0 ? "web" : "shop");
      times[row] = 1_700_000_000_000_000L + row * 1_000_000L;
      rare.set(row, row > 30);
    }
    Table table =
        new Table(
            new Schema(
                List.of(
                    new Column("amount: 'größe'", ColumnType.Numeric.UNBOUNDED),
                    new Column("channel", new ColumnType.Categorical()),
                    new Column("time", new ColumnType.Timestamp(false)))),
            List.of(
                new Cells.Numbers(amounts, new BitSet()),
                Cells.Levels.of(channels),
                new Cells.Instants(times, new BitSet())));
    Label label = new Label("fraud", "1", "0", 3);
    LabelledTable rows = new LabelledTable(table, rare, label);
    Classifier classifier =
        Classifiers.trainer(LogisticRegressionOptions.defaults())
            .fit(Training.whole(rows).unaugmented(), ClassWeighting.NONE, Context.quiet(1));
    ScoredRows scored = ScoredRows.of(classifier, rows);
    BundleFacts facts =
        new BundleFacts(
            "cards",
            "mgs, ratio 0.1",
            "uplift",
            "cards-1a2b3c4d",
            "logistic-regression",
            new Threshold(threshold, "fixed", null),
            "fixed",
            "platt",
            count,
            rare.cardinality(),
            0,
            new BundleFacts.OutOfFold(1, count, rare.cardinality(), 0.5, 0.5, null, 10),
            List.of());
    BundleWriter.write(
        folder.resolve(name),
        new Bundle(
            "",
            facts,
            Contract.of(table, table.schema(), label, DataOptions.of("rows", "fraud", "1")),
            Calibration.learn(scored),
            classifier),
        new BundleWriter.Beside(
            ReferenceMaker.of(
                rows,
                new ReferenceMaker.OutOfFold(rows, classifier.score(table), threshold),
                new ReferenceMaker.UnseenScores(classifier.score(table), null),
                null),
            Map.of(),
            "name: cards\nseed: 7\n"));
  }

  private static String version(String bundle) {
    return BundleFiles.read(folder.resolve(bundle)).version();
  }

  @Test
  void aBundleBecomesAVersionWithAllItsFiles() throws IOException {
    RegisteredModel model = registry.register(folder.resolve("first"), "cards", TIME);

    assertThat(model)
        .isEqualTo(
            new RegisteredModel(
                "cards",
                "1",
                version("first"),
                mlflow.url() + "/#/models/cards/versions/1",
                false));
    try (var files = Files.list(folder.resolve("first"))) {
      for (Path file : files.toList()) {
        assertThat(mlflow.files.get(PLACE + file.getFileName()))
            .isEqualTo(Files.readAllBytes(file));
      }
    }
    ObjectNode stored = Objects.requireNonNull(mlflow.versions.get("cards")).getFirst();
    assertThat(stored.path("source").asText())
        .isEqualTo("mlflow-artifacts:/1/run1/artifacts/model");
    assertThat(stored.path("run_id").asText()).isEqualTo("run1");
    assertThat(stored.path("tags").toString()).contains(version("first"), "uplift");

    FakeMlflow.Run run = mlflow.run("cards " + version("first"));
    assertThat(run.status).isEqualTo("FINISHED");
    assertThat(run.params)
        .containsEntry("seed", "7")
        .containsEntry("arm", "mgs, ratio 0.1")
        .containsEntry("classifier", "logistic-regression");
    assertThat(run.metric("threshold")).isEqualTo(0.5);
  }

  @Test
  void theFileMLmodelTellsColumnsAndFlavour() {
    registry.register(folder.resolve("first"), "cards", TIME);

    String text = new String(mlflow.files.get(PLACE + "MLmodel"), StandardCharsets.UTF_8);
    assertThat(text)
        .contains("flavors:\n  synth:\n    bundle: .\n    arm: 'mgs, ratio 0.1'\n")
        .contains("    model_version: " + YamlText.of(version("first")) + "\n")
        .contains("run_id: run1\n")
        .contains("utc_time_created: '2026-11-30 10:00:00.000000'\n");
  }

  @Test
  void theSameBundleIsRegisteredOnceAndAnotherOneIsTheNextVersion() {
    registry.register(folder.resolve("first"), "cards", TIME);
    RegisteredModel again = registry.register(folder.resolve("first"), "cards", TIME);
    RegisteredModel second = registry.register(folder.resolve("second"), "cards", TIME);

    assertThat(again.wasThere()).isTrue();
    assertThat(again.version()).isEqualTo("1");
    assertThat(second.version()).isEqualTo("2");
    assertThat(mlflow.runs).hasSize(2);
  }

  @Test
  void theChampionIsTheVersionThatWasPromotedLast() {
    assertThat(registry.versionOf("cards", ModelRegistry.CHAMPION)).isEmpty();
    for (String bundle : List.of("first", "second")) {
      RegisteredModel model = registry.register(folder.resolve(bundle), "cards", TIME);
      registry.setAlias(model, ModelRegistry.CHAMPION);
      assertThat(registry.versionOf("cards", ModelRegistry.CHAMPION)).contains(model.version());
    }
  }

  @Test
  void withoutAllFilesThereIsNoVersion() {
    mlflow.answer("mlflow-artifacts", FakeMlflow.Answer.of(507, ""));

    assertThatThrownBy(() -> registry.register(folder.resolve("first"), "cards", TIME))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("refused the upload of");
    assertThat(mlflow.versions.get("cards")).isEmpty();
    assertThat(mlflow.runs.values()).allSatisfy(run -> assertThat(run.status).isEqualTo("FAILED"));
  }

  @Test
  void aServerThatTakesNoFilesTakesNoModel() {
    mlflow.root = "s3://bucket/";

    assertThatThrownBy(() -> registry.register(folder.resolve("first"), "cards", TIME))
        .hasMessageContaining("keeps files in s3://bucket/1/run1/artifacts and takes none itself");
  }

  @Test
  void namesAndAliasesThatMlflowWouldRefuseAreRefusedHere() {
    for (String name : List.of("", "a/b", "a:b", "it's", " x", "x".repeat(201))) {
      assertThatThrownBy(() -> registry.register(folder.resolve("first"), name, TIME))
          .hasMessageContaining("name must be 1 to 200 letters");
    }
    for (String alias : List.of("", "latest", "v1", "V12", "a b", "1st")) {
      assertThatThrownBy(() -> ModelRegistry.checkAlias(alias))
          .hasMessageContaining("alias must be a letter");
    }
    ModelRegistry.checkAlias("champion");
    assertThat(mlflow.calls).isEmpty();
  }

  @Test
  void whatIsNoBundleIsToldBeforeTheServerIsAsked() {
    assertThatThrownBy(() -> registry.register(folder.resolve("none"), "cards", TIME))
        .hasMessageContaining("there is no bundle");
    assertThat(mlflow.calls).isEmpty();
  }
}
