package dev.synth.internal.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.config.ExperimentConfig;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.files.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunIdentityTest {
  /** The config of a version that had the network's options beside the classifiers. */
  private static final String OLD =
      """
      data: {source: demo, label: fraud, positive: 1}
      augmentation: {ratio: 0.1}
      evaluation: {classifiers: [mlp], mlp: {steps: 9}}
      """;

  @TempDir private Path folder;

  @Test
  void aStoredRunIsThatOfTheTextThatItWasHashedBy() throws IOException {
    ExperimentConfig config = ConfigLoader.parse(OLD, "old", List.of());
    Path now = Files.writeString(folder.resolve("now.yaml"), ConfigLoader.resolved(config));
    Path then = Files.writeString(folder.resolve("then.yaml"), OLD);

    assertThat(RunIdentity.ofStored(config, now, "data")).isEqualTo(RunIdentity.of(config, "data"));
    assertThat(RunIdentity.ofStored(config, then, "data").configSha256())
        .isEqualTo(Hashes.ofText(OLD))
        .isNotEqualTo(RunIdentity.of(config, "data").configSha256());
  }
}
