package dev.synth.split;

import static dev.synth.split.SplitParts.GROUP;
import static dev.synth.split.SplitParts.RANDOM;
import static dev.synth.split.SplitParts.allNumbers;
import static dev.synth.split.SplitParts.distinctRows;
import static dev.synth.split.SplitParts.numbers;
import static dev.synth.split.SplitParts.parts;
import static dev.synth.split.SplitParts.split;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.table.Cells;
import dev.synth.table.LabelledTable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitterTest {
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
}
