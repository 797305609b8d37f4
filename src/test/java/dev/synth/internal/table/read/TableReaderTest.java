package dev.synth.internal.table.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.report.wording.reading.ReadingSentence;
import dev.synth.internal.table.Duck;
import dev.synth.internal.table.cell.InstantText;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.internal.table.write.TableWriter;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.LoadedData;
import dev.synth.table.Reading;
import dev.synth.table.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {
  private static final String SMALL = "a,b,fraud\n1,x,0\n2.5,y,1\n";

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> texts(Cells cells) {
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < cells.size(); row++) {
      texts.add(
          cells.isMissing(row)
              ? "-"
              : switch (cells) {
                case Cells.Numbers numbers -> NumberText.of(numbers.value(row));
                case Cells.Levels levels -> levels.value(row);
                case Cells.Instants instants -> InstantText.timestamp(instants.value(row));
                case Cells.Texts names -> names.value(row);
              });
    }
    return texts;
  }

  @Test
  void pullsTheLabelOut() throws IOException {
    LabelledTable rows = Reading.of(file("a.csv", SMALL), "fraud", "1").read().rows();
    assertThat(rows.features().schema().names()).containsExactly("a", "b");
    assertThat(rows.features().schema().columns().get(0).type())
        .isEqualTo(ColumnType.Numeric.UNBOUNDED);
    assertThat(rows.features().schema().columns().get(1).type())
        .isEqualTo(new ColumnType.Categorical());
    assertThat(texts(rows.features().cells("a"))).containsExactly("1", "2.5");
    assertThat(texts(rows.features().cells("b"))).containsExactly("x", "y");
    assertThat(rows.isRare(0)).isFalse();
    assertThat(rows.isRare(1)).isTrue();
    assertThat(rows.label()).isEqualTo(new Label("fraud", "1", "0", 2));
  }

  /** Zeros at the end belong to the form where all cells agree on them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12.50 3.25 -4.00|12.50 3.25 -4.00",
        "12.50 NA 3.25|12.50 NA 3.25",
        "12.0 3.0 0.5|12.0 3.0 0.5",
        "0.0 0.25 1.5|0.0 0.25 1.5",
        "12.50 3 1.25|12.50 3 1.25",
        "12.50 -999 3.25|12.50 -999 3.25",
        "12.50 3.0|12.5 3",
        "12.50 3.00 4|12.5 3 4",
        "1.250 3.25|1.25 3.25",
        "1.50e3 2.50|1500 2.5",
        ".50 1.50|.50 1.50",
        "12.5 3.25|12.5 3.25"
      })
  void writesZerosWhereAllCellsHaveThem(String cells, String written) throws IOException {
    StringBuilder text = new StringBuilder("a,fraud\n");
    for (String cell : cells.split(" ", -1)) {
      text.append(cell).append(",0\n").append(cell).append(",1\n");
    }
    Table rows =
        Reading.of(file("z.csv", text.toString()), "fraud", "1")
            .tokens("NA", "-999")
            .read()
            .rows()
            .features();

    Path target = folder.resolve("out.csv");
    TableWriter.write(target, rows);
    assertThat(Files.readAllLines(target).stream().filter(line -> !line.isEmpty()).distinct())
        .containsExactly(("a " + written).split(" "));
  }

  /** More columns than are read at once, with a category and a missing cell now and then. */
  @Test
  void everyColumnOfAWideFileHasItsOwnCells() throws IOException {
    int columns = 450;
    StringBuilder text = new StringBuilder();
    for (int row = -1; row < 3; row++) {
      for (int column = 0; column < columns; column++) {
        String cell = column % 7 == 3 ? "level" + row : String.valueOf(column + row / 4.0);
        text.append(row < 0 ? "x" + column : column % 50 == 9 && row == 1 ? "" : cell).append(',');
      }
      text.append(row < 0 ? "fraud" : row % 2).append('\n');
    }

    Table rows =
        Reading.of(file("wide.csv", text.toString()), "fraud", "1").read().rows().features();

    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < 3; row++) {
        String expected =
            column % 50 == 9 && row == 1
                ? "-"
                : column % 7 == 3 ? "level" + row : NumberText.of(column + row / 4.0);
        assertThat(texts(rows.cells("x" + column)).get(row)).isEqualTo(expected);
      }
    }
  }

  /** The outer form of a text file does not change what is read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a;b;fraud\n1;x;0\n2.5;y;1\n",
        "a\tb\tfraud\n1\tx\t0\n2.5\ty\t1\n",
        "a|b|fraud\n1|x|0\n2.5|y|1\n",
        "\ufeffa,b,fraud\n1,x,0\n2.5,y,1\n",
        "a,b,fraud\r\n1,x,0\r\n2.5,y,1\r\n",
        "\"a\",\"b\",\"fraud\"\n\"1\",\"x\",\"0\"\n\"2.5\",\"y\",\"1\"\n",
        "a, b ,fraud\n 1 ,x , 0\n2.5, y, 1\n",
        "a,b,fraud\n1,x,0\n2.5,y,1",
        "a,b,fraud\n\n1,x,0\n\n2.5,y,1\n\n",
      })
  void readsTheSameInEveryForm(String text) throws IOException {
    LabelledTable rows = Reading.of(file("a.csv", text), "fraud", "1").read().rows();
    assertThat(rows.features().schema().names()).containsExactly("a", "b");
    assertThat(texts(rows.features().cells("a"))).containsExactly("1", "2.5");
    assertThat(texts(rows.features().cells("b"))).containsExactly("x", "y");
    assertThat(rows.rareCount()).isEqualTo(1);
  }

  @Test
  void readsGzip() throws IOException {
    Path path = folder.resolve("a.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(SMALL.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(texts(Reading.of(path, "fraud", "1").features().cells("a")))
        .containsExactly("1", "2.5");
  }

  @Test
  void keepsQuotedCellsWhole() throws IOException {
    String text = "note,fraud\n\"a,b\",0\n\"say \"\"so\"\"\",1\n\"two\nlines\",0\n";
    assertThat(texts(Reading.of(file("a.csv", text), "fraud", "1").features().cells("note")))
        .containsExactly("a,b", "say \"so\"", "two\nlines");
  }

  @Test
  void readsJsonInBothForms() throws IOException {
    String lines = "{\"a\":1,\"ok\":true,\"fraud\":0}\n{\"a\":2.5,\"fraud\":1}\n";
    String array = "[" + lines.strip().replace("\n", ",") + "]";
    for (Path path : List.of(file("a.ndjson", lines), file("a.json", array))) {
      Table features = Reading.of(path, "fraud", "1").features();
      assertThat(texts(features.cells("a"))).containsExactly("1", "2.5");
      assertThat(texts(features.cells("ok"))).containsExactly("true", "-");
    }
  }

  @Test
  void readsParquetWithItsOwnTypes() throws Exception {
    Path path = folder.resolve("a.parquet");
    try (Duck duck = Duck.open(false)) {
      duck.execute(
          """
          COPY (SELECT * FROM (VALUES
            (1::INTEGER, 1.5::DECIMAL(9, 2), true, DATE '2024-01-31',
              TIMESTAMPTZ '2024-01-31 12:00:00+02', 'x', 'no'),
            (NULL, 'nan'::DOUBLE, false, NULL, NULL, '?', 'yes'))
            t(whole, real, truth, day, moment, word, fraud)) TO '%s'
          """
              .formatted(path));
    }
    LabelledTable rows = Reading.of(path, "fraud", "yes").read().rows();
    Table features = rows.features();
    assertThat(features.schema().columns())
        .containsExactly(
            new Column("whole", new ColumnType.Numeric(0, null, null)),
            new Column("real", ColumnType.Numeric.UNBOUNDED),
            new Column("truth", new ColumnType.Categorical()),
            new Column("day", new ColumnType.Timestamp(true)),
            new Column("moment", new ColumnType.Timestamp(false)),
            new Column("word", new ColumnType.Categorical()).withMissingText("?"));
    assertThat(texts(features.cells("whole"))).containsExactly("1", "-");
    assertThat(texts(features.cells("real"))).containsExactly("1.5", "-");
    assertThat(texts(features.cells("truth"))).containsExactly("true", "false");
    assertThat(texts(features.cells("day"))).containsExactly("2024-01-31 00:00:00", "-");
    assertThat(texts(features.cells("moment"))).containsExactly("2024-01-31 10:00:00", "-");
    assertThat(texts(features.cells("word"))).containsExactly("x", "-");
  }

  @Test
  void joinsTheFilesOfAGlobByName() throws IOException {
    file("p2.csv", "fraud;b;a\n1;y;3\n");
    file("p1.csv", "a,fraud\n1,0\n2,0\n");
    file("other.csv", "nothing\n1\n");
    LoadedData data = Reading.of(folder + "/p*.csv", "fraud", "1").read();
    assertThat(data.files()).containsExactly(folder.resolve("p1.csv"), folder.resolve("p2.csv"));
    assertThat(texts(data.rows().features().cells("a"))).containsExactly("1", "2", "3");
    assertThat(texts(data.rows().features().cells("b"))).containsExactly("-", "-", "y");
    assertThat(data.rows().isRare(2)).isTrue();
  }

  @Test
  void keepsTheOrderOfManyRows() throws IOException {
    StringBuilder text = new StringBuilder("n,fraud\n");
    for (int i = 0; i < 300_000; i++) {
      text.append(i * 7919L % 300_007).append(i % 100 == 0 ? ",1\n" : ",0\n");
    }
    Cells.Numbers cells =
        (Cells.Numbers)
            Reading.of(file("a.csv", text.toString()), "fraud", "1")
                .type("n", ColumnType.Numeric.UNBOUNDED)
                .features()
                .cells("n");
    for (int i = 0; i < 300_000; i++) {
      assertThat((long) cells.value(i)).isEqualTo(i * 7919L % 300_007);
    }
  }

  @Test
  void readsMissingTokensInEveryType() throws IOException {
    String text =
        """
        number,word,day,whole,fraud
        ?,NA,2024-01-31,-1,0
        1.5,x,NULL,2,1
        ,,,NaN,0
        """;
    LoadedData data =
        Reading.of(file("a.csv", text), "fraud", "1").tokens("?", "NA", "NULL", "NaN", "-1").read();
    Table features = data.rows().features();
    assertThat(texts(features.cells("number"))).containsExactly("-", "1.5", "-");
    assertThat(texts(features.cells("word"))).containsExactly("-", "x", "-");
    assertThat(texts(features.cells("day"))).containsExactly("2024-01-31 00:00:00", "-", "-");
    assertThat(texts(features.cells("whole"))).containsExactly("-", "2", "-");
    assertThat(ReadingSentence.of(data.notes()))
        .contains("4 columns with missing cells: 'number' (2), 'word' (2), 'day' (2), 'whole' (2)");
  }

  @Test
  void readsNotANumberAsMissingEvenWhenNoToken() throws IOException {
    Path path = file("a.csv", "x,fraud\nNaN,0\n1,1\n");
    assertThat(texts(Reading.of(path, "fraud", "1").tokens().features().cells("x")))
        .containsExactly("-", "1");
  }

  @Test
  void saysWhichColumnsAreEmptyOrConstant() throws IOException {
    Path path = file("a.csv", "void,same,x,fraud\n,7,1,0\n,7,2,1\n");
    assertThat(ReadingSentence.of(Reading.of(path, "fraud", "1").read().notes()))
        .containsExactly(
            "1 column without any value, so of no use: 'void'",
            "1 column with one value only: 'same'");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, true", "1, 1.0, true", "1.0, 1, true", "1, 01, true", "1, 2, false",
    "true, TRUE, true", "true, true, true", "yes, YES, false", "Y, Y, true", "1, one, false"
  })
  void comparesLabelsAsTextNumberOrTruth(String positive, String cell, boolean same) {
    assertThat(LabelText.matches(cell, positive)).isEqualTo(same);
  }

  @Test
  void countsAllOtherLabelsAsTheOtherClass() throws IOException {
    Path path = file("a.csv", "x,kind\n1,ok\n2,theft\n3,ok\n4,error\n");
    LoadedData data = Reading.of(path, "kind", "theft").read();
    assertThat(data.rows().label()).isEqualTo(new Label("kind", "theft", "ok", 1));
    assertThat(data.rows().rareCount()).isEqualTo(1);
    assertThat(ReadingSentence.of(data.notes()))
        .containsExactly(
            "the label 'kind' has 3 values; all but 'theft' count as the other class, written"
                + " 'ok'");
  }

  @Test
  void leavesRowsWithoutALabelOut() throws IOException {
    Path path = file("a.csv", "x,fraud\n1,0\n2,\n3,1\n");
    LoadedData data = Reading.of(path, "fraud", "1").read();
    assertThat(texts(data.rows().features().cells("x"))).containsExactly("1", "3");
    assertThat(data.rows().isRare(1)).isTrue();
    assertThat(ReadingSentence.of(data.notes()))
        .containsExactly("1 row without a label is left out");
  }

  @Test
  void keepsWhatTheUserExcludesButDoesNotModelIt() throws IOException {
    Path path = file("a.csv", "card,at,id,x,fraud\nc1,2024-01-31,5,1,0\nc2,2024-02-01,6,2,1\n");
    LabelledTable rows =
        Reading.of(path, "fraud", "1")
            .exclude("card", "at", "id")
            .time("at")
            .group("card")
            .read()
            .rows();
    assertThat(rows.features().schema().columns())
        .containsExactly(
            new Column("card", new ColumnType.Identifier()),
            new Column("at", new ColumnType.Timestamp(true), false),
            new Column("id", new ColumnType.Identifier()),
            new Column("x", ColumnType.Numeric.UNBOUNDED));
    assertThat(rows.features().schema().modelled().names()).containsExactly("x");
    assertThat(rows.label().position()).isEqualTo(1);
    assertThat(texts(rows.features().cells("card"))).containsExactly("c1", "c2");
  }
}
