package dev.synth.internal.experiment.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.config.ExperimentConfig;
import dev.synth.internal.config.ConfigLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forty bytes of text are at most twenty rows. */
class FileSizesTest {
  @TempDir private Path folder;

  private String file(String name, String header) throws IOException {
    String rows = "1,0\n".repeat((40 - header.length()) / 4);
    return Files.writeString(folder.resolve(name), header + rows).toString();
  }

  private static boolean areHeld(String real, String synthetic, int most) {
    ExperimentConfig config =
        ConfigLoader.parse(
            "data: {source: \"%s\", label: fraud, positive: 1}".formatted(real), "c", List.of());
    JudgingScale scale = new JudgingScale(most, "local", 1, null);
    return FileSizes.areHeld(config, synthetic, null, scale);
  }

  @Test
  void smallFilesAreHeld() throws IOException {
    String real = file("real.csv", "x,fraud\n");
    assertThat(areHeld(real, real, 20)).isTrue();
    assertThat(areHeld(real, real, 15)).isFalse();
  }

  /** The ordinary reader says what is wrong with a file that cannot be scanned. */
  @Test
  void filesThatCannotBeScannedAreHeld() throws IOException {
    String real = file("real.csv", "x,other\n");
    assertThat(areHeld(real, real, 1)).isTrue();
    String json = Files.writeString(folder.resolve("a.json"), "[]").toString();
    assertThat(areHeld(json, json, 1)).isTrue();
  }
}
