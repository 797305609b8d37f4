package dev.synth.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Seeds;
import dev.synth.table.Cells;
import dev.synth.table.LabelledTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {
  private static final SplitOptions RANDOM =
      new SplitOptions(SplitOptions.Method.RANDOM, 0.2, 0.2, Duration.ZERO, 1);

  /** Rows 2k and 2k + 1 have equal features; the cards hold five such pairs each. */
  private static final LabelledTable ROWS =
      Tables.of(1_000)
          .number("amount", row -> Math.floor(row / 2.0))
          .level("card", row -> "card " + row / 10)
          .rare(row -> row % 20 < 2);

  private static List<Double> amounts(LabelledTable rows) {
    Cells.Numbers cells = (Cells.Numbers) rows.features().cells("amount");
    List<Double> amounts = new ArrayList<>();
    for (int row = 0; row < cells.size(); row++) {
      amounts.add(cells.value(row));
    }
    return amounts;
  }

  private static List<Folds.Fold> folds(Split split) {
    return Folds.of(split.training(), split.validation(), 5, new Seeds(1));
  }

  @Test
  void everyRowIsHeldBackOnceAndLearnedFromInTheOtherFolds() {
    Split split = Splitter.split(ROWS, RANDOM, null, null, new Seeds(7));
    List<Double> all = amounts(split.training().rows());
    all.addAll(amounts(HeldOut.validationRows(split.validation())));
    List<Double> heldBack = new ArrayList<>();
    for (Folds.Fold fold : folds(split)) {
      heldBack.addAll(amounts(fold.heldBack()));
      assertThat(fold.training().rowCount() + fold.heldBack().rowCount()).isEqualTo(all.size());
      // 80 of the 100 rare rows are for training and validation; a fifth of them is 16
      assertThat(fold.heldBack().rareCount()).isBetween(14, 18);
      assertThat(fold.training().rareCount() + fold.heldBack().rareCount()).isEqualTo(80);
    }
    assertThat(heldBack).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void equalRowsStayInOneFold() {
    Split split = Splitter.split(ROWS, RANDOM, null, null, new Seeds(7));
    assertTogether(split, amount -> amount);
  }

  @Test
  void groupsStayInOneFold() {
    Split split = Splitter.split(ROWS, RANDOM, null, "card", new Seeds(7));
    assertTogether(split, amount -> Math.floor(amount / 5));
  }

  private static void assertTogether(Split split, Function<Double, Double> block) {
    Map<Double, Set<Integer>> foldsOfBlock = new HashMap<>();
    int number = 0;
    for (Folds.Fold fold : folds(split)) {
      number++;
      for (double amount : amounts(fold.heldBack())) {
        foldsOfBlock.computeIfAbsent(block.apply(amount), name -> new HashSet<>()).add(number);
      }
    }
    assertThat(foldsOfBlock.values()).allSatisfy(folds -> assertThat(folds).hasSize(1));
  }

  @Test
  void trainingRowsAloneAreCutLikewise() {
    Split split = Splitter.split(ROWS, RANDOM, null, "card", new Seeds(7));
    List<Double> heldBack = new ArrayList<>();
    Map<Double, Integer> foldOfCard = new HashMap<>();
    List<Folds.Fold> folds = Folds.inside(split.training(), 3, new Seeds(1));
    for (int fold = 0; fold < folds.size(); fold++) {
      for (double amount : amounts(folds.get(fold).heldBack())) {
        heldBack.add(amount);
        assertThat(foldOfCard.getOrDefault(Math.floor(amount / 5), fold)).isEqualTo(fold);
        foldOfCard.put(Math.floor(amount / 5), fold);
      }
      assertThat(amounts(folds.get(fold).training().rows()))
          .doesNotContainAnyElementsOf(amounts(folds.get(fold).heldBack()));
    }
    assertThat(heldBack).containsExactlyInAnyOrderElementsOf(amounts(split.training().rows()));
  }

  @Test
  void equalRowsAndGroupsOfAWholeTableStayInOneFold() {
    for (String group : new String[] {null, "card"}) {
      Training whole = Training.whole(ROWS, group);
      Map<Double, Set<Integer>> foldsOfBlock = new HashMap<>();
      List<Folds.Fold> folds = Folds.inside(whole, 3, new Seeds(1));
      for (int fold = 0; fold < folds.size(); fold++) {
        for (double amount : amounts(folds.get(fold).heldBack())) {
          double block = group == null ? amount : Math.floor(amount / 5);
          foldsOfBlock.computeIfAbsent(block, name -> new HashSet<>()).add(fold);
        }
      }
      assertThat(foldsOfBlock).hasSize(group == null ? 500 : 100);
      assertThat(foldsOfBlock.values()).allSatisfy(own -> assertThat(own).hasSize(1));
    }
  }

  @Test
  void aSubsetOfTheTrainingRowsKeepsItsBlocks() {
    Split split = Splitter.split(ROWS, RANDOM, null, null, new Seeds(7));
    int[] last = new int[200];
    for (int i = 0; i < last.length; i++) {
      last[i] = split.training().rowCount() - last.length + i;
    }
    Split smaller =
        new Split(
            split.training().subset(last), split.validation(), split.test(), split.counts(), null);
    assertTogether(smaller, amount -> amount);
  }

  private static final SplitOptions BY_TIME =
      new SplitOptions(SplitOptions.Method.TIME, 0.1, 0.1, Duration.ofHours(2), 1);

  /** An hour a row, in no order of the table; the rows of every fifth hour share their time. */
  private static LabelledTable stream() {
    return Tables.of(1_000)
        .number("x", row -> row)
        .time("at", row -> 3_600_000_000L * hour(row))
        .rare(row -> row % 10 == 3);
  }

  private static int hour(int row) {
    int scattered = row * 7 % 1_000; // 7 and 1,000 have no common factor
    return scattered % 5 == 1 ? scattered - 1 : scattered;
  }

  private static List<Integer> hours(LabelledTable rows) {
    return numbers(rows, "x").stream().map(row -> hour(row.intValue())).toList();
  }

  private static List<Double> numbers(LabelledTable rows, String column) {
    Cells.Numbers cells = (Cells.Numbers) rows.features().cells(column);
    return IntStream.range(0, cells.size()).mapToObj(cells::value).toList();
  }

  @Test
  void foldsOfATimeSplitLearnFromEarlierRowsAloneAndKeepTheGap() {
    Training training = Splitter.split(stream(), BY_TIME, "at", null, new Seeds(7)).training();
    for (Training rows : List.of(training, Training.wholeInTime(stream(), "at", BY_TIME))) {
      List<Folds.Fold> folds = Folds.inside(rows, 3, new Seeds(1));
      int heldBack = 0;
      int last = -1;
      for (Folds.Fold fold : folds) {
        List<Integer> later = hours(fold.heldBack());
        assertThat(Collections.max(hours(fold.training().rows())) + 2)
            .isLessThanOrEqualTo(Collections.min(later));
        assertThat(Collections.min(later)).isGreaterThan(last); // of one time, one fold
        last = Collections.max(later);
        heldBack += fold.heldBack().rareCount();
        // what a fold chooses by is cut forward in its turn, as a teacher's blend is
        Folds.Fold inner = Folds.inside(fold.training(), 3, new Seeds(1)).getLast();
        assertThat(Collections.max(hours(inner.training().rows())))
            .isLessThan(Collections.min(hours(inner.heldBack())));
      }
      // half of the rare rows is only learned from; rows of one time may move one or two
      assertThat(heldBack).isBetween(rows.rareCount() / 2 - 2, rows.rareCount() / 2 + 2);
    }
  }

  /** Later copies would be scored by what has learned from the earlier one. */
  @Test
  void laterCopiesOfWhatIsLearnedFromAreNotHeldBack() {
    LabelledTable rows = Tables.of(40).number("x", row -> row).rare(row -> row % 2 == 0);
    double[] times = IntStream.range(0, 40).mapToDouble(row -> row).toArray();
    int[] blocks = IntStream.range(0, 40).map(row -> row == 39 ? 0 : row).toArray();
    List<Folds.Fold> folds = new RowTimes(times, 0).folds(rows, blocks, 2);
    // 20 rare rows: 10 are learned from, and each fold has 5, from rows 20 and 30 on
    assertThat(numbers(folds.get(0).heldBack(), "x")).containsExactlyElementsOf(span(20, 30));
    assertThat(numbers(folds.get(1).heldBack(), "x")).containsExactlyElementsOf(span(30, 39));
    assertThat(numbers(folds.get(1).training().rows(), "x")).containsExactlyElementsOf(span(0, 30));
  }

  private static List<Double> span(int from, int to) {
    return IntStream.range(from, to).mapToObj(row -> (double) row).toList();
  }
}
