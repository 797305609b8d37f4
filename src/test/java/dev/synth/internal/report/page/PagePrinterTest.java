package dev.synth.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagePrinterTest {
  @TempDir Path folder;

  @Test
  void withoutABrowserOneSentenceSaysWhatToDo() {
    for (String path : new String[] {null, "", folder.toString()}) {
      assertThatThrownBy(() -> PagePrinter.onPath(path))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.ENVIRONMENT))
          .hasMessageContaining("no browser")
          .hasMessageContaining("open report.html in any browser");
    }
  }

  /** A browser that prints nothing leaves no file. */
  @Test
  void aBrowserThatFailsLeavesNothing() throws IOException {
    Path program = folder.resolve("chromium");
    Files.writeString(program, "#!/bin/sh\nexit 1\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Path file = folder.resolve("report.pdf");
    PagePrinter printer = PagePrinter.onPath(folder.toString());
    assertThatThrownBy(() -> printer.print("<p>page</p>", file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("did not print the page");
    assertThat(file).doesNotExist();
  }
}
