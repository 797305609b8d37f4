package dev.synth.internal.table.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that another machine has found, and folders that it has made. */
class FileScanTest {
  @TempDir private Path folder;

  @Test
  void whatIsNotSharedIsToldAsSuch() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n");
    ScanColumns columns = FileScan.columns(file);
    String sql = "SELECT c0 FROM data";
    assertThat(FileScan.answer(file, columns, FileScan.View.PLAIN, sql, 1))
        .isEqualTo(List.of(List.of("1")));

    Path elsewhere = folder.resolve("elsewhere/out.parquet");
    assertTold(
        () -> FileScan.write(file, columns, FileScan.View.PLAIN, sql, 1, elsewhere),
        folder.resolve("elsewhere"));
    Path gone = folder.resolve("gone.csv");
    assertTold(() -> FileScan.answer(gone, columns, FileScan.View.PLAIN, sql, 1), gone);
  }

  private static void assertTold(ThrowingCallable call, Path place) {
    Problem problem = Objects.requireNonNull(catchThrowableOfType(Problem.class, call));
    assertThat(problem.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(problem)
        .hasMessage(
            "'%s' is not there on the machine that reads; files and folders must be on storage that"
                + " all machines share",
            place);
  }
}
