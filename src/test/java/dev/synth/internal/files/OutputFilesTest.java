package dev.synth.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFilesTest {
  @TempDir Path folder;

  @Test
  void saysThatTheDiskIsFull() {
    assertFails(
        new FileSystemException("/out/rows.csv", null, "No space left on device"),
        "No space left on device");
  }

  @Test
  void saysThatPermissionIsDenied() {
    assertFails(new AccessDeniedException("/out/rows.csv"), "permission denied");
  }

  @Test
  void saysWhateverElseWentWrong() {
    assertFails(new IOException("the device is gone"), "the device is gone");
  }

  @Test
  void leavesNothingOfAFileThatDidNotFit() {
    Path file = folder.resolve("page.html");
    Path beside = folder.resolve(".page.html.partial");
    assertThatThrownBy(
            () ->
                OutputFiles.whole(
                    file,
                    beside,
                    () -> {
                      Files.writeString(beside, "half");
                      throw new FileSystemException(
                          beside.toString(), null, "No space left on device");
                    }))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("cannot write " + file + ": No space left on device");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void removesAFolderWithAllThatIsInIt() throws IOException {
    Path run = Files.createDirectories(folder.resolve("run/model"));
    Files.writeString(run.resolve("tensors.bin"), "x");

    OutputFiles.remove(folder.resolve("run"));
    OutputFiles.remove(folder.resolve("run"));

    assertThat(folder).isEmptyDirectory();
  }

  private static void assertFails(IOException failure, String reason) {
    Path file = Path.of("/out/rows.csv");
    assertThatThrownBy(
            () ->
                OutputFiles.writing(
                    file,
                    () -> {
                      throw failure;
                    }))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.ENVIRONMENT))
        .hasMessageContaining(file.toString())
        .hasMessageContaining(reason)
        .hasMessageContaining("choose another place")
        .hasCause(failure);
  }
}
