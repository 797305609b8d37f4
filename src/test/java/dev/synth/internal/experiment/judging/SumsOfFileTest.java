package dev.synth.internal.experiment.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.table.selection.UsedRows;
import dev.synth.internal.table.stage.FileScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is summed in parts, which DuckDB makes larger than they were asked for. */
class SumsOfFileTest {
  private static final int ROWS = 5_000;
  private static final int ASKED = 2_000;

  @TempDir private Path folder;
  private Path to;

  @BeforeEach
  void writeReal() throws IOException {
    List<String> real = new ArrayList<>(List.of("amount,fraud"));
    for (int row = 0; row < 40; row++) {
      real.add(row + ".5," + row % 2);
    }
    Files.write(folder.resolve("real.csv"), real);
    to = folder.resolve("sums");
  }

  private SumsOfFile work(String odd, int at) throws IOException {
    List<String> rows = new ArrayList<>(List.of("amount"));
    for (int row = 1; row <= ROWS; row++) {
      rows.add(row == at ? odd : row % 40 + ".5");
    }
    Path file = Files.write(folder.resolve("many.csv"), rows);
    Path real = folder.resolve("real.csv");
    ExperimentConfig config =
        ConfigLoader.parse(
            "data: {source: \"%s\", label: fraud, positive: 1}".formatted(real), "c", List.of());
    SampleFiles samples = new SampleFiles(ConfigLoader.resolved(config), real.toString(), null);
    FileSide side =
        new FileSide(
            "synthetic",
            "many.csv",
            List.of(file.toString()),
            List.of("many.csv"),
            FileScan.columns(file),
            "'" + UsedRows.RARE + "'",
            ROWS,
            0);
    SampledSides known = samples.read(Context.quiet(1));
    return new SumsOfFile(samples, known, side, 0, 100, ASKED, to);
  }

  @Test
  void allPartsAreSummed() throws IOException {
    work("", 0).answer(1);
    assertThat(Files.readAllLines(to)).contains("rows " + ROWS);
  }

  /** The third part begins behind 4,096 rows, and not behind twice 2,000. */
  @Test
  void aCellOfAnyPartIsNamedByItsRow() throws IOException {
    for (int row : new int[] {17, 2_030, 2_060, 4_090, 4_800}) {
      assertThatThrownBy(() -> work("twelve", row).answer(1))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("'twelve'")
          .hasMessageContaining("'many.csv', row " + row)
          .hasMessageContaining(row < 2_048 ? "1 of 2,048 cells" : "1 of ");
    }
    assertThatThrownBy(() -> work("twelve", 4_800).answer(1))
        .hasMessageContaining("rare rows 4,097 to 5,000 of 'many.csv': ")
        .hasMessageContaining("1 of 904 cells");
    assertThat(to).doesNotExist();
  }
}
