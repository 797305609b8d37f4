package dev.synth.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synth.base.Context;
import dev.synth.base.ExitCode;
import dev.synth.base.InvalidValue;
import dev.synth.base.Problem;
import dev.synth.internal.report.wording.reading.ReadingSentence;
import dev.synth.internal.table.read.MatchedReader;
import dev.synth.internal.table.write.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test writes a column of 120 rows beside a label and a number. */
class TimesAsPeopleWriteThemTest {
  private static final int ROWS = 120;
  private static final ColumnType TIMESTAMP = new ColumnType.Timestamp(false);
  private static final ColumnType DATE = new ColumnType.Timestamp(true);
  private static final ColumnType TIME_OF_DAY = new ColumnType.TimeOfDay();

  @TempDir Path folder;

  /** Times that differ in every part, from 2024-01-01T00:00 on, 37 h 41 min 13 s apart. */
  private static LocalDateTime time(int row) {
    return LocalDateTime.of(2024, 1, 1, 0, 0).plusSeconds(row * (37 * 3_600L + 41 * 60 + 13));
  }

  private static String written(int row, String pattern) {
    return time(row).format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
  }

  private Path file(String name, IntFunction<String> cell) throws IOException {
    StringBuilder text = new StringBuilder(name + ",x,fraud\n");
    IntStream.range(0, ROWS)
        .forEach(
            row ->
                text.append('"')
                    .append(cell.apply(row))
                    .append('"')
                    .append(",%d.5,%d\n".formatted(row, row % 10 / 9)));
    return Files.writeString(folder.resolve("a.csv"), text);
  }

  private Reading reading(String name, IntFunction<String> cell) throws IOException {
    return Reading.of(file(name, cell), "fraud", "1");
  }

  private LoadedData read(String name, IntFunction<String> cell) throws IOException {
    return reading(name, cell).read();
  }

  private static Column first(LoadedData data) {
    return data.rows().features().schema().columns().getFirst();
  }

  /** Returns the first column's cells as a text file has them. */
  private List<String> written(LabelledTable rows) throws IOException {
    Path path = folder.resolve("written.csv");
    TableWriter.write(path, rows.emitted());
    List<String> cells = new ArrayList<>();
    for (String line : Files.readAllLines(path).subList(1, ROWS + 1)) {
      int end = line.startsWith("\"") ? line.indexOf('"', 1) + 1 : line.indexOf(',');
      cells.add(line.substring(0, end).replace("\"", ""));
    }
    return cells;
  }

  private static Problem problem(Reading reading) {
    return catchThrowableOfType(Problem.class, reading::read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yyyyMMdd",
        "yyyyMMddHHmmss",
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm:ss'+05:30'",
        "yyyy-MM-dd HH:mm:ss'+0530'",
        "yyyy/MM/dd",
        "MM/dd/yyyy",
        "dd/MM/yyyy",
        "d/M/yyyy H:mm",
        "dd.MM.yyyy",
        "dd.MM.yyyy HH:mm",
        "dd-MM-yy",
        "dd-MMM-yyyy",
        "d MMMM yyyy",
        "MMMM d, yyyy",
        "MMM d yyyy",
        "MMM-yyyy",
        "yyyy-MM",
        "MM/yyyy",
        "MMM yyyy",
        "EEE, dd MMM yyyy HH:mm:ss 'GMT'",
        "HH:mm",
        "HH:mm:ss",
        "hh:mm a",
        "h:mma",
        "MM/dd/yyyy hh:mm:ss a",
        "MMM d, yyyy h:mm a",
        "yyyy-MM-dd HH:mm:ss 'UTC'",
        "yyyy/MM/dd H:m",
        "d.M.yyyy H:m:s",
        "EEE MMM dd HH:mm:ss 'UTC' yyyy",
        "EEE MMM dd HH:mm:ss yyyy",
        "yyyy-MM-dd-HH.mm.ss",
        "yyyy-MM-dd HH:mm:ss.SSS",
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd"
      })
  void eachFormIsReadAndWrittenBack(String pattern) throws IOException {
    List<String> cells = IntStream.range(0, ROWS).mapToObj(row -> written(row, pattern)).toList();
    LoadedData data = read("at", cells::get);

    boolean hasTime = pattern.contains("m");
    boolean hasDate = pattern.contains("y");
    assertThat(first(data).type()).isEqualTo(!hasDate ? TIME_OF_DAY : hasTime ? TIMESTAMP : DATE);
    assertThat(first(data).isModelled()).isTrue();
    assertThat(written(data.rows())).isEqualTo(cells);
    assertThat(data.rows().features().schema().names()).containsExactly("at", "x");
    // what is read again is the same
    assertThat(
            Reading.of(folder.resolve("written.csv"), "fraud", "1")
                .read()
                .rows()
                .features()
                .schema())
        .isEqualTo(data.rows().features().schema());
    if (hasDate) {
      assertThat(reading("at", cells::get).type("at", TIMESTAMP).read().rows().features().schema())
          .isEqualTo(data.rows().features().schema());
    }
  }

  @Test
  void plainFilesGetIsoTimes() throws IOException {
    LoadedData data = read("at", row -> written(row, "MM/dd/yyyy hh:mm:ss a"));

    assertThat(written(data.rows().plain()))
        .isEqualTo(
            IntStream.range(0, ROWS).mapToObj(row -> written(row, "yyyy-MM-dd HH:mm:ss")).toList());
  }

  @Test
  void digitsThatAreDatesAreSaidToBe() throws IOException {
    LoadedData data = read("booked", row -> written(row, "yyyyMMdd"));

    assertThat(first(data).type()).isEqualTo(DATE);
    assertThat(ReadingSentence.of(data.notes()))
        .contains(
            "'booked' is read as times; if its cells are numbers, say `types: {booked: numeric}`");
    assertThat(
            first(
                    reading("booked", row -> written(row, "yyyyMMdd"))
                        .type("booked", ColumnType.Numeric.UNBOUNDED)
                        .read())
                .type())
        .isEqualTo(ColumnType.Numeric.UNBOUNDED);
  }

  @Test
  void digitsThatAreNoDatesAreNumbers() throws IOException {
    assertThat(
            first(read("booked", row -> row == 7 ? "20240390" : written(row, "yyyyMMdd"))).type())
        .isInstanceOf(ColumnType.Numeric.class);
    assertThat(first(read("zip_code", row -> written(row, "yyyyMMdd"))).type())
        .isNotInstanceOf(ColumnType.Timestamp.class);
    assertThat(first(read("amount", row -> row % 2 == 0 ? "20240101" : "20240102")).type())
        .isInstanceOf(ColumnType.Numeric.class);
  }

  @Test
  void sixDigitsAreMonthsWhereTheNameSaysSo() throws IOException {
    assertThat(first(read("month", row -> written(row, "yyyyMM"))).type()).isEqualTo(DATE);
    assertThat(first(read("area", row -> written(row, "yyyyMM"))).type())
        .isInstanceOf(ColumnType.Numeric.class);
  }

  @Test
  void epochTimesAreTimesWhereTheNameSaysSo() throws IOException {
    IntFunction<String> seconds = row -> Long.toString(time(row).toEpochSecond(ZoneOffset.UTC));
    for (String name : List.of("created_at", "unixTime", "timestamp")) {
      LoadedData data = read(name, seconds);
      assertThat(first(data).type()).isEqualTo(TIMESTAMP);
      assertThat(((Cells.Instants) data.rows().features().cells(0)).value(5))
          .isEqualTo(time(5).toEpochSecond(ZoneOffset.UTC) * 1_000_000);
      assertThat(written(data.rows())).startsWith(seconds.apply(0), seconds.apply(1));
    }
    LoadedData millis = read("ts", row -> seconds.apply(row) + "%03d".formatted(row));
    assertThat(first(millis).type()).isEqualTo(TIMESTAMP);
    assertThat(written(millis.rows()).get(119)).isEqualTo(seconds.apply(119) + "119");
    LoadedData fractions = read("ts", row -> seconds.apply(row) + ".5");
    assertThat(written(fractions.rows()).get(3)).isEqualTo(seconds.apply(3) + ".5");

    LoadedData unnamed = read("value", row -> seconds.apply(row * 37 % ROWS));
    assertThat(first(unnamed).type()).isEqualTo(ColumnType.Numeric.UNBOUNDED);
    assertThat(ReadingSentence.of(unnamed.notes()))
        .contains(
            "'value' is read as numbers; if they are times, say"
                + " `types: {value: {type: timestamp, format: epoch-seconds}}`");
    assertThat(first(reading("value", seconds).type("value", TIMESTAMP).read()).type())
        .isEqualTo(TIMESTAMP);
  }

  @Test
  void datesOfWhichBothOrdersFitAreTheUsersToDecide() throws IOException {
    Problem problem =
        problem(reading("day", row -> "%02d/%02d/2024".formatted(row % 12 + 1, row % 11 + 1)));

    assertThat(problem.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(problem)
        .hasMessageContaining("'day' can be read in 2 ways")
        .hasMessageContaining("`types: {day: {type: timestamp, format: dd/MM/yyyy}}`")
        .hasMessageContaining("`types: {day: {type: timestamp, format: MM/dd/yyyy}}`");
    LoadedData decided =
        reading("day", row -> "%02d/%02d/2024".formatted(row % 12 + 1, row % 11 + 1))
            .type("day", new ColumnType.Timestamp(false, "MM/dd/yyyy"))
            .read();
    assertThat(first(decided).type()).isEqualTo(DATE);
    assertThat(written(decided.rows())).startsWith("01/01/2024", "02/02/2024");
  }

  @Test
  void aFormatReadsWhatCanNotBeInferred() throws IOException {
    LoadedData data =
        reading("at", row -> written(row, "HH'h'mm 'on' dd/MM/yyyy"))
            .type("at", new ColumnType.Timestamp(false, "HH'h'mm 'on' dd/MM/yyyy"))
            .read();

    assertThat(first(data).type()).isEqualTo(TIMESTAMP);
    assertThat(written(data.rows()).get(1)).isEqualTo("13h41 on 02/01/2024");
  }

  @Test
  void aFormatThatCellsDoNotFollowNamesThem() throws IOException {
    Problem problem =
        problem(
            reading(
                    "at",
                    row -> row == 3 ? "31/02/2024" : row == 9 ? "soon" : written(row, "dd/MM/yyyy"))
                .type("at", new ColumnType.Timestamp(false, "dd/MM/yyyy")));

    assertThat(problem.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(problem)
        .hasMessageContaining(
            "'at' is typed timestamp, but 2 of 120 cells are not of the form dd/MM/yyyy")
        .hasMessageContaining("'31/02/2024' (1,")
        .hasMessageContaining("line 5")
        .hasMessageContaining("'soon' (1,");
  }

  @Test
  void aFormatMustBeOne() {
    assertThatThrownBy(() -> new ColumnType.Timestamp(false, "DD/MM/YYYY"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("format: must say the day of the month with d, not with D");
    assertThatThrownBy(() -> new ColumnType.Timestamp(false, "HH:mm"))
        .hasMessageContaining("must have a year (yyyy) and a month (MM)");
    assertThatThrownBy(() -> new ColumnType.TimeOfDay("yyyy-MM-dd HH:mm"))
        .hasMessageContaining("must not have a date");
  }

  @Test
  void wordsForMissingCellsAreMissingAmongDates() throws IOException {
    LoadedData data = read("day", row -> row % 10 == 0 ? "unknown" : written(row, "dd-MMM-yyyy"));

    assertThat(first(data).type()).isEqualTo(DATE);
    assertThat(data.rows().features().cells(0).missingCount()).isEqualTo(12);
  }

  @Test
  void otherWordsAmongDatesAreTheUsersToDecide() throws IOException {
    Problem problem =
        problem(reading("day", row -> row % 40 == 0 ? "later" : written(row, "dd.MM.yyyy")));

    assertThat(problem.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(problem)
        .hasMessageContaining("117 of 120 cells of 'day' are times (dd.MM.yyyy); 'later' (3,");
  }

  @Test
  void hoursAreTimesOfDayWhereTheUserSaysSo() throws IOException {
    LoadedData data =
        reading("hour", row -> String.valueOf(row % 24)).type("hour", TIME_OF_DAY).read();

    assertThat(first(data).type()).isEqualTo(TIME_OF_DAY);
    assertThat(((Cells.Instants) data.rows().features().cells(0)).value(23))
        .isEqualTo(23 * 3_600_000_000L);
    assertThat(written(data.rows())).startsWith("0", "1", "2");
  }

  @Test
  void lengthsOfTimeAreNoTimesOfDay() throws IOException {
    assertThat(first(read("duration", row -> written(row, "HH:mm"))).type())
        .isNotEqualTo(TIME_OF_DAY);
  }

  @Test
  void severalOffsetsStandBesideLocalTime() throws IOException {
    IntFunction<String> cell =
        row ->
            written(row, "yyyy-MM-dd'T'HH:mm:ss") + List.of("+05:30", "-05:00", "Z").get(row % 3);
    LoadedData data = read("at", cell);
    Table rows = data.rows().features();

    assertThat(rows.schema().names()).containsExactly("at", "at offset", "x");
    assertThat(((Cells.Levels) rows.cells("at offset")).levels())
        .containsExactly("+05:30", "-05:00", "Z");
    long local = time(1).toEpochSecond(ZoneOffset.UTC) * 1_000_000;
    assertThat(((Cells.Instants) rows.cells("at")).value(1)).isEqualTo(local);
    assertThat(((Cells.Instants) rows.cellsInUtc("at")).value(1))
        .isEqualTo(local + 5 * 3_600_000_000L);
    List<String> cells = IntStream.range(0, ROWS).mapToObj(cell).toList();
    assertThat(written(data.rows())).isEqualTo(cells);
    assertThat(written(data.rows().plain()).getFirst()).isEqualTo("2024-01-01 00:00:00+05:30");
    assertThat(Files.readAllLines(folder.resolve("written.csv")).getFirst())
        .isEqualTo("at,x,fraud");
  }

  @Test
  void rowsOfAnotherFileAreReadInTheFormOfThese() throws IOException {
    LoadedData real =
        read(
            "at",
            row -> written(row, "dd/MM/yyyy HH:mm") + List.of("+05:30", "-05:00").get(row % 2));
    Path own = folder.resolve("own.csv");
    Path plain = folder.resolve("plain.csv");
    Path typed = folder.resolve("typed.parquet");
    Table few = real.rows().rows(new int[] {1, 3, 5}).emitted(); // whose order can't be told
    TableWriter.write(own, few);
    TableWriter.write(
        plain,
        new Table(
            few.schema().plain(), List.of(few.cells(0), few.cells(1), few.cells(2), few.cells(3))));
    TableWriter.write(typed, few);
    for (Path path : List.of(own, plain, typed)) {
      Table read =
          MatchedReader.read(
                  path.toString(),
                  real.rows().modelled(),
                  DataOptions.of(path.toString(), "fraud", "0"),
                  Context.quiet(1))
              .rows();
      assertThat(read.schema().names()).containsExactly("at", "at offset", "x");
      for (int row = 0; row < 3; row++) {
        assertThat(((Cells.Instants) read.cells(0)).value(row))
            .as(path + " " + row)
            .isEqualTo(((Cells.Instants) few.cells(0)).value(row));
        assertThat(((Cells.Levels) read.cells(1)).value(row))
            .isEqualTo(((Cells.Levels) few.cells(1)).value(row));
      }
    }
  }

  @Test
  void parquetHasTimesOfDay() throws IOException {
    LoadedData data = read("at", row -> written(row, "hh:mm a"));
    Path path = folder.resolve("a.parquet");
    TableWriter.write(path, data.rows().emitted());
    LoadedData again = Reading.of(path, "fraud", "1").read();

    assertThat(first(again).type()).isEqualTo(TIME_OF_DAY);
    for (int row = 0; row < ROWS; row++) {
      assertThat(((Cells.Instants) again.rows().features().cells(0)).value(row))
          .isEqualTo(((Cells.Instants) data.rows().features().cells(0)).value(row));
    }
  }

  @Test
  void partsThatSomeCellsLackAreWrittenWhereTheyAreNotZero() throws IOException {
    List<String> cells =
        IntStream.range(0, ROWS)
            .mapToObj(
                row ->
                    row % 4 == 0 ? written(row, "yyyy-MM-dd") : written(row, "yyyy-MM-dd HH:mm:ss"))
            .toList();

    assertThat(written(read("at", cells::get).rows())).isEqualTo(cells);
  }
}
