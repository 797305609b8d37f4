package dev.synth.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Seeds;
import dev.synth.table.Cells;
import dev.synth.table.LabelledTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private static void assertTogether(
      Split split, java.util.function.Function<Double, Double> block) {
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
}
