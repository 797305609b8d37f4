package dev.synth.internal.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.evaluate.Threshold;
import dev.synth.internal.classify.ConstantClassifier;
import dev.synth.internal.table.read.TableReader;
import dev.synth.internal.table.stage.RowStream;
import dev.synth.internal.table.write.TableWriter;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.DataOptions;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows are put together from single cells as a whole file is read. */
class RowAssemblerTest {
  private static final int ROWS = 300;

  @TempDir Path folder;

  /** Money, days, times with offsets, hours, codes, words, and each way to leave a cell out. */
  private Path file() throws IOException {
    StringBuilder text = new StringBuilder("id;price;day;seen;hour;code;word;count;fraud\n");
    for (int row = 0; row < ROWS; row++) {
      text.append(
          String.format(
              Locale.ROOT,
              "u%04d;%s;%02d/%02d/2024;2024-03-%02d 10:%02d:00%s;%02d:%02d;%s;%s;%s;%s%n",
              row,
              row % 11 == 0 ? "NA" : price(row),
              1 + row % 28,
              1 + row % 12,
              1 + row % 28,
              row % 60,
              row % 2 == 0 ? "+05:30" : "-08:00",
              row % 24,
              row % 60,
              row % 7 == 0 ? "" : String.format(Locale.ROOT, "%03d", row % 9),
              row % 13 == 0 ? "?" : List.of("ja", "nein", "weiß nicht").get(row % 3),
              row % 17 == 0 ? "-999" : String.valueOf(row),
              row < 30 ? "yes" : "no"));
    }
    return Files.writeString(folder.resolve("rows.csv"), text);
  }

  private static String price(int row) {
    return String.format(Locale.ROOT, "%d.%03d,%02d €", 1 + row % 9, row, row % 100);
  }

  private static DataOptions options(Path file) {
    DataOptions options = DataOptions.of(file.toString(), "fraud", "yes");
    return options.withMissing(List.of("NA", "?", "-999"));
  }

  private static Contract contract(LabelledTable rows, DataOptions options) {
    return Contract.of(rows.modelled().features(), rows.features().schema(), rows.label(), options);
  }

  private static RowAssembler.AssembledRows read(Path file, Contract contract) {
    RowAssembler assembler = new RowAssembler(RowAssembler.Plan.of(contract), false, "'rows'");
    RowStream.read(
        file.toString(),
        null,
        new RowStream.Sink() {
          @Override
          public void columns(List<String> names) {
            assembler.columns(names);
          }

          @Override
          public void row(RowStream.@Nullable Cell[] cells) {
            assembler.add(cells);
          }
        });
    return assembler.take();
  }

  @Test
  void readsCellsAsAWholeFileIsRead() throws IOException {
    Path file = file();
    DataOptions options = options(file);
    LabelledTable rows = TableReader.read(options, Context.quiet(0)).rows();
    assertThat(rows.features().schema().names()).contains("seen offset");
    RowAssembler.AssembledRows block = read(file, contract(rows, options));
    assertSame(block.features(), rows.modelled().features());
    assertThat(block.carried().schema().names()).containsExactly("id");
    assertThat(((Cells.Texts) block.carried().cells(0)).value(7)).isEqualTo("u0007");
  }

  /** Parquet has types of its own, which say the same. */
  @Test
  void readsTypedCellsAsText() throws IOException {
    Path file = file();
    DataOptions options = options(file);
    LabelledTable rows = TableReader.read(options, Context.quiet(0)).rows().plain();
    Path typed = folder.resolve("rows.parquet");
    Table features = rows.modelled().features();
    Table local =
        features.select(
            new dev.synth.table.Schema(
                features.schema().columns().stream()
                    .filter(column -> !column.name().startsWith("seen"))
                    .map(column -> column.withForm(dev.synth.table.CellForm.PLAIN))
                    .toList()));
    TableWriter.write(typed, local);
    Contract contract = Contract.of(local, local.schema(), rows.label(), options);
    assertSame(read(typed, contract).features(), local);
  }

  private static void assertSame(Table read, Table expected) {
    assertThat(read.rowCount()).isEqualTo(expected.rowCount());
    assertThat(read.schema().names()).isEqualTo(expected.schema().names());
    for (Column column : expected.schema().columns()) {
      Cells cells = read.cells(column.name());
      Cells others = expected.cells(column.name());
      for (int row = 0; row < read.rowCount(); row++) {
        assertThat(text(cells, row)).as("%s, row %d", column, row).isEqualTo(text(others, row));
      }
    }
  }

  private static String text(Cells cells, int row) {
    if (cells.isMissing(row)) {
      return "missing";
    }
    return switch (cells) {
      case Cells.Numbers numbers -> String.valueOf(numbers.value(row));
      case Cells.Instants instants -> String.valueOf(instants.value(row));
      case Cells.Levels levels -> levels.value(row);
      case Cells.Texts texts -> texts.value(row);
    };
  }

  @Test
  void aCellOfAnotherFormIsNoNumber() throws IOException {
    Path file = file();
    DataOptions options = options(file);
    Contract contract = contract(TableReader.read(options, Context.quiet(0)).rows(), options);
    Path other =
        Files.writeString(
            folder.resolve("other.csv"), Files.readString(file).replace("2.001,01 €", "2001 $"));
    assertThatThrownBy(() -> read(other, contract))
        .isInstanceOf(Problem.class)
        .hasMessage(
            "'rows': row 2: the column 'price' should hold a number, but holds '2001 $'; or have it"
                + " counted and scored all the same");
  }

  /** The columns that are handed on are those of the first file, here of one with the name. */
  @Test
  void filesMayDifferInWhatIsHandedOn() throws IOException {
    Path file = file();
    DataOptions options = options(file);
    LabelledTable rows = TableReader.read(options, Context.quiet(0)).rows();
    Bundle bundle =
        new Bundle(
            "v1",
            new BundleFacts(
                "any",
                "none",
                null,
                null,
                "any",
                new Threshold(0.5, "fixed", null),
                "fixed",
                "platt",
                300,
                30,
                0,
                new BundleFacts.OutOfFold(1, 2, 1, 1, 1, 1.0, 1),
                List.of()),
            contract(rows, options),
            new Calibration.Platt(1, 0),
            new ConstantClassifier(0.25));
    List<String> lines = Files.readAllLines(file);
    Files.writeString(folder.resolve("part-1.csv"), joined(lines));
    Files.writeString(
        folder.resolve("part-2.csv"),
        joined(lines.stream().map(line -> line.substring(line.indexOf(';') + 1)).toList()));
    Path scored = folder.resolve("scored.csv");
    FileScoring.run(
        bundle,
        folder.resolve("part-*.csv").toString(),
        scored,
        new FileScoring.ScoringMode(false, 0, 1),
        Context.quiet(0));
    List<String> written = Files.readAllLines(scored);
    assertThat(written).hasSize(1 + 2 * ROWS);
    assertThat(written.get(0)).isEqualTo("id,score,probability,decision");
    assertThat(written.get(2)).isEqualTo("u0001,0.25,0.25,0");
    assertThat(written.getLast()).isEqualTo(",0.25,0.25,0");
    Path none = Files.writeString(folder.resolve("none.csv"), joined(lines.subList(0, 1)));
    FileScoring.run(
        bundle,
        none.toString(),
        scored,
        new FileScoring.ScoringMode(false, 0, 1),
        Context.quiet(0));
    assertThat(Files.readAllLines(scored)).containsExactly("id,score,probability,decision");
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  @Test
  void aContractIsReadBackExactly() throws IOException {
    Path file = file();
    DataOptions options = options(file);
    Contract contract = contract(TableReader.read(options, Context.quiet(0)).rows(), options);
    Contract read = Contract.fromJson(new dev.synth.internal.base.JsonFields(contract.toJson()));
    assertThat(read.features()).isEqualTo(contract.features());
    assertThat(read.carried()).containsExactly("id");
    assertThat(read.toJson()).isEqualTo(contract.toJson());
  }
}
