package dev.synth.internal.table.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.internal.table.Duck;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.NumberForm;
import dev.synth.table.Reading;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableWriterTest {
  /** 2024-01-31T23:59:59 in microseconds: 19753 days of 86 400 s, and 86 399 s. */
  private static final long LAST_SECOND = (19_753L * 86_400 + 86_399) * 1_000_000;

  @TempDir Path folder;

  private static BitSet second() {
    BitSet missing = new BitSet();
    missing.set(1);
    return missing;
  }

  private static LabelledTable rows() {
    Schema schema =
        new Schema(
            List.of(
                new Column("id", new ColumnType.Identifier()),
                new Column("amount", ColumnType.Numeric.UNBOUNDED),
                new Column("count, all", ColumnType.Numeric.UNBOUNDED),
                new Column("kind", new ColumnType.Categorical()),
                new Column("at", new ColumnType.Timestamp(false)),
                new Column("day", new ColumnType.Timestamp(true))));
    List<Cells> cells =
        List.of(
            new Cells.Texts(List.of("r1", "r2", "r3"), new BitSet()),
            new Cells.Numbers(new double[] {12.5, 0, 1e7}, second()),
            new Cells.Numbers(3, 0, -1),
            Cells.Levels.of(Arrays.asList("a \"b\"", null, "c,d")),
            new Cells.Instants(new long[] {LAST_SECOND, 0, LAST_SECOND + 5}, second()),
            new Cells.Instants(new long[] {LAST_SECOND, 0, -1}, second()));
    BitSet rare = new BitSet();
    rare.set(2);
    return new LabelledTable(new Table(schema, cells), rare, new Label("fraud", "1", "0", 1));
  }

  @Test
  void writesCsvAsPromised() throws IOException {
    Path target = folder.resolve("out.csv");
    TableWriter.write(target, rows().emitted());
    assertThat(target)
        .hasContent(
            """
            amount,fraud,"count, all",kind,at,day
            12.5,0,3,"a ""b""\",2024-01-31 23:59:59,2024-01-31
            ,0,0,,,
            10000000,1,-1,"c,d",2024-01-31 23:59:59.000005,1969-12-31
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.csv", "out.csv.gz", "out.parquet"})
  void writesTheSameBytesAndReadsThemBack(String name) throws IOException {
    Path target = folder.resolve("below").resolve(name);
    TableWriter.write(target, rows().emitted());
    byte[] first = Files.readAllBytes(target);
    TableWriter.write(target, rows().emitted());
    assertThat(Files.readAllBytes(target)).isEqualTo(first);
    LabelledTable read = Reading.of(target, "fraud", "1").read().rows();
    Path again = folder.resolve("again.csv");
    TableWriter.write(again, read.emitted());
    Path direct = folder.resolve("direct.csv");
    TableWriter.write(direct, rows().emitted());
    assertThat(again).hasSameBinaryContentAs(direct);
    try (Stream<Path> files = Files.list(target.getParent())) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void writesCellsInTheFormOfTheirColumn() throws IOException {
    NumberForm form =
        new NumberForm(
            "",
            " €",
            new NumberForm.Separators(NumberForm.Grouping.THOUSANDS, ".", ","),
            new NumberForm.Fraction(2, false),
            NumberForm.Signs.MINUS);
    Column price = new Column("price", ColumnType.Numeric.UNBOUNDED, true, form);
    Table table =
        new Table(
            new Schema(List.of(price)),
            List.of(new Cells.Numbers(new double[] {1234.5, 0, -1}, second())));
    Path target = folder.resolve("out.csv");
    TableWriter.write(target, table);
    assertThat(target).hasContent("price\n\"1.234,50 €\"\n\n\"-1,00 €\"\n");
  }

  @Test
  void compresses() throws IOException {
    Path target = folder.resolve("out.csv.gz");
    TableWriter.write(target, rows().emitted());
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(target))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("amount,fraud,");
    }
  }

  @Test
  void typesParquetByItsCells() throws Exception {
    Path target = folder.resolve("out.parquet");
    TableWriter.write(target, rows().emitted());
    try (Duck duck = Duck.open(false)) {
      assertThat(duck.texts("DESCRIBE SELECT * FROM '%s'".formatted(target), 2))
          .containsExactly("DOUBLE", "BIGINT", "BIGINT", "VARCHAR", "TIMESTAMP", "DATE");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.csv", "out.parquet"})
  void streamsBatches(String name) {
    Path target = folder.resolve(name);
    Table table = rows().emitted();
    try (TableWriter writer = TableWriter.open(target, table.schema())) {
      for (int row = 0; row < 3; row++) {
        writer.append(table.rows(new int[] {row}));
      }
      assertThat(target).doesNotExist();
      writer.commit();
    }
    assertThat(Reading.of(target, "fraud", "1").read().rows().rowCount()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.csv", "out.csv.gz", "out.parquet"})
  void leavesTheOldFileUntilCommit(String name) throws IOException {
    Path target = Files.writeString(folder.resolve(name), "old");
    Table table = rows().emitted();
    try (TableWriter writer = TableWriter.open(target, table.schema())) {
      writer.append(table);
    }
    assertThat(target).hasContent("old");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void refusesOtherNames() {
    assertThatThrownBy(() -> TableWriter.write(folder.resolve("out.xlsx"), rows().emitted()))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("end the name in .csv, .csv.gz or .parquet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.csv", "out.parquet"})
  void saysWhereItCannotWrite(String name) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> TableWriter.write(file.resolve(name), rows().emitted()))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.ENVIRONMENT))
        .hasMessageContaining(file.toString());
  }

  /** The shortest decimal text, as Double.toString gives it since JDK 19, in plain notation. */
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "12, 12",
    "12.5, 12.5",
    "0.1, 0.1",
    "1e7, 10000000",
    "1.5e10, 15000000000",
    "12345678.9, 12345678.9",
    "1e-5, 0.00001",
    "-2.5e-7, -0.00000025",
    "1e-10, 1.0E-10",
    "1e20, 100000000000000000000",
    "1e21, 1.0E21",
    "1e15, 1000000000000000"
  })
  void writesNumbersPlainly(double number, String text) {
    assertThat(NumberText.of(number)).isEqualTo(text);
    assertThat(NumberText.parse(text).orElseThrow()).isEqualTo(number + 0.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", ".", "1e", "1e+", "1_0", "0x1", "1d", "1 2", "1,5", "e5", "½"})
  void readsNoNumberWhereThereIsNone(String text) {
    assertThat(NumberText.parse(text)).isEmpty();
  }
}
