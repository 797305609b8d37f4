package dev.synth.internal.table.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
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

  @Test
  void linesThatAreNoRowsAreRefused() throws IOException {
    String rows = "x,n,y\n" + "a,1,0\n".repeat(40_000); // more than is read of the end
    assertRefused(rows + "Total,40000,\n,,\n", 40_002);
    assertRefused(rows + "# exported by Ada,,\n", 40_002);
    assertRefused("x,n,y\n---,---,---\na,1,0\nb,2,1\n", 2);
    for (String last : List.of("Total,3,0\n", "media,,\n", "x,n,y\n", "")) {
      FileScan.checkHasRowsAlone(Files.writeString(folder.resolve("a.csv"), rows + last));
    }
  }

  private void assertRefused(String text, int line) throws IOException {
    Path packed = folder.resolve("a.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    for (Path file : List.of(packed, Files.writeString(folder.resolve("a.csv"), text))) {
      Problem problem =
          Objects.requireNonNull(
              catchThrowableOfType(Problem.class, () -> FileScan.checkHasRowsAlone(file)));
      assertThat(problem)
          .hasMessageStartingWith("'%s', line %s is no row but a line of totals", file, line);
    }
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
