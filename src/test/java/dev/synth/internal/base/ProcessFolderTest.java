package dev.synth.internal.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFolderTest {
  @TempDir Path parent;

  @Test
  void removesTheFolderWithAllThatIsInIt() throws IOException {
    Path folder = Files.createDirectories(parent.resolve("mine/deep"));
    Files.writeString(folder.resolve("native.so"), "…");
    Path other = Files.writeString(parent.resolve("other"), "…");

    ProcessFolder.remove(parent.resolve("mine"));

    assertThat(parent.resolve("mine")).doesNotExist();
    assertThat(other).exists();
  }

  @Test
  void aFolderThatIsGoneIsNoFailure() {
    assertThatCode(() -> ProcessFolder.remove(parent.resolve("gone"))).doesNotThrowAnyException();
  }
}
