package dev.synth.internal.table.delimited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Problem;
import dev.synth.table.reading.SourceNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawnTableTest {
  @TempDir Path folder;

  private DelimitedFile file(String text) throws IOException {
    return DelimitedFile.open(Files.writeString(folder.resolve("d.txt"), text), null).examined();
  }

  private static List<List<String>> rows(DelimitedFile file) {
    List<List<String>> rows = new ArrayList<>();
    file.rows(cells -> rows.add(List.copyOf(cells)));
    return rows;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| a | b |\n|---|---|\n| 1 | x |\n| 2 |  |\n",
        "|a|b|\n|:-|-:|\n|1|x|\n|2||",
        "a | b\n--- | ---\n1 | x\n2 |\n",
        "# Title\n\n| a | b |\n| --- | --- |\n| 1 | x |\n| 2 | |\n",
        " a | b \n---+---\n 1 | x\n 2 | \n(2 rows)\n",
        "+---+---+\n| a | b |\n+---+---+\n| 1 | x |\n| 2 |   |\n+---+---+\n"
      })
  void readsTablesAsMarkdownPsqlAndMySqlDrawThem(String text) throws IOException {
    DelimitedFile file = file(text);

    assertThat(file.names()).containsExactly("a", "b");
    assertThat(rows(file)).containsExactly(List.of("1", "x"), List.of("2", ""));
    assertThat(file.notes()).anyMatch(SourceNote.DrawnTable.class::isInstance);
  }

  @Test
  void aBarBehindABackslashIsText() throws IOException {
    DelimitedFile file = file("| a | b |\n|---|---|\n| x\\|y | say \"hi\" |\n| - | --- |\n");

    assertThat(rows(file)).containsExactly(List.of("x|y", "say \"hi\""), List.of("-", "---"));
  }

  @Test
  void aFaultIsFoundOnItsLine() {
    assertThatThrownBy(() -> file("| a | b |\n|---|---|\n| 1 | 2 |\n| 1 | 2 | 3 |\n| 1 | 2 |\n"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("line 4: 2 cells were expected");
  }

  @Test
  void barsAloneAreNoDrawing() throws IOException {
    DelimitedFile file = file("a|b\n1|2\n-|-\n3|4\n");

    assertThat(rows(file)).containsExactly(List.of("1", "2"), List.of("-", "-"), List.of("3", "4"));
    assertThat(file.form().isRewritten()).isFalse();
  }
}
