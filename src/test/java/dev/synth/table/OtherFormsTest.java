package dev.synth.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synth.base.Problem;
import dev.synth.internal.report.wording.reading.ReadingSentence;
import dev.synth.internal.table.cell.InstantText;
import dev.synth.internal.table.read.CellReader;
import dev.synth.internal.table.stage.RowStream.Cell;
import dev.synth.internal.table.write.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms of single countries, databases and programs, and cells that hold nothing. */
class OtherFormsTest {
  private static final int ROWS = 200;
  private static final List<String> MONTHS = List.of("JAN", "FEB", "MAR", "APR");
  private static final List<String> SIZES = List.of("KB", "MB", "GB");

  @TempDir Path folder;

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  static List<WrittenColumn> columns() {
    return List.of(
        number(i -> text("R%d.%02d", 1 + i, i % 100)),
        number(i -> text("R %d %03d,%02d", 1 + i, i % 1000, i % 100)),
        number(i -> text("%d.%03dđ", 1 + i, i * 7 % 1000)),
        number(i -> text("%d.%02d FCFA", 1 + i, i % 100)),
        number(i -> text("%d,%02d р.", 1 + i, i % 100)),
        number(i -> "~" + (10 + i)),
        number(i -> text("ca. %d.5", 10 + i)),
        number(i -> text("%d sq ft", 400 + i)),
        number(i -> text("%d.%d fl oz", 1 + i, i % 10)),
        number(i -> text("%d.%d kg/m2", 18 + i % 20, i % 10)),
        number(i -> text("%dcc", 600 + 7 * i)),
        number(i -> text("%d.%dº", i % 40, i % 10)),
        number(i -> text("%d.%d %s", 1 + i % 900, i % 10, SIZES.get(i % 3))),
        number(i -> text("%d yrs %d mos", 2 + i % 30, 2 + i % 10)),
        number(i -> text("%dy %dm", 2 + i % 30, 2 + i % 10)),
        number(i -> text("%d weeks, %d days", 2 + i % 30, 2 + i % 5)),
        time(
            i ->
                text(
                    "%02d-%s-24 %02d.30.00.%06d PM", 1 + i % 28, MONTHS.get(i % 4), 1 + i % 12, i)),
        time(i -> text("2024-03-%02dT09:30:00+01:00[Europe/Paris]", 1 + i % 28)),
        time(i -> text("2024-03-%02d 09:30:00 +0000 UTC", 1 + i % 28)),
        time(i -> text("Fri Mar %02d 2024 09:30:00 GMT+0100 (CET)", 1 + 7 * (i % 4))),
        time(i -> text("2024:03:%02d 09:30:%02d", 1 + i % 28, i % 60)),
        time(i -> text("%02d%02d2024", 1 + i % 28, 1 + i % 12)),
        time(i -> text("%02d%02d2024", 1 + i % 12, 1 + i % 28)),
        time(i -> text("93%02d%02d", 1 + i % 12, 1 + i % 28)),
        time(i -> text("2024%03d", 1 + i)),
        time(i -> text("%d", 45_000 + i)),
        time(i -> text("%d.%05d", 45_000 + i, i * 37)));
  }

  private static WrittenColumn number(IntFunction<String> cell) {
    return new WrittenColumn("size", ColumnType.Numeric.class, cell);
  }

  private static WrittenColumn time(IntFunction<String> cell) {
    return new WrittenColumn("order_date", ColumnType.Timestamp.class, cell);
  }

  private Reading reading(String name, IntFunction<String> cell) throws IOException {
    StringBuilder text = new StringBuilder(name + "|y\n");
    for (int i = 0; i < ROWS; i++) {
      text.append(cell.apply(i)).append(i % 10 == 0 ? "|1\n" : "|0\n");
    }
    return Reading.of(Files.writeString(folder.resolve("d.csv"), text), "y", "1");
  }

  private static Column column(LoadedData data) {
    return data.rows().features().schema().columns().getFirst();
  }

  private static double number(LoadedData data, int row) {
    return ((Cells.Numbers) data.rows().features().cells(0)).value(row);
  }

  @ParameterizedTest
  @MethodSource("columns")
  void areReadAsWhatTheyMeanAndWrittenAgain(WrittenColumn column) throws IOException {
    LoadedData data = reading(column.name(), column.cell()).read();

    assertThat(column(data).type()).isInstanceOf(column.kind());
    Path file = folder.resolve("written.csv");
    TableWriter.write(file, data.rows().emitted(), data.rows().style());
    assertThat(Files.readAllLines(file)).isEqualTo(Files.readAllLines(folder.resolve("d.csv")));
  }

  /** By hand: 1.5 MB, half past three in the afternoon, and 2023-03-15 as Excel counts days. */
  @Test
  void haveTheValuesThatPeopleMean() throws IOException {
    assertThat(number(reading("size", i -> i + 1 + (i % 2 == 0 ? ".5 MB" : ".5 KB")).read(), 0))
        .isEqualTo(1_500_000);
    assertThat(number(reading("age", i -> text("%dyrs %dmon", 2 + i % 30, i % 12)).read(), 3))
        .isEqualTo((5 + 3 / 12.0) * 31_557_600); // years of 365.25 days
    IntFunction<String> oracle = i -> text("%02d-MAR-24 03.30.00.000000 PM", 1 + i % 28);
    assertThat(moment(reading("ts", oracle).read(), 0)).isEqualTo("2024-03-01 15:30:00");
    assertThat(moment(reading("date", i -> String.valueOf(45_000 + i)).read(), 0))
        .isEqualTo("2023-03-15 00:00:00");
  }

  private static String moment(LoadedData data, int row) {
    return InstantText.timestamp(((Cells.Instants) data.rows().features().cells(0)).value(row));
  }

  @ParameterizedTest
  @ValueSource(strings = {"R%d", "SR%03d", "v%d.1"})
  void codesWithALetterBeforeThemAreNoMoney(String format) throws IOException {
    assertThat(column(reading("part", i -> text(format, 1 + i % 90)).read()).type())
        .isEqualTo(new ColumnType.Categorical());
  }

  /** Rooms, sizes, bedrooms, addresses and times are no numbers with a currency or a unit. */
  @ParameterizedTest
  @ValueSource(
      strings = {"%dR", "%dBD", "ca%d", "c.%d", "ca.%d", "%d Main St", "%d AM EST", "%d per"})
  void wordsBesideDigitsAreNoUnitsOfThemselves(String format) throws IOException {
    IntFunction<String> cell = i -> text(format, 101 + i % 60);
    boolean isUnit = format.endsWith(" per"); // one word behind a blank is
    assertThat(column(reading("part", cell).read()).type() instanceof ColumnType.Numeric)
        .isEqualTo(isUnit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%d R", "%d,50R", "%d sq. m", "%d square feet", "~%d", "about %d"})
  void currenciesAndUnitsBehindABlankStay(String format) throws IOException {
    assertThat(column(reading("part", i -> text(format, 101 + i % 60)).read()).type())
        .isInstanceOf(ColumnType.Numeric.class);
  }

  /** A key of a table of days is no day. */
  @ParameterizedTest
  @ValueSource(strings = {"date_id", "DateKey", "date_sk", "date_no"})
  void keysOfDatesAreNoDays(String name) throws IOException {
    assertThat(column(reading(name, i -> text("%d", 29_300 + 70 * (i % 90))).read()).type())
        .isNotInstanceOf(ColumnType.Timestamp.class);
  }

  /** Incomes are no days, and neither are part numbers, whatever dates they would be. */
  @Test
  void numbersAreNoDaysWhereNoNameSaysSo() throws IOException {
    for (IntFunction<String> cell :
        List.<IntFunction<String>>of(
            i -> String.valueOf(45_000 + 3 * i), i -> text("93%02d%02d", 1 + i % 12, 1 + i % 28))) {
      assertThat(column(reading("income", cell).read()).type())
          .isInstanceOf(ColumnType.Numeric.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00a0", "\u2009\u00a0", "\u200b", "\ufeff"})
  void cellsOfBlanksOfAnyKindAreMissing(String blank) throws IOException {
    for (IntFunction<String> cell :
        List.<IntFunction<String>>of(
            i -> text("%d.25", i), i -> "level " + i % 3, i -> text("2024-03-%02d", 1 + i % 28))) {
      LoadedData data = reading("x", i -> i % 20 == 3 ? blank : cell.apply(i)).read();
      assertThat(data.rows().features().cells(0).missingCount()).isEqualTo(10);
      assertThat(column(data).type()).isEqualTo(column(reading("x", cell).read()).type());
    }
    assertThat(reading("x", i -> blank).read().rows().features().cells(0).missingCount())
        .isEqualTo(ROWS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#NV", "#WERT!", "#VALEUR!", "#ERROR!", "#N/D", "0000-00-00"})
  void errorsOfSpreadsheetsAndDatesOfZerosAreMissing(String nothing) throws IOException {
    LoadedData data =
        reading("x", i -> i % 20 == 3 ? nothing : text("2024-03-%02d", 1 + i % 28)).read();
    assertThat(column(data).type()).isEqualTo(new ColumnType.Timestamp(true));
    assertThat(data.rows().features().cells(0).missingCount()).isEqualTo(10);
    LoadedData numbers = reading("x", i -> i % 20 == 3 ? nothing : text("%d.5", i)).read();
    assertThat(column(numbers).type()).isInstanceOf(ColumnType.Numeric.class);
    LoadedData levels = reading("x", i -> i % 20 == 3 ? nothing : "level " + i % 3).read();
    assertThat(levels.rows().features().cells(0).missingCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%.2f*", "%.2f (p)", "%.2f†", "%.2f b", "%.2f[1]", "%.2fr", "%.2f e", "%.2f¹"})
  void marksOfFootnotesAreLeftOut(String marked) throws IOException {
    IntFunction<String> cell = i -> text(i % 10 == 5 ? marked : "%.2f", 1 + i * 0.37);
    LoadedData data = reading("x", cell).read();
    assertThat(column(data).type()).isInstanceOf(ColumnType.Numeric.class);
    assertThat(number(data, 5)).isEqualTo(2.85); // 1 + 5 × 0.37
    assertThat(ReadingSentence.of(data.notes()))
        .anyMatch(note -> note.startsWith("20 cells of 'x' have the mark of a footnote behind"));
    LoadedData asked = reading("x", cell).type("x", ColumnType.Numeric.UNBOUNDED).read();
    assertThat(number(asked, 5)).isEqualTo(2.85);
  }

  /**
   * Cells whose letters, brackets and raised digits mean something: houses, seats, powers, counts
   * with a share, pence and billions.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "%d|%db",
        "%d|%d e",
        "%d|%d²",
        "%d|%d (3)",
        "%d|%d[1]",
        "£%d.25|%dp",
        "%d.5|%d.5b",
        "%d.5|%d²"
      })
  void whatMayBeAValueIsNoMark(String forms) throws IOException {
    List<String> both = List.of(forms.split("\\|", 2));
    IntFunction<String> cell = i -> text(both.get(i % 10 == 5 ? 1 : 0), 10 + i);
    for (ColumnType type : List.of(new ColumnType.Categorical(), ColumnType.Numeric.UNBOUNDED)) {
      Reading reading = reading("x", cell);
      boolean isNumber = type instanceof ColumnType.Numeric;
      try {
        LoadedData data = (isNumber ? reading.type("x", type) : reading).read();
        assertThat(column(data).type()).isNotInstanceOf(ColumnType.Numeric.class);
      } catch (Problem question) {
        assertThat(question).hasMessageContaining("'x'"); // asked about, which is right, too
      }
    }
  }

  /** A fitted model leaves out signs alone, whatever column a cell is for. */
  @Test
  void aSingleCellHasNoMarksButSigns() throws IOException {
    Column column = column(reading("x", i -> text("%d.5", 10 + i)).read());
    CellReader reader =
        new CellReader(new CellReader.Plan(column, DataOptions.of("d.csv", "y", "1"), List.of()));
    assertThat(reader.add(new Cell.Text("12.5*"))).isEqualTo(CellReader.Outcome.VALUE);
    assertThat(reader.add(new Cell.Text("12.5 p"))).isEqualTo(CellReader.Outcome.MISFIT);
    assertThat(reader.add(new Cell.Text("12b"))).isEqualTo(CellReader.Outcome.MISFIT);
  }

  /** A column in years and months has no minutes, for a fitted model neither. */
  @Test
  void aSingleCellHasMonthsBesideYears() throws IOException {
    Column column = column(reading("age", i -> text("%dy %dm", 2 + i % 30, 2 + i % 10)).read());
    CellReader reader =
        new CellReader(new CellReader.Plan(column, DataOptions.of("d.csv", "y", "1"), List.of()));
    reader.add(new Cell.Text("10m"));
    assertThat(((Cells.Numbers) reader.take()).value(0)).isEqualTo(26_298_000); // 10 × 2,629,800
  }

  /** All cells are said to be numbers, and all have a letter. */
  @Test
  void lettersBehindAllCellsAreNoMarks() throws IOException {
    Reading asked = reading("x", i -> 10 + i + "b").type("x", ColumnType.Numeric.UNBOUNDED);
    assertThat(catchThrowableOfType(Problem.class, asked::read)).hasMessageContaining("'x'");
  }

  @Test
  void signsBehindWholeNumbersAreMarks() throws IOException {
    assertThat(number(reading("x", i -> 10 + i % 60 + (i % 10 == 5 ? "*" : "")).read(), 5))
        .isEqualTo(15);
  }

  /** A column that is half numbers with decimals never goes without a word of the user's. */
  @ParameterizedTest
  @ValueSource(strings = {"%d,%02d", "[%d.%02d]", "%d.%02d or so"})
  void numbersOfTwoFormsAreAskedAbout(String other) throws IOException {
    Reading mixed = reading("x", i -> text(i % 3 == 0 ? other : "%d.%02d", 10 + i, i % 100));
    assertThat(catchThrowableOfType(Problem.class, mixed::read))
        .hasMessageStartingWith("133 of 200 cells of 'x' are numbers; ")
        .hasMessageEndingWith("if a category, say `types: {x: categorical}`");
    IntFunction<String> days =
        i -> text(i % 3 == 0 ? "%2$02d.03.%1$d" : "%d-03-%02d", 1800 + i, 1 + i % 28);
    assertThat(catchThrowableOfType(Problem.class, reading("x", days)::read))
        .hasMessageStartingWith("133 of 200 cells of 'x' are times (yyyy-MM-dd); ");
  }
}
