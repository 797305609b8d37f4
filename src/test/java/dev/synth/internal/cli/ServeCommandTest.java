package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes in the options of {@code synth serve}, which are told before a model is read. */
class ServeCommandTest {
  @TempDir Path folder;

  private CommandLineRun withToken(Path file) {
    return CommandLineRun.of("serve", folder.resolve("none"), "--token-file", file);
  }

  /** A header holds ASCII; with any other token each caller would be refused. */
  @Test
  void aTokenThatNoHeaderCanCarryIsRefused() throws IOException {
    Path file = folder.resolve("token.txt");
    for (String token :
        List.of("", "short", "one line of many\nand another one", "geheimes-wört-1234")) {
      Files.writeString(file, token, StandardCharsets.UTF_8);
      CommandLineRun run = withToken(file);
      assertThat(run.code()).as(token).isEqualTo(2);
      assertThat(run.err()).contains("must hold one line of at least 16 characters");
    }
    Files.writeString(file, "0123456789abcdef\n");
    assertThat(withToken(file).err()).contains("there is no bundle");
  }

  @Test
  void aTokenFileThatCanNotBeReadIsToldOfWithTheReason() {
    CommandLineRun run = withToken(folder.resolve("nowhere.txt"));
    assertThat(run.code()).isEqualTo(6);
    assertThat(run.err()).contains("nowhere.txt: no such file or folder");
  }
}
