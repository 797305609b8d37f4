package dev.synth.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.internal.generate.kinds.Generators;
import dev.synth.internal.generate.model.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Model files that earlier versions of synth wrote. */
final class OldModelTest {
  private static final Path VERSION_1 =
      Path.of("src/test/resources/dev/synth/internal/generate/vae-version-1");

  @TempDir private Path folder;

  /**
   * The file is of the first day: 200 steps on {@code ToyTables.training(20, 20, 1)}, hidden layer
   * [8], two latent dimensions. {@code drawn.txt} is what it drew then, with seed 3.
   */
  @Test
  void drawsFromAFileOfTheFirstVersionAsItDidThen() throws IOException {
    String drawn =
        GeneratorContractTest.text(Generators.load(VERSION_1).sample(5, Context.quiet(3)));
    List<String> then = Files.readAllLines(VERSION_1.resolve("drawn.txt"));
    assertThat(drawn.lines()).hasSameSizeAs(then);
    for (int row = 0; row < then.size(); row++) {
      List<String> expected = List.of(then.get(row).split(" ", -1));
      List<String> cells = List.of(drawn.lines().toList().get(row).split(" ", -1));
      assertThat(cells).hasSameSizeAs(expected);
      for (int i = 0; i < expected.size(); i++) {
        assertSameCell(cells.get(i), expected.get(i));
      }
    }
  }

  /** Matrix kernels differ between machines in a float's last digits. */
  private static void assertSameCell(String cell, String expected) {
    if (expected.matches("-?\\d.*")) {
      double number = Double.parseDouble(expected);
      assertThat(Double.parseDouble(cell)).isCloseTo(number, within(1e-5 * Math.abs(number)));
    } else {
      assertThat(cell).isEqualTo(expected);
    }
  }

  @Test
  void saysWhatToDoWithAFileThatIsTooOld() throws IOException {
    // What oversampling wrote at first: it left its rows with the training data.
    Files.writeString(
        folder.resolve("model.json"),
        """
        {"kind": "oversample", "version": 1, "options": {}, "rare_rows": 98}
        """);
    assertThatThrownBy(() -> Generators.load(folder))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessage(
            "the saved model (kind 'oversample', version 1) is too old for this synth, which reads"
                + " version 2; train it anew, or draw from it with the synth that wrote it");
  }

  @Test
  void givesAnOptionThatWasAddedLaterItsDefault() throws IOException {
    String json = Files.readString(VERSION_1.resolve("model.json"));
    String without = json.replaceFirst("\"sampling\": \"posterior\",\\s*", "");
    without = without.replaceFirst("\"hidden\": \\[[^]]*],\\s*", "");
    assertThat(without.length()).isLessThan(json.length() - 40);
    Files.writeString(folder.resolve("model.json"), without);
    Files.copy(VERSION_1.resolve("tensors.bin"), folder.resolve("tensors.bin"));
    VaeOptions read = (VaeOptions) ModelFile.read(folder).options();
    assertThat(read.sampling()).isEqualTo(VaeOptions.Sampling.POSTERIOR);
    assertThat(read.hidden()).containsExactly(128, 128);
    assertThat(read.latentDimension()).isEqualTo(2);
  }
}
