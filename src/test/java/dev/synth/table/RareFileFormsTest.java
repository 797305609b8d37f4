package dev.synth.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.synth.base.Problem;
import dev.synth.internal.report.wording.reading.ReadingSentence;
import dev.synth.internal.table.delimited.DelimitedFile;
import dev.synth.internal.table.stage.RowStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rarer forms of files, each read as a whole table and row by row, as {@code score} does: both see
 * the same rows.
 */
class RareFileFormsTest {
  /** The rows that every form below must give: three, the second one rare. */
  private static final String PLAIN = "word,n,fraud\na,1.5,0\nb,2.5,1\nc,3.5,0\n";

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(UTF_8));
  }

  private List<String> notes(Path file) {
    LoadedData data = Reading.of(file, "fraud", "1").read();
    Table table = data.rows().features();
    assertThat(table.schema().names()).containsExactly("word", "n");
    Cells.Numbers numbers = (Cells.Numbers) table.cells("n");
    assertThat(numbers.size()).isEqualTo(3);
    assertThat(List.of(numbers.value(0), numbers.value(1), numbers.value(2)))
        .containsExactly(1.5, 2.5, 3.5);
    assertThat(data.rows().rareRows().stream()).containsExactly(1);
    assertThat(firstCells(file)).containsExactly("a", "b", "c");
    return ReadingSentence.of(data.notes()).stream()
        .map(note -> note.replace(folder + "/", ""))
        .toList();
  }

  private static List<String> firstCells(Path file) {
    List<String> cells = new ArrayList<>();
    RowStream.read(
        file.toString(),
        null,
        new RowStream.Sink() {
          @Override
          public void columns(List<String> names) {
            assertThat(names).startsWith("word", "n", "fraud");
          }

          @Override
          public void row(RowStream.@Nullable Cell[] row) {
            cells.add(row[0] instanceof RowStream.Cell.Text text ? text.text() : "none");
          }
        });
    return cells;
  }

  private String complaint(Path file) {
    Problem problem =
        catchThrowableOfType(Problem.class, () -> Reading.of(file, "fraud", "1").read());
    assertThat(problem).isNotNull();
    return String.valueOf(problem.getMessage()).replace(folder + "/", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"^", "~", ":", "\u0001", "\u001f", "#", "!", "@", "\u00a6", "\u00a7", " "})
  void rareDelimiters(String delimiter) throws IOException {
    Path file = file("a.csv", PLAIN.replace(",", delimiter));
    assertThat(notes(file))
        .singleElement(as(STRING))
        .matches("'a.csv' is taken to part its cells by .*, which parts all lines alike");
    assertThat(notes(file("b.csv", "sep=" + delimiter + "\n" + PLAIN.replace(",", delimiter))))
        .isEmpty();
    assertThat(Reading.of(file, "fraud", "1").read().rows().style().delimiter())
        .isEqualTo(delimiter.charAt(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"|", ";", "\t", ":", "^"})
  void twoDelimitersBetweenCells(String delimiter) throws IOException {
    String note =
        "'a.csv' parts its cells by '%1$s%1$s'; rows come back parted by one '%1$s'"
            .replace("%1$s", delimiter);
    assertThat(notes(file("a.csv", PLAIN.replace(",", delimiter + delimiter))))
        .containsExactly(note);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "|", ":"})
  void aColumnThatIsEmptyAtFirstIsNoSecondDelimiter(String delimiter) throws IOException {
    StringBuilder text = new StringBuilder("word,,fraud\n");
    for (int i = 0; i < 90; i++) {
      text.append(i == 80 ? "a,7," : "a,,").append(i % 2).append('\n');
    }
    Path file = file("a.csv", text.toString().replace(",", delimiter));
    LoadedData data = Reading.of(file, "fraud", "1").read();
    assertThat(data.rows().rowCount()).isEqualTo(90);
    assertThat(data.rows().features().schema().names()).containsExactly("word", "column_2");
  }

  @Test
  void aQuoteWithinACellOpensNone() throws IOException {
    String text = "word;;n;;fraud\n12\" pipe;;3;;0\n\"a;;b \"\"c\"\"\";;4;;1\nx;;5;;0\n";
    assertThat(firstCells(file("a.csv", text))).containsExactly("12\" pipe", "a;;b \"c\"", "x");
  }

  @Test
  void aDateAndATimeAreOneCell() throws IOException {
    String text = "event time\n2024-01-01 10:00:00\n2024-01-02 11:00:00\n2024-01-03 12:00:00\n";
    assertThat(DelimitedFile.open(file("a.csv", text), null).names()).containsExactly("event time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sep= ;", "sep = ;", "SEP=;", "\"sep=;\"", "sep=;,,,", "sep=;\nA title\n"})
  void linesThatNameTheDelimiter(String line) throws IOException {
    assertThat(notes(file("a.csv", line + "\n" + PLAIN.replace(",", ";")))).hasSizeLessThan(2);
  }

  @Test
  void linesThatNameATabOrAWrongDelimiter() throws IOException {
    String tabs = PLAIN.replace(",", "\t");
    for (String line : List.of("sep=\t", "sep=\\t", "sep=tab")) {
      assertThat(notes(file("a.csv", line + "\n" + tabs))).isEmpty();
    }
    assertThat(notes(file("b.csv", "sep=;\n" + PLAIN))).isEmpty();
    assertThat(notes(file("c.csv", "sep=||\n" + PLAIN.replace(",", "||")))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-32LE, ''",
    "UTF-32BE, ''",
    "UTF-16LE, ''",
    "UTF-16BE, '\ufeff'",
    "UTF-8, '\ufeff\ufeff'"
  })
  void charsets(String charset, String mark) throws IOException {
    byte[] bytes = (mark + PLAIN).getBytes(Charset.forName(charset));
    notes(Files.write(folder.resolve("a.csv"), bytes));
  }

  @Test
  void blankLinesAtTheTopAreNoHeader() throws IOException {
    assertThat(notes(file("a.csv", "\n\n  \n" + PLAIN))).isEmpty();
    assertThat(notes(file("b.csv", "\r\n" + PLAIN.replace("\n", "\r\n")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\ufeffword,n,fraud\n",
        "WORD, N ,Fraud\n",
        "\"word\",\"n\",\"fraud\"\n",
        "word,n,fraud\r\n"
      })
  void theHeaderAgain(String header) throws IOException {
    assertThat(notes(file("a.csv", PLAIN.replace("b,2.5", header + "b,2.5"))))
        .containsExactly("'a.csv' holds its header again (line 3); these lines are left out");
    notes(file("b.csv", PLAIN + header));
  }

  @ParameterizedTest
  @ValueSource(strings = {"----,-,-----", "====,===,===", "\"----\",\"--\",\"-----\""})
  void dashesBelowTheNames(String dashes) throws IOException {
    assertThat(notes(file("a.csv", PLAIN.replaceFirst("\n", "\n" + dashes + "\n"))))
        .containsExactly("'a.csv', line 2: the dashes below the column names are left out");
  }

  @Test
  void dashesThatAreMissingCellsStay() throws IOException {
    LoadedData data =
        Reading.of(file("a.csv", PLAIN.replace("a,1.5,0", "-,-,0")), "fraud", "1").read();
    assertThat(data.rows().rowCount()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Total,,",
        "Grand Total:,7.5,",
        "Sous-total,7.5,",
        "Total general,,1",
        "TOTAL (3),,1",
        "Toplam,,",
        "Razem,,",
        "Celkem,,",
        "Yhteens\u00e4,,",
        "\u00d6sszesen,,",
        "Totalt,7.5,",
        "I alt,,",
        "\ud569\uacc4,,",
        "\u03a3,7.5,1",
        "Average,,0.33",
        ",Total,1"
      })
  void linesOfTotals(String line) throws IOException {
    assertThat(notes(file("a.csv", PLAIN + line + "\n")))
        .containsExactly("'a.csv', line 5: the line of totals at the end is left out");
  }

  @Test
  void severalLinesOfTotalsAndEmptyOnes() throws IOException {
    assertThat(notes(file("a.csv", PLAIN + ",,\nTotal,7.5,1\nMean,2.5,\n,,\n,,\n")))
        .containsExactly(
            "'a.csv', line 6: the line of totals at the end is left out",
            "'a.csv', line 7: the line of totals at the end is left out",
            "'a.csv': 3 lines of empty cells at the end are left out");
  }

  @Test
  void emptyLinesAtTheEndOfAFileOfNumbers() throws IOException {
    Path file = file("a.csv", "n,x,fraud\n1,2,0\n2,3,1\n,,\n,,\n");
    LoadedData data = Reading.of(file, "fraud", "1").read();
    assertThat(data.rows().rowCount()).isEqualTo(2);
    assertThat(ReadingSentence.of(data.notes()).toString())
        .contains("2 lines of empty cells at the end are left out")
        .doesNotContain("without a label");
  }

  @Test
  void aRowThatIsJustCalledTotalStays() throws IOException {
    LoadedData data = Reading.of(file("a.csv", PLAIN + "Total,9.5,0\n"), "fraud", "1").read();
    assertThat(data.rows().rowCount()).isEqualTo(4);
    assertThat(firstCells(file("b.csv", PLAIN + "Total,9.5,0\n"))).hasSize(4);
  }

  /** Each is a name or a category here, so that nothing proves that the line is no row. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "media,120.5,0",
        "Max,3.5,1",
        "Max,,1",
        "min,,",
        "count,3,1",
        "Mean,,",
        "Total,0,0",
        "Total,9.5,",
        "x,,Total",
        "Total,Total,1",
        "mean,9,0"
      })
  void realRowsAtTheEndStay(String line) throws IOException {
    assertThat(firstCells(file("a.csv", PLAIN + line + "\n"))).hasSize(4);
    assertThat(firstCells(file("b.csv", PLAIN + line + "\n,,\n"))).hasSize(4);
    assertThat(firstCells(file("c.csv", PLAIN + line + "\nSum,,\n"))).hasSize(4);
    assertThat(firstCells(file("d.csv", PLAIN + "Sum,,\n" + line + "\n"))).hasSize(5);
  }

  @Test
  void columnsOfZerosProveNoTotal() throws IOException {
    Path file = file("a.csv", "word,n,fraud\na,0,0\nb,0,0\nc,0,0\nTotal,0,0\n");
    assertThat(firstCells(file)).hasSize(4);
    Path two = file("b.csv", "word,n,fraud\na,1,0\nb,0,0\nc,1,0\nTotal,2,0\n");
    assertThat(firstCells(two)).hasSize(3);
  }

  @Test
  void aRowThatReadsLikeARemarkAmongOthersStays() throws IOException {
    assertThat(firstCells(file("a.csv", "word,n,fraud\n#1,1,0\n#2,2,1\n#3,,\n"))).hasSize(3);
  }

  @Test
  void oneWordInTheFirstRowOrTheLast() throws IOException {
    StringBuilder many = new StringBuilder("word,n,fraud\na,EUR,0\n");
    for (int i = 0; i < 40; i++) {
      many.append("b,").append(i * 7 % 11).append(".5,").append(i % 2).append('\n');
    }
    assertThat(complaint(file("a.csv", many.toString())))
        .endsWith("; if the line says units or types, delete it");
    assertThat(complaint(file("b.csv", many.toString().replace("a,EUR,0\n", "") + "a,checked,0\n")))
        .endsWith("; if the line is a total or a remark, delete it");
  }

  @Test
  void emptyCellsBehindTheLast() throws IOException {
    notes(file("a.csv", PLAIN.replace("\n", ",,\n").replaceFirst(",,\n", "\n")));
  }

  @Test
  void linesWithAnotherNumberOfCellsSayTheLikelyCause() throws IOException {
    assertThat(complaint(file("a.csv", PLAIN.replace("a,1.5,0", "1,a,1.5,0"))))
        .endsWith(
            "line 2: 3 cells were expected, as in the header, but 4 are there; where rows have a"
                + " name or number that the header leaves out, as R writes them, name that column"
                + " too");
    assertThat(complaint(file("b.csv", PLAIN.replace("b,", "'b, or c',"))))
        .endsWith("but 4 are there; only double quotes hold a cell together");
    assertThat(complaint(file("c.csv", PLAIN + "d,4")))
        .endsWith("it is the last line: delete it if it is cut, or a remark or a total");
  }

  @Test
  void namelessColumnsGetNamesOfTheirOwn() throws IOException {
    Path file = file("a.csv", "word,,column_2,fraud\na,1,5,0\nb,2,6,1\nc,3,7,0\n");
    assertThat(Reading.of(file, "fraud", "1").read().rows().features().schema().names())
        .containsExactly("word", "column_2_2", "column_2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%PDF-1.7|is a PDF file and no text; save its rows as CSV",
        "\u0089PNG|is a picture and no table; save its rows as CSV",
        "SQLite format 3|is a database of SQLite and no text; save its rows as CSV",
        "ARROW1|is an Arrow or Feather file and no text; write it as Parquet",
        "Rar!|is compressed in a way that is not read; unpack it, or compress it with gzip",
        "<table><tr>|is HTML or XML and no table; was it downloaded from a page that asks to log"
            + " in?",
        "<!-- x -->|is HTML or XML and no table; was it downloaded from a page that asks to log"
            + " in?",
        "a,b~1,\u0000x|, line 2 holds bytes of zero, which no text has; the file is damaged, or no"
            + " text",
        "version https://git-lfs.github.com|is a pointer of Git LFS and not the file itself; fetch"
            + " that with `git lfs pull`",
        "% made by Weka~@relation x|is an ARFF file; save its rows as CSV, with the names of its"
            + " attributes as the first line"
      })
  void filesThatAreNoText(String text, String why) throws IOException {
    byte[] bytes = (text.replace('~', '\n') + "\nrest".repeat(20)).getBytes(ISO_8859_1);
    assertThat(complaint(Files.write(folder.resolve("a.csv"), bytes)))
        .isEqualTo("'a.csv'" + (why.startsWith(",") ? "" : " ") + why);
  }

  @Test
  void compressedTwice() throws IOException {
    byte[] twice = gzip(gzip(PLAIN.getBytes(UTF_8)));
    assertThat(complaint(Files.write(folder.resolve("a.csv.gz"), twice)))
        .isEqualTo("'a.csv.gz' is compressed twice by gzip; unpack it once");
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }

  @Test
  void jsonByItsBytesAndNotByItsName() throws IOException {
    String rows =
        "[{\"word\":\"a\",\"n\":1.5,\"fraud\":0},{\"word\":\"b\",\"n\":2.5,\"fraud\":1},"
            + "{\"word\":\"c\",\"n\":3.5,\"fraud\":0}]";
    notes(Files.write(folder.resolve("a.json"), gzip(rows.getBytes(UTF_8))));
    notes(file("b.json.gz", rows));
    notes(Files.write(folder.resolve("c.json.gz"), gzip(rows.getBytes(UTF_8))));
    assertThat(complaint(file("d.json", PLAIN)))
        .startsWith("'d.json' is no JSON of rows, which begins with [ or {; end its name in .csv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"word\":[\"a\",\"b\"],\"n\":[1,2],\"fraud\":[0,1]}",
        "{\"word\":{\"0\":\"a\",\"1\":\"b\"},\"n\":{\"0\":1,\"1\":2},\"fraud\":{\"0\":0,\"1\":1}}",
        "{\"columns\":[\"n\",\"fraud\"],\"data\":[[1,0],[2,1]]}",
        "{\"data\":[{\"n\":1,\"fraud\":0},{\"n\":2,\"fraud\":1}]}",
        "[[1,0],[2,1]]",
        "[1,2]"
      })
  void jsonThatHoldsNoRows(String text) throws IOException {
    assertThat(complaint(file("a.json", text)))
        .isEqualTo(
            "'a.json' does not hold an object a row; write an array of objects, or one a line, as"
                + " pandas does by to_json(orient='records')");
  }

  @Test
  void floatsOfParquetAreTheirShortestDecimals() {
    Path file = folder.resolve("a.parquet");
    Parquets.write(file, "SELECT 0.1::FLOAT AS n, 0 AS fraud UNION ALL SELECT 2.7::FLOAT, 1");
    Cells.Numbers numbers =
        (Cells.Numbers) Reading.of(file, "fraud", "1").read().rows().features().cells("n");
    assertThat(List.of(numbers.value(0), numbers.value(1))).containsExactlyInAnyOrder(0.1, 2.7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.tab", "a.psv", "a.dat", "a.CSV", "a.csv.txt"})
  void endings(String name) throws IOException {
    notes(file(name, PLAIN));
    assertThat(complaint(file("a.log", PLAIN))).endsWith(": end its name in .csv if it is text");
  }
}
