package dev.synth.internal.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.ArmSummary.Spread;
import dev.synth.compare.Comparison;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.Unmeasured;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlertTableTest {
  @Test
  void aCellIsPrecisionAndRecallOfABudget() {
    FigureTable table = AlertTable.of(comparison(List.of(50, 1000), false)).getFirst();
    assertThat(table.title()).isEqualTo("Alert budgets");
    assertThat(table.headers()).containsExactly("Arm", "50 alerts", "1,000 alerts");
    assertThat(table.blocks().getFirst().rows())
        .containsExactly(
            List.of("none", "0.250 / 0.500", "0.250 / 0.500"),
            List.of("vae, ratio 0.1", "0.250 / –", "0.250 / –"));
    assertThat(table.notes()).contains("–: too few rows.");
  }

  @Test
  void budgetsADayHaveATableOfTheirOwn() {
    List<FigureTable> tables = AlertTable.of(comparison(List.of(50), true));
    assertThat(tables)
        .extracting(FigureTable::title)
        .containsExactly("Alert budgets", "Alert budgets a day");
    assertThat(tables.getLast().headers()).containsExactly("Arm", "50 a day");
  }

  /** Columns of 16 beside a title of 14 leave room for 5 in 100 characters. */
  @Test
  void moreBudgetsThanALineHasRoomForAreParts() {
    List<Integer> seven = IntStream.rangeClosed(1, 7).boxed().toList();
    assertThat(AlertTable.of(comparison(seven, false)))
        .extracting(FigureTable::title)
        .containsExactly("Alert budgets, part 1", "Alert budgets, part 2");
  }

  @Test
  void withoutBudgetsThereIsNoTable() {
    assertThat(AlertTable.of(comparison(List.of(), false))).isEmpty();
  }

  private static Comparison comparison(List<Integer> alerts, boolean daily) {
    Map<String, Spread> none = new HashMap<>();
    Map<String, Spread> arm = new HashMap<>();
    for (boolean isDaily : daily ? new boolean[] {false, true} : new boolean[] {false}) {
      for (int k : alerts) {
        String recall = CostAndAlertMetrics.recallIn(k, isDaily);
        none.put(CostAndAlertMetrics.precisionIn(k, isDaily), AskedFacts.mean(0.25));
        arm.put(CostAndAlertMetrics.precisionIn(k, isDaily), AskedFacts.mean(0.25));
        none.put(recall, AskedFacts.mean(0.5));
        arm.put(recall, new Spread(0, null, null, new Unmeasured.OldSentence("too few rows")));
      }
    }
    return AskedFacts.comparison(new CostAndAlertMetrics(null, alerts), none, arm);
  }
}
