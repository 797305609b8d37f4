package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.base.Json;
import dev.synth.internal.classify.ensemble.Taught;
import dev.synth.internal.classify.ensemble.TeacherTrainer;
import dev.synth.internal.classify.feature.SharedFeatures;
import dev.synth.internal.classify.kinds.Classifiers;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.arm.RepeatSplit;
import dev.synth.internal.table.read.TableReader;
import dev.synth.split.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code synth audit} on a run by time whose teacher chose its blend by folds at random. */
class AuditForwardTeacherTest {
  @TempDir private Path folder;

  private Path data() throws IOException {
    RandomStream stream = new Seeds(5).stream("days");
    StringBuilder text = new StringBuilder("day,a,b,fraud\n");
    for (int row = 0; row < 400; row++) {
      boolean rare = row % 5 == 0;
      double drift = row / 200.0;
      text.append(
          String.format(
              Locale.ROOT,
              "%d,%.3f,%.3f,%d%n",
              row,
              stream.nextGaussian() + (rare ? 2 : drift),
              stream.nextGaussian() + (rare ? 1 : 0),
              rare ? 1 : 0));
    }
    return Files.writeString(folder.resolve("days.csv"), text);
  }

  @Test
  @Tag("slow")
  void aTeacherWhoseFoldsSawLaterRows() throws IOException {
    Path config =
        SmallData.config(
            folder,
            data(),
            "data: {source: '"
                + folder.resolve("days.csv")
                + "', label: fraud, positive: 1, time: day}",
            "split: {method: time, validation: 0.1, test: 0.2}",
            "generator: {kind: smote-nc}",
            "augmentation: {labels: soft, ratio: 0.5}",
            "evaluation: {classifiers: [{kind: xgboost, trees: 2, maximum_depth: 1}],"
                + " baselines: [none], detectors: [], importance: {repeats: 0}}");
    String[] call = {
      "evaluate", "-c", config.toString(), "--out", folder.toString(), "--run-name", "days"
    };
    CommandLineRun made = CommandLineRun.of(call);
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(audit().out()).startsWith("no alarm: ");

    ExperimentConfig read = ConfigLoader.load(config, List.of());
    Context context = Context.quiet(read.seed());
    Training training =
        RepeatSplit.of(read, TableReader.read(read.data(), context).rows(), 1, context).training();
    Training inNoOrder = Training.whole(training.rows());
    Taught cheated =
        new TeacherTrainer(
                Classifiers.trainer(
                    Objects.requireNonNull(read.evaluation()).classifiers().getFirst()))
            .fit(
                inNoOrder,
                SharedFeatures.of(inNoOrder),
                RepeatSplit.contextOf(1, context).below("teacher"))
            .taught();
    Path file = folder.resolve("evaluation/days/description.json");
    JsonNode description = Json.mapper().readTree(file.toFile());
    ((ObjectNode) description.path("teachers").path(0)).set("taught", Json.tree(cheated));
    new PlantedFault().plant(file, description.toPrettyString());
    CommandLineRun audit = audit();
    assertThat(audit.code()).as(audit.err()).isEqualTo(3);
    assertThat(audit.out())
        .contains("the teacher of repeat 1, all rare rows is not the one that learned from");
  }

  private CommandLineRun audit() {
    return CommandLineRun.of("audit", "days", "--out", folder.toString(), "--quiet");
  }
}
