package dev.synth.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.base.PlainText;
import dev.synth.split.SplitOptions.Method;
import dev.synth.table.Cells;
import dev.synth.table.LabelledTable;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitterTest {
  private static final SplitOptions RANDOM = options(Method.RANDOM, Duration.ZERO);
  private static final SplitOptions GROUP = options(Method.GROUP, Duration.ZERO);
  private static final SplitOptions TIME = options(Method.TIME, Duration.ZERO);

  private static SplitOptions options(Method method, Duration gap) {
    return new SplitOptions(method, 0.2, 0.2, gap, 1);
  }

  private static Split split(LabelledTable rows, SplitOptions options, long seed) {
    return Splitter.split(rows, options, null, null, new Seeds(seed));
  }

  /** The three parts: training, validation, test. */
  private static List<LabelledTable> parts(Split split) {
    return List.of(
        split.training().rows(),
        HeldOut.validationRows(split.validation()),
        HeldOut.openTest(split.test(), new OpeningLog(), "a test of the split"));
  }

  private static double[] numbers(LabelledTable part, String column) {
    Cells.Numbers cells = (Cells.Numbers) part.features().cells(column);
    return IntStream.range(0, part.rowCount()).mapToDouble(cells::value).toArray();
  }

  private static double[] allNumbers(Split split, String column) {
    return parts(split).stream()
        .flatMapToDouble(part -> Arrays.stream(numbers(part, column)))
        .toArray();
  }

  private static LabelledTable distinctRows(int rows, int rare) {
    return Tables.of(rows).number("n", row -> row).rare(row -> row < rare);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aRandomSplitKeepsEachClassWithinOneRowOfItsShare(long seed) {
    LabelledTable rows = distinctRows(1003, 53);

    List<LabelledTable> parts = parts(split(rows, RANDOM, seed));

    double[] shares = {0.6, 0.2, 0.2};
    for (int side = 0; side < 3; side++) {
      LabelledTable part = parts.get(side);
      assertThat(Math.abs(part.rareCount() - 53 * shares[side])).isLessThan(1);
      assertThat(Math.abs(part.rowCount() - part.rareCount() - 950 * shares[side])).isLessThan(1);
    }
  }

  @Test
  void givenNumbersOfRowsServeToLearnAndToChooseAndTheRestIsTheTest() {
    LabelledTable rows = distinctRows(1003, 53);

    Split split = Splitter.split(rows, new LearningRows(16, 300, 0.2), new Seeds(1));

    List<LabelledTable> parts = parts(split);
    // a fifth of 16 are 3 rare rows, and 4 are the fewest to choose by; the test has 53 - 16
    assertThat(parts.stream().map(LabelledTable::rareCount)).containsExactly(12, 4, 37);
    assertThat(parts.stream().map(LabelledTable::rowCount)).containsExactly(252, 64, 687);
    assertThat(Arrays.stream(allNumbers(split, "n")).distinct().count()).isEqualTo(1003);
  }

  @Test
  void equalRowsStayTogetherWhereNumbersOfRowsAreGiven() {
    // 150 values, each of four rows, and every fifth value is rare
    LabelledTable rows =
        Tables.of(600).number("n", row -> Math.floorDiv(row, 4)).rare(row -> row / 4 % 5 == 0);

    List<LabelledTable> parts =
        parts(Splitter.split(rows, new LearningRows(48, 200, 0.25), new Seeds(3)));

    Set<Double> values = new HashSet<>();
    int distinct = 0;
    for (LabelledTable part : parts) {
      Set<Double> own = new HashSet<>();
      Arrays.stream(numbers(part, "n")).forEach(own::add);
      distinct += own.size();
      values.addAll(own);
    }
    assertThat(distinct).isEqualTo(values.size()).isEqualTo(150);
    assertThat(parts.stream().map(LabelledTable::rareCount)).containsExactly(36, 12, 72);
  }

  @Test
  void aRandomSplitUsesEachRowOnceAndKeepsTheOrder() {
    Split split = split(distinctRows(500, 50), RANDOM, 7);

    for (LabelledTable part : parts(split)) {
      assertThat(numbers(part, "n")).isSorted();
    }
    double[] all = allNumbers(split, "n");
    Arrays.sort(all);
    assertThat(all).isEqualTo(IntStream.range(0, 500).asDoubleStream().toArray());
    assertThat(split.counts()).isEqualTo(new SplitCounts(0, false, 0, 0, 0));
  }

  @Test
  void eachPartKeepsTheLabelsOfItsRows() {
    for (LabelledTable part : parts(split(distinctRows(500, 50), RANDOM, 7))) {
      double[] numbers = numbers(part, "n");
      for (int row = 0; row < numbers.length; row++) {
        assertThat(part.isRare(row)).isEqualTo(numbers[row] < 50);
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameSplitAndAnotherSeedAnother() {
    LabelledTable rows = distinctRows(500, 50);

    double[] once = allNumbers(split(rows, RANDOM, 7), "n");

    assertThat(allNumbers(split(rows, RANDOM, 7), "n")).isEqualTo(once);
    assertThat(allNumbers(split(rows, RANDOM, 8), "n")).isNotEqualTo(once);
  }

  /** Of 20 rare rows 4 go to the test: each row in 1/5 of 2,000 splits, with 5 standard errors. */
  @Test
  void eachRowIsEquallyLikelyToBeTestedOn() {
    LabelledTable rows = distinctRows(60, 20);
    int[] tested = new int[60];
    for (int seed = 0; seed < 2000; seed++) {
      for (double n : numbers(parts(split(rows, RANDOM, seed)).getLast(), "n")) {
        tested[(int) n]++;
      }
    }
    double standardError = Math.sqrt(2000 * 0.2 * 0.8);
    assertThat(Arrays.stream(tested)).allMatch(count -> Math.abs(count - 400) < 5 * standardError);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void equalRowsStayOnOneSideWhateverTheirLabel(long seed) {
    RandomStream random = new Seeds(seed).stream("duplicates");
    double[] values = IntStream.range(0, 900).mapToDouble(i -> random.nextInt(300)).toArray();
    LabelledTable rows =
        Tables.of(900)
            .identifier("id", row -> "row " + row)
            .number("n", row -> values[row] % 50 == 0 ? Double.NaN : values[row])
            .level("l", row -> values[row] % 3 == 0 ? null : "x")
            .time("t", row -> (long) values[row])
            .rare(row -> row % 9 == 0);

    Split split = split(rows, RANDOM, seed);

    Set<Double> seen = new HashSet<>();
    int copies = 900;
    for (LabelledTable part : parts(split)) {
      Cells.Instants times = (Cells.Instants) part.features().cells("t");
      Set<Double> here = new HashSet<>();
      for (int row = 0; row < part.rowCount(); row++) {
        here.add((double) times.value(row));
      }
      assertThat(seen).doesNotContainAnyElementsOf(here);
      seen.addAll(here);
      copies -= here.size();
    }
    assertThat(split.counts().duplicateRows()).isEqualTo(copies);
    assertThat(split.counts().duplicatesLeft()).isFalse();
  }

  @Test
  void minusZeroEqualsZero() {
    LabelledTable rows =
        Tables.of(102)
            .number("n", row -> row == 100 ? -0.0 : row == 101 ? 0.0 : row + 1)
            .rare(row -> row < 40);

    assertThat(split(rows, RANDOM, 1).counts().duplicateRows()).isEqualTo(1);
  }

  @Test
  void aTableOfFewValuesHasItsEqualRowsLeftAndCounted() {
    LabelledTable rows =
        Tables.of(400)
            .level("l", row -> "level " + row % 4)
            .number("n", row -> row % 20)
            .rare(row -> row % 8 == 0);

    Split split = split(rows, RANDOM, 1);

    assertThat(split.counts()).isEqualTo(new SplitCounts(380, true, 0, 0, 0));
    assertThat(split.training().rowCount()).isEqualTo(240);
  }

  @Test
  void identifiersStayBehind() {
    LabelledTable rows =
        Tables.of(200).identifier("id", row -> "r" + row).number("n", row -> row).rare(r -> r < 40);

    for (LabelledTable part : parts(split(rows, RANDOM, 1))) {
      assertThat(part.features().schema().names()).containsExactly("n");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void groupsStayOnOneSideAndTheirSharesAreNearlyRight(long seed) {
    LabelledTable rows =
        Tables.of(2000)
            .identifier("card", row -> "card " + (row * 31) % 400)
            .number("n", row -> row)
            .rare(row -> (row * 31) % 400 < 60 && row % 5 == 0);

    Split split = Splitter.split(rows, GROUP, null, "card", new Seeds(seed));

    Set<Integer> seen = new HashSet<>();
    for (LabelledTable part : parts(split)) {
      Set<Integer> here = new HashSet<>();
      for (double n : numbers(part, "n")) {
        here.add(((int) n) * 31 % 400);
      }
      assertThat(seen).doesNotContainAnyElementsOf(here);
      seen.addAll(here);
    }
    // Each group has 5 rows, so that a side can be off by one group's rows.
    assertThat(split.training().rowCount()).isBetween(1195, 1205);
    assertThat((double) split.training().rareCount() / rows.rareCount()).isBetween(0.5, 0.7);
  }

  /** Rows 0 and 1 are equal, 1 and 2 of one group, 2 and 3 equal: all four stay together. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void equalRowsAndGroupsAreJoined(long seed) {
    LabelledTable rows =
        Tables.of(200)
            .identifier("g", row -> row == 1 || row == 2 ? "shared" : "own " + row)
            .number("n", row -> row == 1 ? 0 : row == 3 ? 2 : row)
            .rare(row -> row % 4 == 0);

    Split split = Splitter.split(rows, RANDOM, null, "g", new Seeds(seed));

    long sides =
        parts(split).stream()
            .filter(part -> Arrays.stream(numbers(part, "n")).anyMatch(n -> n == 0 || n == 2))
            .count();
    assertThat(sides).isEqualTo(1);
  }

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
        .hasMessageContaining("origin 2 of 3 have 17 rare rows; needed are at least 20");
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

  @Test
  void tooFewRareRowsAreADataProblemThatCountsThem() {
    assertThatThrownBy(() -> split(distinctRows(500, 16), RANDOM, 1))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageMatching(
            "the split leaves \\d+ rare training rows, \\d for validation and \\d for test, of 16"
                + " in all; needed are at least 8, 4 and 4");
  }

  private static String tooFew(LabelledTable rows, SplitOptions options, @Nullable String group) {
    Problem problem =
        catchThrowableOfType(
            Problem.class, () -> Splitter.split(rows, options, "t", group, new Seeds(1)));
    assertThat(problem).isNotNull();
    assertThat(problem.exitCode()).isEqualTo(ExitCode.DATA);
    return String.valueOf(problem.getMessage());
  }

  @Test
  void whyAPartHasNoRareRowsIsSaid() {
    LabelledTable equal =
        Tables.of(500).number("n", row -> row < 100 ? 0 : row).rare(row -> row < 100);
    assertThat(tooFew(equal, RANDOM, null))
        .contains("100 rare training rows, 0 for validation and 0 for test, of 100 in all")
        .endsWith(
            "; there is 1 different rare row in what is modelled, and equal rows stay on one side:"
                + " add columns that tell them apart, or let fewer be left out (data.exclude)");

    LabelledTable twoValues =
        Tables.of(500).number("n", row -> row < 100 ? row % 2 : row).rare(row -> row < 100);
    assertThat(tooFew(twoValues, RANDOM, null)).contains("there are 2 different rare rows in what");

    LabelledTable oneGroup =
        Tables.of(500)
            .number("n", row -> row)
            .level("g", row -> row < 100 ? "a" : "c" + row)
            .rare(row -> row < 100);
    assertThat(tooFew(oneGroup, RANDOM, "g"))
        .endsWith(
            "; the rare rows are of 1 value of data.group, 'g', and a group stays on one side: name"
                + " another column, or leave data.group out");
  }

  @Test
  void whyAPartOfASplitByTimeHasNoRareRowsIsSaid() {
    long second = 1_000_000;
    LabelledTable oneTime =
        Tables.of(500)
            .number("n", row -> row)
            .time("t", row -> row < 100 ? 0 : row * second)
            .rare(row -> row < 100);
    assertThat(tooFew(oneTime, TIME, null))
        .endsWith(
            "; all rare rows are at one time, 1970-01-01 00:00:00 of 't', and a time is never"
                + " parted: use split.method: random");

    LabelledTable early =
        Tables.of(500)
            .number("n", row -> row)
            .time("t", row -> row * second)
            .rare(row -> row < 100);
    // Of 500 rows 300 are for training, 100 for validation, 100 for test.
    assertThat(tooFew(early, TIME, null))
        .endsWith(
            "; by 't' the rare rows are from 1970-01-01 00:00:00 to 1970-01-01 00:01:39, validation"
                + " rows begin at 1970-01-01 00:05:00 and test rows begin at 1970-01-01 00:06:40:"
                + " change split.validation and split.test, or use split.method: random");

    LabelledTable timeless =
        Tables.of(500)
            .number("n", row -> row)
            .time("t", row -> row < 100 ? Long.MIN_VALUE : row * second)
            .rare(row -> row < 100);
    assertThat(tooFew(timeless, TIME, null))
        .endsWith("; 100 rare rows lack their time and are left out");
  }

  @Test
  void twentyRareRowsAreEnough() {
    Split split = split(distinctRows(500, 20), RANDOM, 1);

    assertThat(parts(split)).extracting(LabelledTable::rareCount).containsExactly(12, 4, 4);
  }

  @Test
  void aPartWithoutOtherRowsIsADataProblem() {
    assertThatThrownBy(() -> split(distinctRows(50, 48), RANDOM, 1))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("without rows of the other class");
  }

  @Test
  void whatAMethodNeedsIsAskedFor() {
    LabelledTable rows = Tables.of(500).level("l", row -> "x" + row).rare(row -> row < 50);
    Stream.of(
            List.of("split.method: group needs data.group", GROUP, ""),
            List.of("split.method: time needs data.time", TIME, ""),
            List.of("data.time: there is no column 'when'", TIME, "when"),
            List.of("data.time: column 'l' must hold timestamps or numbers", TIME, "l"))
        .forEach(
            wrong -> {
              String column = wrong.get(2).equals("") ? null : (String) wrong.get(2);
              assertThatThrownBy(
                      () ->
                          Splitter.split(
                              rows, (SplitOptions) wrong.get(1), column, null, new Seeds(1)))
                  .isInstanceOfSatisfying(
                      Problem.class, p -> assertThat(p.exitCode()).isEqualTo(ExitCode.USAGE))
                  .hasMessageContaining((String) wrong.get(0));
            });
  }

  @Test
  void aTableOfIdentifiersHasNothingToLearnFrom() {
    LabelledTable rows = Tables.of(500).identifier("id", row -> "r" + row).rare(row -> row < 50);

    assertThatThrownBy(() -> split(rows, RANDOM, 1))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no column is left");
  }
}
