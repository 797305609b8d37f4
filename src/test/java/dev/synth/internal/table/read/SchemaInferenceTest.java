package dev.synth.internal.table.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.internal.report.wording.reading.ReadingSentence;
import dev.synth.internal.table.cell.InstantText;
import dev.synth.table.Cells;
import dev.synth.table.ColumnType;
import dev.synth.table.LoadedData;
import dev.synth.table.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test writes one column of 100 rows beside a label and a second column. */
class SchemaInferenceTest {
  private static final ColumnType NUMERIC = ColumnType.Numeric.UNBOUNDED;
  private static final ColumnType CATEGORICAL = new ColumnType.Categorical();
  private static final ColumnType IDENTIFIER = new ColumnType.Identifier();

  @TempDir Path folder;

  private LoadedData read(String name, IntFunction<String> cell) throws IOException {
    return reading(name, cell).read();
  }

  private Reading reading(String name, IntFunction<String> cell) throws IOException {
    StringBuilder text = new StringBuilder(name + ";x;fraud\n");
    IntStream.range(0, 100)
        .forEach(i -> text.append(cell.apply(i)).append(";a;").append(i % 10 / 9).append('\n'));
    return Reading.of(Files.writeString(folder.resolve("a.csv"), text), "fraud", "1");
  }

  private ColumnType type(String name, IntFunction<String> cell) throws IOException {
    return type(read(name, cell));
  }

  private static ColumnType type(LoadedData data) {
    return data.rows().features().schema().columns().getFirst().type();
  }

  /** A permutation of 0 … 99, since 37 and 100 have no common factor. */
  private static int scattered(int i) {
    return i * 37 % 100;
  }

  @Test
  void continuousNumbersAreNoIdentifiers() throws IOException {
    assertThat(type("amount", i -> i + ".25")).isEqualTo(NUMERIC);
    assertThat(type("balance_id", i -> i + ".25")).isEqualTo(NUMERIC);
  }

  @Test
  void amountsThatHappenToBeUniqueAreNoIdentifiers() throws IOException {
    assertThat(type("amount", i -> String.valueOf(scattered(i) * scattered(i)))).isEqualTo(NUMERIC);
  }

  @Test
  void countsAreNumeric() throws IOException {
    assertThat(type("visits", i -> String.valueOf(i % 3))).isEqualTo(NUMERIC);
  }

  @Test
  void uniqueWholeNumbersWithAnIdentifiersNameAre() throws IOException {
    LoadedData data =
        read("policy_number", i -> String.valueOf(100_000 + scattered(i) * scattered(i)));
    assertThat(type(data)).isEqualTo(IDENTIFIER);
    assertThat(ReadingSentence.of(data.notes()))
        .contains(
            "'policy_number' looks like an identifier (its name, and 100 whole numbers that all"
                + " differ), so it is neither modelled nor written; to model it, say `types:"
                + " {policy_number: numeric}`");
  }

  @Test
  void numberedRowsAreIdentifiers() throws IOException {
    assertThat(type("row", i -> String.valueOf(i + 1))).isEqualTo(IDENTIFIER);
    assertThat(type("row", i -> String.valueOf(scattered(i)))).isEqualTo(IDENTIFIER);
    assertThat(ReadingSentence.of(read("row", i -> String.valueOf(i + 1)).notes()))
        .anySatisfy(
            note ->
                assertThat(note)
                    .contains("(100 whole numbers that all differ, with hardly a gap)"));
  }

  @Test
  void risingNumbersWithGapsAreNoIdentifiersUnlessTheirNameSaysSo() throws IOException {
    IntFunction<String> squares = i -> String.valueOf(i * i);
    assertThat(type("balance", squares)).isEqualTo(NUMERIC);
    assertThat(type("event_id", squares)).isEqualTo(IDENTIFIER);
    assertThat(type("Unnamed: 0", squares)).isEqualTo(IDENTIFIER);
  }

  @Test
  void aFewRepeatsMakeNumbersWithAnIdentifiersNameNumeric() throws IOException {
    LoadedData data = read("zip", i -> String.valueOf(10_000 + Math.max(1, i)));
    assertThat(type(data)).isEqualTo(NUMERIC);
    assertThat(ReadingSentence.of(data.notes()))
        .anySatisfy(note -> assertThat(note).startsWith("'zip' is named"));
  }

  @Test
  void aRisingClockIsNoIdentifier() throws IOException {
    assertThat(type("event_time", i -> String.valueOf(i * i))).isEqualTo(NUMERIC);
    assertThat(type(reading("event", i -> String.valueOf(i * i)).time("event").read()))
        .isEqualTo(NUMERIC);
  }

  @Test
  void repeatedNumbersWithAnIdentifiersNameAreModelledAndSaid() throws IOException {
    LoadedData data = read("customer_id", i -> String.valueOf(i % 60));
    assertThat(type(data)).isEqualTo(NUMERIC);
    assertThat(ReadingSentence.of(data.notes()))
        .anySatisfy(note -> assertThat(note).startsWith("'customer_id' is na"));
  }

  @Test
  void textsThatHardlyRepeatAreIdentifiers() throws IOException {
    assertThat(type("device", i -> "d" + i % 95)).isEqualTo(IDENTIFIER); // 95 of 100 differ
    assertThat(type("device", i -> "d" + i % 94)).isEqualTo(CATEGORICAL);
    assertThat(ReadingSentence.of(read("device", i -> "d" + i).notes()))
        .anySatisfy(note -> assertThat(note).contains("(100 different texts in 100 rows)"));
  }

  @Test
  void theUserOverrulesEverything() throws IOException {
    IntFunction<String> rising = String::valueOf;
    assertThat(type(reading("id", rising).type("id", NUMERIC).read())).isEqualTo(NUMERIC);
    assertThat(type(reading("id", rising).type("id", CATEGORICAL).read())).isEqualTo(CATEGORICAL);
    ColumnType bounded = new ColumnType.Numeric(2, 0.0, 50.0);
    LoadedData data = reading("id", rising).type("id", bounded).read();
    assertThat(type(data)).isEqualTo(bounded);
    assertThat(ReadingSentence.of(data.notes())) // 51 to 99
        .contains("'id' has 49 cells outside the bounds that were given for it");
  }

  @Test
  void leadingZerosMakeCodes() throws IOException {
    LoadedData data = read("branch", i -> "00" + i % 5);
    assertThat(type(data)).isEqualTo(CATEGORICAL);
    assertThat(((Cells.Levels) data.rows().features().cells("branch")).levels())
        .containsExactly("000", "001", "002", "003", "004");
    assertThat(type("share", i -> "0.5")).isEqualTo(NUMERIC);
  }

  @Test
  void moreDigitsThanADoubleHoldsMakeCodes() throws IOException {
    LoadedData data = read("card", i -> "40000000000000000" + (10 + i % 20));
    assertThat(type(data)).isEqualTo(CATEGORICAL);
    assertThat(((Cells.Levels) data.rows().features().cells("card")).levels()).hasSize(20);
  }

  /** 2024-03-15T09:30:00Z and the seconds after it, by GNU date: 1710495000. */
  @Test
  void longNumbersAreTimesWhereTheirNameSaysSo() throws IOException {
    assertThat(type("created_at", i -> "17104950%02d000000".formatted(i)))
        .isEqualTo(new ColumnType.Timestamp(false));
    LoadedData data = read("event_time", i -> "17104950%02d123456789".formatted(i));
    assertThat(type(data)).isEqualTo(new ColumnType.Timestamp(false));
    assertThat(InstantText.timestamp(((Cells.Instants) data.rows().features().cells(0)).value(1)))
        .startsWith("2024-03-15 09:30:01.12345");
    assertThat(type("card", i -> "17104950%02d000000".formatted(i % 20))).isEqualTo(CATEGORICAL);
  }

  /** Minutes beyond a day's hours are no times of day. */
  @Test
  void minutesThatNoClockHasAreLengths() throws IOException {
    LoadedData data = read("call", i -> "%d:%02d".formatted(i, i % 60));
    assertThat(type(data)).isEqualTo(NUMERIC);
    assertThat(((Cells.Numbers) data.rows().features().cells("call")).value(61)).isEqualTo(3661);
    assertThat(type("odds", i -> "%d:%d".formatted(i % 9 * 10, 10 + i % 9))).isEqualTo(CATEGORICAL);
  }

  @Test
  void whatOnlyDuckDbReadsAsNumbersStaysText() throws IOException {
    assertThat(type("code", i -> "1_" + i % 5)).isEqualTo(CATEGORICAL);
  }

  @Test
  void decimalCommasAreRead() throws IOException {
    LoadedData data = read("amount", i -> i + ",5");
    assertThat(type(data)).isEqualTo(NUMERIC);
    assertThat(((Cells.Numbers) data.rows().features().cells("amount")).value(7)).isEqualTo(7.5);
  }

  @Test
  void commasThatMayPartThousandsNeedADecision() {
    assertThatThrownBy(() -> read("amount", i -> i % 9 + 1 + ",500"))
        .hasMessage(
            "'amount' can be read in two ways: whether the separator in '1,500' parts thousands or"
                + " decimals can't be told; say `types: {amount: {type: numeric, format:"
                + " '1,234,567'}}`, or `types: {amount: {type: numeric, format: '1234,500'}}`");
  }

  @Test
  void isoTimesAreTimestamps() throws IOException {
    assertThat(type("at", i -> "2024-01-%02d".formatted(i % 28 + 1)))
        .isEqualTo(new ColumnType.Timestamp(true));
    for (String time : List.of(" 23:59", "T23:59:58", " 23:59:58.123456", "T23:59:58.5Z")) {
      assertThat(type("at", i -> "2024-01-%02d%s".formatted(i % 28 + 1, time)))
          .isEqualTo(new ColumnType.Timestamp(false));
    }
    assertThatThrownBy(() -> read("at", i -> "2024-02-%02d".formatted(i % 30 + 1)))
        .hasMessageContaining("97 of 100 cells of 'at' are times (yyyy-MM-dd); '2024-02-30' (3,");
    assertThat(type("at", i -> "2024-02-%02d".formatted(i % 31 + 1))).isEqualTo(CATEGORICAL);
  }

  @Test
  void otherDatesAreReadWhereTheirOrderIsCertain() throws IOException {
    LoadedData data = read("at", i -> "%d/2/24 7:05".formatted(i % 28 + 1));
    assertThat(type(data)).isEqualTo(new ColumnType.Timestamp(false));
    assertThat(InstantText.timestamp(((Cells.Instants) data.rows().features().cells(0)).value(20)))
        .isEqualTo("2024-02-21 07:05:00");
    assertThat(ReadingSentence.of(data.notes()))
        .contains(
            "1 column with numbers or times in a form of their own: 'at' like 1/2/24 7:05 (d/M/yy"
                + " H:mm)");
    assertThat(type("at", i -> "2/%d/2024".formatted(i % 28 + 1)))
        .isEqualTo(new ColumnType.Timestamp(true));
    assertThatThrownBy(() -> read("at", i -> "%d/2/2024".formatted(i % 12 + 1)))
        .hasMessageContaining("'at' can be read in 2 ways");
  }
}
