package dev.synth.internal.table.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.Reading;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns of a wide file, which are asked together, are read as each is in a narrow one. */
class ManyColumnsTest {
  /** The cells of some columns, each odd in another way; repeated, they make a wide file. */
  private static final List<List<String>> KINDS =
      List.of(
          List.of("1.50", "2.25", "3.00", "NA", "4.10", ""),
          List.of("1.5", "-999", "2.0", "n/a ", "-999", "7"),
          List.of(".5", "1.0", "2e3", "4.20", "5.", "6"),
          List.of("007", "1", "NA", "12", "013", "4"),
          List.of("+1.20", "3.40", "", "2.10", "9.90", "0.10"),
          List.of("1_000", "2", "3", "4", "5", "6"),
          List.of("A", "NA", "z1.0", "b", "A", "1.0"),
          List.of("NA", "na", "none", "", "NA", "?"),
          List.of("2024-03-15", "2024-03-16", "", "2024-03-17", "2024-03-18", "2024-03-19"));

  @TempDir Path folder;

  private Table read(String name, int columns, int kind) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < columns; column++) {
      text.append('x').append(column).append(',');
    }
    text.append("fraud\n");
    for (int row = 0; row < KINDS.getFirst().size(); row++) {
      for (int column = 0; column < columns; column++) {
        text.append(KINDS.get((kind + column) % KINDS.size()).get(row)).append(',');
      }
      text.append(row % 2).append('\n');
    }
    Path file = Files.writeString(folder.resolve(name), text);
    return Reading.of(file, "fraud", "1").tokens("NA", "-999").features();
  }

  /** Type, form and texts of a column, and its cells. */
  private static List<Object> facts(Table table, int at) {
    Column column = table.schema().columns().get(at);
    Cells cells = table.cells(column.name());
    List<Object> facts = new ArrayList<>(List.of(column.type(), column.form(), column.texts()));
    for (int row = 0; row < cells.size(); row++) {
      facts.add(
          cells.isMissing(row)
              ? "-"
              : switch (cells) {
                case Cells.Numbers numbers -> numbers.value(row);
                case Cells.Levels levels -> levels.value(row);
                case Cells.Instants instants -> instants.value(row);
                case Cells.Texts texts -> texts.value(row);
              });
    }
    return facts;
  }

  @Test
  void readsAWideFileAsItReadsNarrowOnes() throws IOException {
    int columns = 6 * KINDS.size() + 1; // 55: more than are asked side by side
    Table wide = read("wide.csv", columns, 0);
    List<String> names = IntStream.range(0, columns).mapToObj(column -> "x" + column).toList();
    assertThat(wide.schema().names()).isEqualTo(names);
    for (int kind = 0; kind < KINDS.size(); kind++) {
      Table narrow = read("narrow" + kind + ".csv", 2, kind);
      for (int column = kind; column < columns; column += KINDS.size()) {
        assertThat(facts(wide, column)).isEqualTo(facts(narrow, 0));
      }
    }
  }
}
