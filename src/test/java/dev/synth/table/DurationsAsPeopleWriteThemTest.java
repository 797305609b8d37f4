package dev.synth.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synth.base.Problem;
import dev.synth.internal.table.write.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test writes a column of 120 rows beside a label and a number. */
class DurationsAsPeopleWriteThemTest {
  private static final int ROWS = 120;

  @TempDir Path folder;

  private Reading reading(String name, IntFunction<String> cell) throws IOException {
    StringBuilder text = new StringBuilder(name + ",x,fraud\n");
    for (int row = 0; row < ROWS; row++) {
      text.append(cell.apply(row)).append(",%d.5,%d\n".formatted(row, row % 10 / 9));
    }
    return Reading.of(Files.writeString(folder.resolve("a.csv"), text), "fraud", "1");
  }

  private static Column first(LoadedData data) {
    return data.rows().features().schema().columns().getFirst();
  }

  /** A clock of 31 minutes more a row, so beyond a day from the 47th on. */
  private static String clock(int row) {
    return "%02d:%02d:%02d".formatted(row * 31 / 60, row * 31 % 60, row % 60);
  }

  private static String units(int row) {
    return "%dh %dm".formatted(1 + row / 7, 1 + row % 59);
  }

  @ParameterizedTest
  @CsvSource({"uptime, 31", "call_duration, 1"})
  void aClockBeyondADayOrALengthIsANumberOfSeconds(String name, int step) throws IOException {
    LoadedData data = reading(name, i -> clock(i * step / 31)).read();
    assertThat(first(data).type()).isInstanceOf(ColumnType.Numeric.class);
    Path written = folder.resolve("written.csv");
    TableWriter.write(written, data.rows().emitted());
    List<String> lines = Files.readAllLines(written);
    for (int row = 0; row < ROWS; row++) {
      assertThat(lines.get(row + 1)).startsWith(clock(row * step / 31) + ",");
    }
  }

  @Test
  void aClockWithinADayIsATimeOfDay() throws IOException {
    assertThat(first(reading("opened", i -> clock(i / 3)).read()).type())
        .isEqualTo(new ColumnType.TimeOfDay());
  }

  @Test
  void minutesAndSecondsAreALengthWhereTheNameSaysSo() throws IOException {
    IntFunction<String> cell = i -> "%d:%02d".formatted(i / 2, i % 60);
    Cells cells = reading("lap", cell).features().cells(0);
    assertThat(((Cells.Numbers) cells).value(101)).isEqualTo(50 * 60 + 41);
    assertThat(first(reading("ratio", cell).read()).type())
        .isNotInstanceOf(ColumnType.Numeric.class);
  }

  @Test
  void unitsAreDurationsWhereManyDiffer() throws IOException {
    assertThat(first(reading("wait", DurationsAsPeopleWriteThemTest::units).read()).form())
        .isInstanceOf(DurationForm.class);
    IntFunction<String> few = i -> units(i % 5);
    assertThat(first(reading("wait", few).read()).type()).isEqualTo(new ColumnType.Categorical());
    LoadedData typed = reading("wait", few).type("wait", ColumnType.Numeric.UNBOUNDED).read();
    assertThat(((Cells.Numbers) typed.rows().features().cells(0)).value(1)).isEqualTo(3_720);
  }

  @Test
  void otherWordsAreTheUsersToDecideOn() throws IOException {
    Reading reading = reading("wait", i -> i == 7 ? "long" : units(i));
    Problem problem = catchThrowableOfType(Problem.class, reading::read);
    assertThat(problem.getMessage())
        .contains("119 of 120 cells of 'wait' are durations; 'long' (1, ");
  }

  @Test
  void unknownDurationsAreMissing() throws IOException {
    Cells cells = reading("wait", i -> i == 7 ? "unknown" : units(i)).features().cells(0);
    assertThat(cells.isMissing(7)).isTrue();
    assertThat(cells.isMissing(8)).isFalse();
  }
}
