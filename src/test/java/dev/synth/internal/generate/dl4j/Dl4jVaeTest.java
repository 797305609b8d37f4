package dev.synth.internal.generate.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.generate.Dl4jVaeOptions;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorContractTest;
import dev.synth.generate.ToyOptions;
import dev.synth.generate.ToyTables;
import dev.synth.generate.TrainingLog;
import dev.synth.internal.generate.kinds.Generators;
import dev.synth.split.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class Dl4jVaeTest {
  private static final Training TRAINING = ToyTables.training(30, 60, 1);

  @TempDir private Path folder;

  @Test
  void drawsTheSameRowsAfterBeingSavedAndLoaded() throws IOException {
    Generator fitted = fit(ToyOptions.dl4jVae(20));
    fitted.save(folder);
    Generator loaded = Generators.load(folder);
    assertThat(text(loaded)).isEqualTo(text(fitted));
    Path again = Files.createDirectory(folder.resolve("again"));
    loaded.save(again);
    for (String file : List.of("model.json", "tensors.bin")) {
      assertThat(again.resolve(file)).hasSameBinaryContentAs(folder.resolve(file));
    }
    Path json = folder.resolve("model.json");
    Files.writeString(
        json, Files.readString(json).replace("\"latent_dimension\": 4", "\"latent_dimension\": 5"));
    assertThatThrownBy(() -> Generators.load(folder))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("tensor 'layer'");
  }

  @Test
  void logsItsLoss() {
    TrainingLog log = fit(ToyOptions.dl4jVae(200)).trainingLog();
    List<TrainingLog.Point> loss = log.curves().getFirst().points();
    assertThat(loss).hasSize(20);
    assertThat(loss.getLast().value()).isLessThan(loss.getFirst().value() - 1);
    assertThat(log.steps()).isEqualTo(200);
  }

  @Test
  void saysWhatHelpsWhenTrainingDiverges() {
    assertThatThrownBy(() -> fit(new Dl4jVaeOptions(500, 64, List.of(16), 4, 1)))
        .isInstanceOf(Problem.class)
        .hasMessageMatching(
            "the DL4J layer's training diverged at step \\d+: a learning_rate below 1.0, or fewer"
                + " steps, may help");
  }

  private static Generator fit(Dl4jVaeOptions options) {
    return new Dl4jVaeTrainer(options).fit(TRAINING, Context.quiet(1));
  }

  private static String text(Generator generator) {
    return GeneratorContractTest.text(generator.sample(1100, Context.quiet(5)));
  }
}
