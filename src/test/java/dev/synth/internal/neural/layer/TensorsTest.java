package dev.synth.internal.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TensorsTest {
  @TempDir private Path folder;
  private final Tensors tensors = new Tensors();

  @BeforeEach
  void fill() {
    tensors.put("a", new float[] {1.5f, -0f, Float.MIN_VALUE});
    tensors.put("b", new float[] {Float.MAX_VALUE});
  }

  @Test
  void readsWhatItWrote() throws IOException {
    JsonNode index = tensors.write(folder.resolve(Tensors.FILE));
    Tensors read = Tensors.read(folder, index);
    assertThat(read.get("a", 3)).containsExactly(1.5f, -0f, Float.MIN_VALUE);
    assertThat(read.get("b", 1)).containsExactly(Float.MAX_VALUE);
    // 1.5 is 0x3fc00000, least significant byte first.
    assertThat(Files.readAllBytes(folder.resolve(Tensors.FILE)))
        .hasSize(16)
        .startsWith(0x00, 0x00, 0xc0, 0x3f);
  }

  @Test
  void refusesAFileThatWasChanged() throws IOException {
    Path file = folder.resolve(Tensors.FILE);
    JsonNode index = tensors.write(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[5]++;
    Files.write(file, bytes);
    assertThatThrownBy(() -> Tensors.read(folder, index))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is not the file that model.json describes");
    Files.delete(file);
    assertThatThrownBy(() -> Tensors.read(folder, index))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is missing");
  }

  @Test
  void refusesAnIndexThatAsksForMoreThanThereIs() throws IOException {
    JsonNode index = tensors.write(folder.resolve(Tensors.FILE));
    ((ObjectNode) index.path("tensors").path(1)).put("size", 2_000_000_000);
    assertThatThrownBy(() -> Tensors.read(folder, index))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is too short");
  }

  @Test
  void refusesASizeThatIsNotTheNetworks() {
    assertThatThrownBy(() -> tensors.get("a", 4))
        .isInstanceOf(Problem.class)
        .hasMessage("the saved model is damaged: tensor 'a' has 3 numbers, not 4");
    assertThatThrownBy(() -> tensors.get("c", 4))
        .isInstanceOf(Problem.class)
        .hasMessage("the saved model is damaged: tensor 'c' has no numbers, not 4");
  }
}
