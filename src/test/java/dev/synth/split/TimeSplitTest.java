package dev.synth.split;

import static dev.synth.split.SplitParts.TIME;
import static dev.synth.split.SplitParts.allNumbers;
import static dev.synth.split.SplitParts.numbers;
import static dev.synth.split.SplitParts.options;
import static dev.synth.split.SplitParts.parts;
import static dev.synth.split.SplitParts.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Problem;
import dev.synth.base.Seeds;
import dev.synth.internal.base.PlainText;
import dev.synth.split.SplitOptions.Method;
import dev.synth.table.Cells;
import dev.synth.table.LabelledTable;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Splits by time: the past is learned from, and the future tested on. */
class TimeSplitTest {
  @Test
  void aTimeSplitLearnsFromThePast() {
    LabelledTable rows =
        Tables.of(1000).time("t", row -> (row * 37L) % 1000).rare(row -> row % 10 == 0);

    Split split = Splitter.split(rows, TIME, "t", null, new Seeds(1));

    long[] times =
        parts(split).stream()
            .map(part -> (Cells.Instants) part.features().cells("t"))
            .flatMapToLong(cells -> IntStream.range(0, cells.size()).mapToLong(cells::value))
            .toArray();
    assertThat(times).isEqualTo(IntStream.range(0, 1000).asLongStream().toArray());
    assertThat(parts(split)).extracting(LabelledTable::rowCount).containsExactly(600, 200, 200);
  }

  /** By hand: seconds 0…999; validation from 600, test from 800; 10 s before each are left out. */
  @Test
  void aGapIsLeftOutBeforeValidationAndTest() {
    SplitOptions gap = options(Method.TIME, Duration.ofSeconds(10));
    for (String unit : List.of("seconds", "timestamp")) {
      LabelledTable rows =
          Tables.of(1000)
              .number("seconds", row -> row)
              .time("timestamp", row -> row * 1_000_000L)
              .rare(row -> row % 10 == 0);

      Split split = Splitter.split(rows, gap, unit, null, new Seeds(1));

      List<LabelledTable> parts = parts(split);
      assertThat(numbers(parts.get(0), "seconds")).hasSize(591).endsWith(590);
      assertThat(numbers(parts.get(1), "seconds")).hasSize(191).startsWith(600).endsWith(790);
      assertThat(numbers(parts.get(2), "seconds")).hasSize(200).startsWith(800);
      assertThat(split.counts().gapRows()).isEqualTo(18);
    }
  }

  /** By hand: tests are the last three fifths, one each; 100 rows a fifth, 1 of 5 of them rare. */
  @Test
  void originsGoForwardInTimeAndTestNoRowTwice() {
    LabelledTable rows =
        Tables.of(500).time("t", row -> (row * 37L) % 500).rare(row -> row % 5 == 0);
    SplitOptions options = new SplitOptions(Method.TIME, 0.2, 0.2, Duration.ZERO, 3);
    for (int origin = 1; origin <= 3; origin++) {
      List<LabelledTable> parts = parts(Splitter.splitAt(rows, options, "t", null, origin));
      int start = 100 * (origin - 1);
      assertThat(times(parts.get(0))).isEqualTo(range(0, start + 100));
      assertThat(times(parts.get(1))).isEqualTo(range(start + 100, start + 200));
      assertThat(times(parts.get(2))).isEqualTo(range(start + 200, start + 300));
    }
  }

  @Test
  void cutsAtTimesThatAreGiven() {
    LabelledTable rows =
        Tables.of(500).time("t", row -> (row * 37L) % 500).rare(row -> row % 5 == 0);
    String format = "1970-01-01 00:00:00.000%03d"; // times are microseconds
    SplitOptions options =
        TIME.withCuts(new SplitOptions.Cuts(PlainText.of(format, 150), PlainText.of(format, 420)));
    List<LabelledTable> parts = parts(Splitter.split(rows, options, "t", null, new Seeds(1)));
    assertThat(times(parts.get(0))).isEqualTo(range(0, 150));
    assertThat(times(parts.get(1))).isEqualTo(range(150, 420));
    assertThat(times(parts.get(2))).isEqualTo(range(420, 500));
    assertThat(Splitter.forward(rows, options, "t", 2).all().rowCount()).isEqualTo(420);
    SplitOptions swapped = TIME.withCuts(new SplitOptions.Cuts("1970-01-02", "1970-01-01"));
    assertThatThrownBy(() -> Splitter.split(rows, swapped, "t", null, new Seeds(1)))
        .hasMessageContaining("split.cuts.test must be after split.cuts.validation");
  }

  @Test
  void refusesOriginsWithTooFewRareRowsToTest() {
    LabelledTable rows = Tables.of(500).time("t", row -> (long) row).rare(row -> row % 6 == 0);
    SplitOptions options = new SplitOptions(Method.TIME, 0.2, 0.2, Duration.ZERO, 3);
    assertThatThrownBy(() -> Splitter.splitAt(rows, options, "t", null, 2))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("origin 2 of 3 have 17 rare rows; at least 20 are needed");
    assertThatThrownBy(() -> Splitter.splitAt(rows, options, "t", null, 4))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static long[] times(LabelledTable part) {
    Cells.Instants times = (Cells.Instants) part.features().cells("t");
    return IntStream.range(0, part.rowCount()).mapToLong(times::value).toArray();
  }

  private static long[] range(int from, int to) {
    return IntStream.range(from, to).asLongStream().toArray();
  }

  /** By hand: 7 rows a time; 600 lies among 595…601, nearer to its end, 800 among 798…804. */
  @Test
  void rowsOfOneTimeStayTogether() {
    LabelledTable rows =
        Tables.of(1000)
            .number("n", row -> row)
            .number("t", row -> Math.floorDiv(row, 7))
            .rare(r -> r % 10 == 0);

    Split split = Splitter.split(rows, TIME, "t", null, new Seeds(1));

    assertThat(numbers(parts(split).get(1), "n")[0]).isEqualTo(602);
    assertThat(numbers(parts(split).get(2), "n")[0]).isEqualTo(798);
  }

  @Test
  void aTimeSplitDropsLaterCopiesAndRowsWithoutTime() {
    LabelledTable rows =
        Tables.of(1000)
            .number("n", row -> row % 900)
            .number("t", row -> row >= 990 ? Double.NaN : row % 900)
            .rare(row -> row % 10 == 0);

    Split split = Splitter.split(rows, TIME, "t", null, new Seeds(1));

    // Rows 900…989 equal 0…89; 990…999 lack their time, which makes them differ from 90…99.
    assertThat(split.counts()).isEqualTo(new SplitCounts(90, false, 90, 0, 10));
    assertThat(allNumbers(split, "n")).hasSize(900).doesNotHaveDuplicates();
  }
}
