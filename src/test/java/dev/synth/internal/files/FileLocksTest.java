package dev.synth.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLocksTest {
  @TempDir Path folder;

  /** On POSIX systems, closing any channel of a process to a file frees its lock for others. */
  @Test
  void askingTwiceInOneProcessDoesNotGiveTheLockAway() throws Exception {
    Path file = folder.resolve("part");
    FileLocks.Held held = FileLocks.tryExclusive(file).orElseThrow();
    assertThat(FileLocks.tryExclusive(file)).isEmpty();
    assertThat(FileLocks.tryShared(folder.resolve("x/../part"))).isEmpty();
    assertThat(anotherProcessGets(file)).isFalse();

    held.close();

    assertThat(anotherProcessGets(file)).isTrue();
    FileLocks.tryExclusive(file).orElseThrow().close();
  }

  @Test
  void aLockKnowsWhetherItsFileIsStillThere() throws Exception {
    Path file = folder.resolve("lock");
    try (FileLocks.Held held = FileLocks.tryExclusive(file).orElseThrow()) {
      assertThat(held.isInPlace()).isTrue();
      Files.delete(file);
      assertThat(held.isInPlace()).isFalse();
    }
  }

  @Test
  void aTemporaryLockTakesItsFileAway() throws Exception {
    Path file = folder.resolve("lock");
    try (FileLocks.Held held = FileLocks.tryTemporary(file).orElseThrow()) {
      assertThat(held.isInPlace()).isTrue();
      assertThat(FileLocks.tryTemporary(file)).isEmpty();
      assertThat(anotherProcessGets(file)).isFalse();
    }
    assertThat(file).doesNotExist();
    FileLocks.tryTemporary(file).orElseThrow().close();
  }

  private static boolean anotherProcessGets(Path file) throws Exception {
    Process probe =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Probe.class.getName(),
                file.toString())
            .inheritIO()
            .start();
    return probe.waitFor() == 0;
  }

  /** Ends in 0 if it gets the lock. */
  static final class Probe {
    private Probe() {}

    public static void main(String[] args) {
      System.exit(FileLocks.tryExclusive(Path.of(args[0])).isPresent() ? 0 : 1);
    }
  }
}
