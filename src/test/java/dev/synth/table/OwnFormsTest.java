package dev.synth.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synth.base.Problem;
import dev.synth.internal.report.wording.reading.ReadingSentence;
import dev.synth.internal.table.write.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns of forms that few programs read: each is read as what it means, and written again. */
class OwnFormsTest {
  private static final int ROWS = 200;

  @TempDir Path folder;

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  static List<WrittenColumn> columns() {
    return List.of(
        number("count", i -> text("%d_%03d", 1 + i, i * 7 % 1000)),
        number("price", i -> text("%d_%03d.%02d", 1 + i, i * 7 % 1000, i % 100)),
        number("flux", i -> text("%.3e", Math.exp(i - 50))),
        number("flux", i -> text("%.2E", -Math.exp(i - 50))),
        number("flux", i -> text("%.3e", Math.exp(i - 50)).replace('e', 'D')),
        number("flux", i -> text("%d.%d×10^%d", 1 + i % 9, i % 10, i % 7 - 3)),
        number("flux", i -> text("%d.%d x 10^%d", 1 + i % 9, i % 10, 2 + i % 7)),
        number("flux", i -> text("%d.%d×10%s", 1 + i % 9, i % 10, i % 2 == 0 ? "³" : "⁻²")),
        number("flux", i -> i == 3 ? "0.000e+00" : text("%.3e", 1.0 * i + 1)),
        number("lead", i -> i % 5 == 0 ? "<0.1" : text("%.1f", 0.1 + i / 10.0)),
        number("lead", i -> i % 5 == 0 ? "< 0,10 mg" : text("%d,%02d mg", 1 + i / 10, i % 100)),
        number("count", i -> i % 5 == 0 ? "≤5" : i % 7 == 0 ? ">150" : String.valueOf(i % 145 + 6)),
        number("age", i -> i % 5 == 0 ? "85+" : String.valueOf(18 + i % 66)),
        number("reads", i -> i == 5 ? ">1,000" : text("%d", i * 5 % 1000)),
        number("rate", i -> "%" + i % 90),
        number("share", i -> text(".%02d", i % 100)),
        number("share", i -> i == 0 ? "0" : text("%s.%d", i % 3 == 0 ? "-" : "", 1 + i % 9)),
        number("share", i -> i % 7 == 0 ? "1.50" : text("-.%02d", 1 + i % 99)),
        number("share", i -> text(",%02d €", i % 100)),
        number("fee", i -> text("$%d.50/month", 1 + i)),
        number("wait", i -> text("PT%dH%dM", i % 3, i * 7 % 60)),
        number("wait", i -> text("P%dDT%dH%dM%dS", i % 2, i % 3, i * 7 % 60, i % 60)),
        number("wait", i -> i % 60 == 0 ? "PT1H" : text("PT%dM", i % 60)),
        time("until", i -> i % 9 == 0 ? "24:00:00" : text("%02d:%02d:00", i % 24, 1 + i % 59)),
        time("until", i -> i % 9 == 0 ? "24:00" : text("%d:%02d", i % 24, 1 + i % 59)),
        instant(i -> text("2024-03-%02d ", 1 + i % 28) + (i % 9 == 0 ? "24:00:00" : "07:30:00")),
        instant(i -> text("2024-03-%02d ", 1 + i % 28) + (i % 9 == 4 ? "24:00:00" : "07:30:00")),
        instant(i -> text("%02d.03.2024 ", 1 + i % 28) + (i % 9 == 4 ? "24:00" : "07:30")),
        time("departure", i -> text("%02d%02d", i % 24, i * 7 % 60)),
        instant(i -> text("%d.%03d", 1_700_000_000 + i * 1000, i * 5)),
        instant(i -> text("%d.%06d", 1_700_000_000 + i * 1000, i * 10)));
  }

  private static WrittenColumn number(String name, IntFunction<String> cell) {
    return new WrittenColumn(name, ColumnType.Numeric.class, cell);
  }

  private static WrittenColumn time(String name, IntFunction<String> cell) {
    return new WrittenColumn(name, ColumnType.TimeOfDay.class, cell);
  }

  private static WrittenColumn instant(IntFunction<String> cell) {
    return new WrittenColumn("created_at", ColumnType.Timestamp.class, cell);
  }

  private Reading reading(String name, IntFunction<String> cell) throws IOException {
    StringBuilder text = new StringBuilder(name + ";y\n");
    for (int i = 0; i < ROWS; i++) {
      text.append(cell.apply(i)).append(i % 10 == 0 ? ";1\n" : ";0\n");
    }
    return Reading.of(Files.writeString(folder.resolve("d.csv"), text), "y", "1");
  }

  private static Column column(LoadedData data) {
    return data.rows().features().schema().columns().getFirst();
  }

  private static double number(LoadedData data, int row) {
    return ((Cells.Numbers) data.rows().features().cells(0)).value(row);
  }

  private List<String> written(LoadedData data) throws IOException {
    Path file = folder.resolve("written.csv");
    Files.deleteIfExists(file);
    TableWriter.write(file, data.rows().emitted(), data.rows().style());
    return Files.readAllLines(file);
  }

  @ParameterizedTest
  @MethodSource("columns")
  void eachIsReadAndWrittenAgain(WrittenColumn column) throws IOException {
    LoadedData data = reading(column.name(), column.cell()).read();
    assertThat(column(data).type()).isInstanceOf(column.kind());
    assertThat(written(data)).isEqualTo(Files.readAllLines(folder.resolve("d.csv")));
  }

  static List<WrittenColumn> codes() {
    return List.of(
        text("store", i -> text("%04d", i % 56)),
        text("room", i -> text("%02d%02d", 1 + i % 15, 1 + i % 20)),
        text("part", i -> text("%dD-%d", 1 + i % 9, 10 + i % 40)),
        text("policy", i -> text("%d/A", 10_000 + i * 7)),
        text("unit_code", i -> text("%d_%03d", 100 + i, i * 37 % 1000)),
        text("version", i -> text("%d.%d", 2 + i % 3, 10 + i % 5)),
        number("heat_release", i -> text("%d.%d", i % 60, 1 + i % 9)),
        number("count", i -> i == 7 ? "10e3" : String.valueOf(3 * i)));
  }

  private static WrittenColumn text(String name, IntFunction<String> cell) {
    return new WrittenColumn(name, ColumnType.class, cell);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void codesAreNoNumbersAndNumbersNoCodes(WrittenColumn column) throws IOException {
    IntFunction<String> cells = i -> column.cell().apply(i) + text(";%d.5", i * i % 97);
    Schema schema = reading(column.name() + ";amount", cells).read().rows().features().schema();
    OptionalInt place = schema.find(column.name()); // an identifier is left out
    ColumnType type =
        place.isEmpty()
            ? new ColumnType.Identifier()
            : schema.columns().get(place.getAsInt()).type();
    if (column.kind().equals(ColumnType.Numeric.class)) {
      assertThat(type).isInstanceOf(ColumnType.Numeric.class);
    } else {
      assertThat(type).isInstanceOfAny(ColumnType.Categorical.class, ColumnType.Identifier.class);
    }
  }

  @Test
  void aNumberWithVeryManyDecimalsIsRead() throws IOException {
    String many = "1." + "3".repeat(120) + "e5";
    LoadedData data = reading("flux", i -> i == 3 ? many : text("%.3e", 1.0 * i + 1)).read();
    assertThat(number(data, 3)).isEqualTo(Double.parseDouble(many));
  }

  @Test
  void aLimitIsTheNextNumberBeyondIt() throws IOException {
    LoadedData lead =
        reading("lead", i -> i % 5 == 0 ? "<0.10" : text("%d.%02d", i, i % 100)).read();
    assertThat(number(lead, 0)).isEqualTo(0.09);
    LoadedData age = reading("age", i -> i % 5 == 0 ? "85+" : text("%d", 18 + i % 60)).read();
    assertThat(number(age, 0)).isEqualTo(85);
    NumberForm form = (NumberForm) column(age).form();
    assertThat(form.text(91)).isEqualTo("85+");
    assertThat(form.rounded(91)).isEqualTo(85);
    assertThat(form.text(84)).isEqualTo("84");
  }

  @Test
  void limitsThatCanNotBeWrittenAgainAreTexts() throws IOException {
    List<IntFunction<String>> cells =
        List.of(
            i -> i % 5 == 0 ? "<" + (1 + i % 2) : text("%d", 3 + i),
            i -> i % 5 == 0 ? "<50" : text("%d", i),
            i -> i % 5 == 0 ? "3+" : text("%d", i % 3));
    for (IntFunction<String> cell : cells) {
      LoadedData data = reading("x", cell).read();
      assertThat(column(data).type()).isEqualTo(new ColumnType.Categorical());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"$", "%", "EUR"})
  void aSignOnEitherSideIsWrittenOnOne(String sign) throws IOException {
    LoadedData data = reading("x", i -> i % 3 == 0 ? sign + (i + 1) : i + 1 + sign).read();
    assertThat(written(data).subList(1, 4))
        .containsExactly("1" + sign + ";1", "2" + sign + ";0", "3" + sign + ";0");
  }

  @Test
  void aNewNumberIsWrittenWithItsPower() throws IOException {
    LoadedData data = reading("x", i -> text("%.3e", 1.0 * i + 1)).read();
    NumberForm form = (NumberForm) column(data).form();
    assertThat(form.text(form.rounded(0.000123456))).isEqualTo("1.235e-04");
    assertThat(form.text(-1e120)).isEqualTo("-1.000e+120");
    assertThat(form.text(0)).isEqualTo("0.000e+00");
    assertThat(form.text(1.23456)).isEqualTo("1.23456e+00");
  }

  @Test
  void midnightIsTheEndOfTheDayBefore() throws IOException {
    LoadedData data =
        reading("at", i -> i % 9 == 4 ? "2024-02-29 24:00:00" : "2024-02-28 10:00:00").read();
    Cells.Instants times = (Cells.Instants) data.rows().features().cells(0);
    assertThat(times.value(4)).isEqualTo(1_709_251_200_000_000L); // 2024-03-01T00:00Z
  }

  @Test
  void aDayAloneComesBackWhereOneCellSaysTheEndOfADay() throws IOException {
    IntFunction<String> day = i -> text("2024-01-%02d", 2 + i % 28) + (i % 3 == 0 ? "" : " 05:00");
    LoadedData data = reading("at", i -> i == 7 ? "2024-01-31 24:00" : day.apply(i)).read();
    assertThat(column(data).type()).isInstanceOf(ColumnType.Timestamp.class);
    List<String> expected = new ArrayList<>(Files.readAllLines(folder.resolve("d.csv")));
    expected.set(8, "2024-02-01;0");
    assertThat(written(data)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12e%02d", "%03de5"})
  void digitsAroundAnEAreCodes(String format) throws IOException {
    LoadedData data = reading("block", i -> text(format, 10 + i % 40)).read();
    assertThat(column(data).type()).isEqualTo(new ColumnType.Categorical());
  }

  @Test
  void versionsAreCodes() throws IOException {
    IntFunction<String> cell = i -> 1 + i % 3 + "." + i % 13;
    LoadedData data = reading("app_version", cell).read();
    assertThat(column(data).type()).isEqualTo(new ColumnType.Categorical());
    assertThat(written(data)).isEqualTo(Files.readAllLines(folder.resolve("d.csv")));
    assertThat(column(reading("price", cell).read()).type()).isInstanceOf(ColumnType.Numeric.class);
    assertThat(column(reading("version", i -> String.valueOf(i % 9)).read()).type())
        .isInstanceOf(ColumnType.Numeric.class);
  }

  @Test
  void fourDigitsThatAreDaysOrOtherNumbersAreNoTimes() throws IOException {
    assertThat(column(reading("date", i -> text("%02d%02d", 1 + i % 12, 1 + i % 28)).read()).type())
        .isEqualTo(new ColumnType.Categorical());
    assertThat(column(reading("desk", i -> text("%04d", i % 100 * 10)).read()).type())
        .isEqualTo(new ColumnType.Categorical());
  }

  @Test
  void oddsAreNumbersWhereTheUserSaysSo() throws IOException {
    IntFunction<String> cell = i -> 1 + i % 9 + "/" + (i % 3 == 0 ? 1 : i % 3 == 1 ? 2 : 5);
    assertThat(column(reading("odds", cell).read()).type()).isEqualTo(new ColumnType.Categorical());
    LoadedData data = reading("odds", cell).type("odds", ColumnType.Numeric.UNBOUNDED).read();
    assertThat(number(data, 4)).isEqualTo(2.5);
    assertThat(written(data).subList(1, 4)).containsExactly("1/1;1", "1/1;0", "3/5;0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%.2f !", "%.2f?", "about two"})
  void numbersBesideOthersAreSaidToBeSome(String marked) throws IOException {
    LoadedData data =
        reading("x", i -> text(i % 10 == 5 ? marked : "%.2f", 1 + i % 100 * 0.37)).read();
    assertThat(ReadingSentence.of(data.notes()))
        .anyMatch(
            note ->
                note.startsWith("180 of 200 cells of 'x' are numbers, but '")
                    && note.contains(" not, so all are read as texts"));
  }

  @Test
  void timesOfTwoFormsAreSaidToBeSome() throws IOException {
    IntFunction<String> cell =
        i -> i % 3 == 0 ? text("%d/03/2024", 13 + i % 9) : text("2024-03-%02d", 1 + i % 28);
    assertThat(ReadingSentence.of(reading("day", cell).read().notes()))
        .anyMatch(note -> note.startsWith("133 of 200 cells of 'day' are times, but '"));
  }

  @Test
  void aFewNumbersAmongLevelsAreNoMatter() throws IOException {
    LoadedData data = reading("plan", i -> i % 3 == 0 ? "none" : String.valueOf(i % 5)).read();
    assertThat(ReadingSentence.of(data.notes())).noneMatch(note -> note.contains("are numbers"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-999", "9999", "999999"})
  void aNumberThatMayMeanMissingIsSaid(String number) throws IOException {
    LoadedData data = reading("x", i -> i % 20 == 5 ? number : text("%d", i * 2)).read();
    assertThat(ReadingSentence.of(data.notes()))
        .contains(
            number
                + " (10) in 'x' lies far from all other numbers; if it stands for missing cells,"
                + " add it to data.missing");
    LoadedData near = reading("x", i -> i == 5 ? number : text("%d", i * 20 - 2000)).read();
    assertThat(ReadingSentence.of(near.notes())).noneMatch(note -> note.contains("lies far"));
  }

  @Test
  void whereAllColumnsAreIdentifiersTheyAreNamed() throws IOException {
    Reading reading = reading("name", i -> "a" + i);
    assertThat(catchThrowableOfType(Problem.class, reading::read))
        .hasMessage(
            "no column is left to model: all others are identifiers, whose cells hardly repeat"
                + " ('name'); to model one, say `types: {name: categorical}`, or numeric where it"
                + " holds numbers");
  }

  @Test
  void jsonWithTextsAmongNumbers() throws IOException {
    String rows =
        IntStream.range(0, ROWS)
            .mapToObj(
                i -> text("{\"x\": %s, \"y\": %d}", i % 50 == 7 ? "\"n/a\"" : i + ".5", i % 10 / 9))
            .reduce("", (one, other) -> one + other + "\n");
    Path file = Files.writeString(folder.resolve("d.json"), rows);
    LoadedData data = Reading.of(file, "y", "1").read();
    assertThat(column(data).type()).isInstanceOf(ColumnType.Numeric.class);
    assertThat(data.rows().features().cells(0).missingCount()).isEqualTo(4);
  }

  @Test
  void aLineOfUnitsIsPointedOut() throws IOException {
    StringBuilder text = new StringBuilder("price,size,y\nEUR,kg,\n");
    IntStream.range(0, ROWS)
        .forEach(
            i ->
                text.append(i)
                    .append(".5,2.")
                    .append(i)
                    .append(",")
                    .append(i % 10 / 9)
                    .append('\n'));
    Path file = Files.writeString(folder.resolve("d.csv"), text);
    assertThat(catchThrowableOfType(Problem.class, Reading.of(file, "y", "1")::read).getMessage())
        .startsWith("2 columns need a decision of yours, all for '")
        .contains("d.csv', line 2; if it says units or types, delete it:");
  }

  @Test
  void aLongTextIsCutInMessages() throws IOException {
    String label = "long ".repeat(100);
    Path file = Files.writeString(folder.resolve("d.csv"), "x,y\n1," + label + "\n2,no\n");
    Problem problem = catchThrowableOfType(Problem.class, Reading.of(file, "y", "1")::read);
    assertThat(problem.getMessage()).hasSizeLessThan(200);
  }
}
