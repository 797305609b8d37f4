package dev.synth.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synth.base.Context;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.internal.report.wording.reading.ReadingSentence;
import dev.synth.internal.table.read.MatchedReader;
import dev.synth.internal.table.write.TableWriter;
import dev.synth.table.reading.ColumnFact;
import dev.synth.table.reading.Counted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test writes one column of 200 rows beside a label, every tenth of them rare. */
class ReadingNumbersTest {
  private static final int ROWS = 200;

  @TempDir Path folder;

  private Path file(String name, String column, IntFunction<String> cell) throws IOException {
    StringBuilder text = new StringBuilder(column + ",y\n");
    for (int i = 0; i < ROWS; i++) {
      text.append('"').append(cell.apply(i)).append("\",").append(i % 10 == 0 ? 1 : 0).append('\n');
    }
    return Files.writeString(folder.resolve(name), text);
  }

  private Reading reading(String column, IntFunction<String> cell) throws IOException {
    return Reading.of(file("d.csv", column, cell), "y", "1");
  }

  private LoadedData read(String column, IntFunction<String> cell) throws IOException {
    return reading(column, cell).read();
  }

  private static Column column(LoadedData data) {
    return data.rows().features().schema().columns().getFirst();
  }

  private static Cells cells(LoadedData data) {
    return data.rows().features().cells(0);
  }

  private static double number(LoadedData data, int row) {
    return ((Cells.Numbers) cells(data)).value(row);
  }

  private String complaint(Reading reading) {
    Problem problem = catchThrowableOfType(Problem.class, reading::read);
    assertThat(problem).isNotNull();
    assertThat(problem.exitCode()).isEqualTo(ExitCode.DATA);
    return String.valueOf(problem.getMessage()).replace(folder + "/", "");
  }

  /** The words of folder 01 of the cases, and their neighbours. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "None",
        "n/a",
        "-",
        "unknown",
        "#N/A",
        "<NA>",
        ".",
        "NONE",
        "Null",
        "nil",
        "--",
        "?",
        "N/A",
        "nan",
        "Missing",
        "#DIV/0!",
        "#NULL!",
        "UNKNOWN",
        " unknown ",
        "NaT",
        "(blank)",
        "\u2014"
      })
  void wordsForMissingCellsLeaveNumbersNumbers(String word) throws IOException {
    LoadedData data = read("income", i -> i % 40 == 3 ? word : i + ".25");
    assertThat(column(data))
        .isEqualTo(
            new Column("income", ColumnType.Numeric.UNBOUNDED).withMissingText(word.strip()));
    assertThat(cells(data).missingCount()).isEqualTo(5); // rows 3, 43, … 163
    assertThat(cells(data).isMissing(43)).isTrue();
    assertThat(number(data, 44)).isEqualTo(44.25);
  }

  @Test
  void aFewDifferentNumbersWithAWordAreNumbersToo() throws IOException {
    LoadedData data = read("age", i -> i % 40 == 3 ? "None" : String.valueOf(20 + i % 65));
    assertThat(column(data).type()).isEqualTo(ColumnType.Numeric.UNBOUNDED);
    assertThat(ReadingSentence.of(data.notes())).contains("read as missing: 'None' (5) in 'age'");
  }

  @Test
  void wordsForMissingCellsAreLevelsOfACategory() throws IOException {
    LoadedData data = read("plan", i -> i % 40 == 3 ? "None" : i % 40 == 4 ? "unknown" : "gold");
    assertThat(((Cells.Levels) cells(data)).levels()).containsExactly("None", "gold", "unknown");
    assertThat(cells(data).missingCount()).isZero();
  }

  @Test
  void wordsForMissingCellsAreMissingAmongDates() throws IOException {
    LoadedData data =
        read("at", i -> i % 40 == 3 ? "unknown" : "2024-01-%02d".formatted(i % 28 + 1));
    assertThat(column(data).type()).isInstanceOf(ColumnType.Timestamp.class);
    assertThat(cells(data).missingCount()).isEqualTo(5);
  }

  @Test
  void aColumnOfNothingButSuchWordsIsACategory() throws IOException {
    LoadedData data = read("plan", i -> i % 2 == 0 ? "None" : "unknown");
    assertThat(((Cells.Levels) cells(data)).levels()).containsExactly("None", "unknown");
  }

  @Test
  void anotherWordAmongNumbersNeedsADecision() throws IOException {
    assertThat(complaint(reading("income", i -> i % 40 == 3 ? "hello" : i + ".25")))
        .isEqualTo(
            "195 of 200 cells of 'income' are numbers; 'hello' (5, 'd.csv', lines 5, 45, 85 and on)"
                + " is not: if missing, add it to data.missing (`missing: [hello]`); if a category,"
                + " say `types: {income: categorical}`");
  }

  @Test
  void aDecisionIsNeededWhereFewNumbersDifferToo() throws IOException {
    assertThat(complaint(reading("age", i -> i == 3 ? "old" : String.valueOf(20 + i % 8))))
        .startsWith("199 of 200 cells of 'age' are numbers; 'old' (1, 'd.csv', line 5) is not");
  }

  @Test
  void bothCuresWork() throws IOException {
    IntFunction<String> cell = i -> i % 40 == 3 ? "hello" : i + ".25";
    assertThat(cells(reading("income", cell).tokens("hello").read()).missingCount()).isEqualTo(5);
    assertThat(
            column(reading("income", cell).type("income", new ColumnType.Categorical()).read())
                .type())
        .isEqualTo(new ColumnType.Categorical());
  }

  @Test
  void fewerNumbersThanThatAreLevels() throws IOException {
    LoadedData data = read("size", i -> i % 10 == 3 ? "large" : String.valueOf(i % 5));
    assertThat(column(data).type()).isEqualTo(new ColumnType.Categorical());
  }

  @Test
  void allColumnsThatNeedADecisionAreToldAtOnce() throws IOException {
    StringBuilder text = new StringBuilder("a;b;c;d;y\n");
    for (int i = 0; i < ROWS; i++) {
      text.append(i == 7 ? "x" : "1.5").append(';').append(i == 8 ? "y: z" : i + ",5").append(';');
      text.append(i % 2 == 0 ? "$" : "").append(i).append(i % 2 == 0 ? "" : " €").append(';');
      text.append(i % 9 + 1).append(",500;").append(i % 10 == 0 ? 1 : 0).append('\n');
    }
    Path path = Files.writeString(folder.resolve("d.csv"), text);
    assertThat(complaint(Reading.of(path, "y", "1")).lines().toList())
        .hasSize(5)
        .satisfies(
            lines -> {
              assertThat(lines.get(0)).isEqualTo("4 columns need a decision of yours:");
              assertThat(lines.get(1)).startsWith("  199 of 200 cells of 'a' are numbers; 'x'");
              assertThat(lines.get(2)).contains("of 'b'", "`missing: ['y: z']`");
              assertThat(lines.get(3))
                  .startsWith(
                      "  'c' mixes currencies or units: '$' (100 cells, 'd.csv', lines 2, 4");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "$%d.09|134|134.09|$134.09",
        "%d.37%%|15|15.37|15.37%",
        "2,%d.20|259|2259.2|2,259.20",
        "%d.78 €|491|491.78|491.78 €",
        "(%d.84)|31|-31.84|(31.84)",
        "1.%d,50 €|234|1234.5|1.234,50 €",
        "CHF 12'%d.60|345|12345.6|CHF 12'345.60",
        "-$%d|5|-5|-$5",
        "$-%d|5|-5|$-5",
        "%d-|5|-5|5-",
        "+%d.5|5|5.5|+5.5",
        "'%d.5|5|5.5|'5.5",
        "\u2212%d.5|5|-5.5|\u22125.5",
        "1\u2009%d,5|234|1234.5|1\u2009234,5",
      })
  void writesNumbersAsItReadThem(String form, int number, double value, String text)
      throws IOException {
    IntFunction<String> cell = i -> form.formatted(i % 50 * 7 + 200).replace("\u00a0", "");
    LoadedData data = read("x", i -> i == 0 ? form.formatted(number) : cell.apply(i));
    assertThat(column(data).type()).isEqualTo(ColumnType.Numeric.UNBOUNDED);
    assertThat(number(data, 0)).isEqualTo(value);
    Path written = folder.resolve("written.csv");
    TableWriter.write(written, data.rows().emitted());
    Path original = folder.resolve("d.csv");
    assertThat(Files.readString(written).replace("\"", ""))
        .isEqualTo(Files.readString(original).replace("\"", ""));
    assertThat(text).isEqualTo(form.formatted(number));
  }

  @Test
  void parquetGetsNumbersWhateverTheirForm() throws IOException {
    LoadedData data = read("x", i -> "$1,%d.50".formatted(i + 100));
    Path written = folder.resolve("written.parquet");
    TableWriter.write(written, data.rows().emitted());
    LoadedData again = Reading.of(written, "y", "1").read();
    assertThat(column(again).form()).isEqualTo(CellForm.PLAIN);
    assertThat(number(again, 7)).isEqualTo(1107.5);
  }

  @Test
  void plainNumbersAreWrittenAsTheyWere() throws IOException {
    for (IntFunction<String> cell :
        List.<IntFunction<String>>of(
            i -> String.valueOf(i * 37 % 100),
            i -> i + ".25",
            i -> "-" + i + ".5",
            i -> i + "e-3")) {
      assertThat(column(read("x", cell)).form()).isEqualTo(CellForm.PLAIN);
    }
    LoadedData mixed = read("x", i -> (i % 2 == 0 ? "+" : "") + i + ".5");
    assertThat(column(mixed).form()).isEqualTo(CellForm.PLAIN);
    assertThat(number(mixed, 4)).isEqualTo(4.5);
  }

  @Test
  void saysFormsAndTokens() throws IOException {
    LoadedData data = read("x", i -> i == 5 ? "n/a" : "$1,%d.50".formatted(i + 100));
    assertThat(ReadingSentence.of(data.notes()))
        .contains(
            "read as missing: 'n/a' (1) in 'x'",
            "1 column with numbers or times in a form of their own: 'x' like $1,100.50");
    assertThat(data.columns())
        .contains(
            new ColumnNote(
                "x",
                "numeric",
                List.of(
                    new ColumnFact.Form("$1,100.50", null),
                    new ColumnFact.MissingWords(List.of(new Counted("n/a", 1))),
                    new ColumnFact.Missing(1))));
  }

  @Test
  void saysWhichWayOfReadingWasTakenAndHowToTakeTheOther() throws IOException {
    LoadedData data = read("x", i -> i % 9 + 1 + ",500");
    assertThat(number(data, 0)).isEqualTo(1500);
    assertThat(ReadingSentence.of(data.notes()))
        .contains(
            "'x' is read like 1,234,567, since the file parts its cells by commas; were '1,500'"
                + " something else, say `types: {x: {type: numeric, format: '1234,500'}}`");
    ColumnType other = new ColumnType.Numeric(null, null, null, "1234,500");
    LoadedData decimals = reading("x", i -> i % 9 + 1 + ",500").type("x", other).read();
    assertThat(number(decimals, 0)).isEqualTo(1.5);
    assertThat(column(decimals).type()).isEqualTo(ColumnType.Numeric.UNBOUNDED);
  }

  @Test
  void aPointPartsThousandsWhereTheOtherCellsHaveDecimalCommas() throws IOException {
    StringBuilder text = new StringBuilder("visits;price;y\n");
    for (int i = 0; i < ROWS; i++) {
      text.append(i % 9 + 1).append('.').append(i + 234).append(';').append(i).append(",5;");
      text.append(i % 10 == 0 ? 1 : 0).append('\n');
    }
    LoadedData data = Reading.of(Files.writeString(folder.resolve("d.csv"), text), "y", "1").read();
    assertThat(number(data, 0)).isEqualTo(1234);
    assertThat(ReadingSentence.of(data.notes()))
        .anySatisfy(note -> assertThat(note).contains("a decimal comma"));
  }

  @Test
  void aFormatMustShowOneWayOfReading() throws IOException {
    ColumnType vague = new ColumnType.Numeric(null, null, null, "1,234");
    Problem problem =
        catchThrowableOfType(Problem.class, reading("x", i -> "1,500").type("x", vague)::read);
    assertThat(problem.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(problem).hasMessageContaining("data.types.x.format").hasMessageContaining("1,234");
  }

  @Test
  void aTypeWinsAndItsFailureNamesTheCells() throws IOException {
    ColumnType euros = new ColumnType.Numeric(null, null, null, "1.234,50 €");
    assertThat(complaint(reading("x", i -> i < 2 ? "$5" : "12,50 €").type("x", euros)))
        .isEqualTo(
            "'x' is typed numeric, but 2 of 200 cells are not numbers such as '1.234,50 €': '$5'"
                + " (2, 'd.csv', lines 2, 3)");
    assertThat(
            complaint(
                reading("x", i -> i == 4 ? "five" : "5").type("x", ColumnType.Numeric.UNBOUNDED)))
        .isEqualTo(
            "'x' is typed numeric, but 1 of 200 cells are not numbers: 'five' (1, 'd.csv', line"
                + " 6)");
    LoadedData codes =
        reading("zip", i -> "0%04d".formatted(i)).type("zip", ColumnType.Numeric.UNBOUNDED).read();
    assertThat(number(codes, 42)).isEqualTo(42);
  }

  @Test
  void codesStayCodesAndAmountsWithAZeroBeforeThemDoNot() throws IOException {
    assertThat(column(read("zip", i -> "0%04d".formatted(i % 30))).type())
        .isEqualTo(new ColumnType.Categorical());
    LoadedData data = read("amount", i -> i == 9 ? "00" : i + ".25");
    assertThat(number(data, 9)).isZero();
  }

  @Test
  void moneyIsNeverAnIdentifier() throws IOException {
    assertThat(column(read("policy_id", i -> "$" + i)).type())
        .isEqualTo(ColumnType.Numeric.UNBOUNDED);
    assertThat(column(read("policy_id", i -> "1,%d".formatted(i + 100))).type())
        .isEqualTo(ColumnType.Numeric.UNBOUNDED);
  }

  @Test
  void anotherFileIsReadInTheSameWay() throws IOException {
    LoadedData real = read("x", i -> "1.%d €".formatted(i + 100) + "");
    assertThat(number(real, 0)).isEqualTo(1100);
    List<Double> first = new ArrayList<>();
    for (IntFunction<String> cell :
        List.<IntFunction<String>>of(
            i -> "1.%d €".formatted(i + 100),
            i -> "1%d".formatted(i + 100),
            i -> "1%d.0".formatted(i + 100),
            i -> "$1,%d.00".formatted(i + 100))) {
      Path other = file("other.csv", "x", cell);
      Table rows =
          MatchedReader.read(
                  other.toString(),
                  real.rows(),
                  DataOptions.of("d.csv", "y", "1"),
                  Context.quiet(1))
              .rows();
      assertThat(rows.schema().columns().getFirst()).isEqualTo(column(real));
      first.add(((Cells.Numbers) rows.cells(0)).value(0));
    }
    assertThat(first).containsOnly(1100.0);
  }
}
