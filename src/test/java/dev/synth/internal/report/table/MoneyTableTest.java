package dev.synth.internal.report.table;

import static dev.synth.evaluate.CostAndAlertMetrics.COST;
import static dev.synth.evaluate.CostAndAlertMetrics.COST_WITHOUT_ALERTS;
import static dev.synth.evaluate.CostAndAlertMetrics.SAVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.ArmSummary.Spread;
import dev.synth.compare.Comparison;
import dev.synth.compare.Saving;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.Costs;
import dev.synth.evaluate.MissedCost;
import dev.synth.internal.report.evaluation.TableFacts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Alerting nobody costs 9,800; none saves 1,800 of it, vae 2,300: 500 more, 100 to 900. */
class MoneyTableTest {
  private static final Comparison COMPARISON = comparison(null);

  private static Comparison comparison(@Nullable Double effectiveLosses) {
    return AskedFacts.comparison(
        new CostAndAlertMetrics(new Costs(new MissedCost.Each(100), 5, "EUR"), List.of()),
        costs(8000, 1800),
        costs(7500, 2300),
        new Saving(
            SAVED,
            TableFacts.VAE,
            Arm.NONE,
            "forest",
            List.of(400.0, 600.0),
            500,
            100.0,
            100.0,
            900.0,
            0.02,
            effectiveLosses,
            null));
  }

  @Test
  void anArmHasItsCostAndWhatItSavesBesideNone() {
    FigureTable table = MoneyTable.of(COMPARISON).getFirst();
    assertThat(table.title()).isEqualTo("Money, threshold max-f1");
    assertThat(table.headers()).containsExactly("Arm", "Cost", "Saved", "Δ saved to none [95 %]");
    assertThat(table.blocks().getFirst().rows())
        .containsExactly(
            List.of("none", "8,000", "1,800", ""),
            List.of("vae, ratio 0.1", "7,500", "2,300", "+500 [+100, +900]"));
    assertThat(String.join(" ", table.notes()))
        .contains("Sums over the 2,000 test rows of a repeat, in EUR")
        .contains("Alerting nobody costs 9,800")
        .contains("A rare row without an alert costs 100, an alert 5.00, right or wrong.")
        .contains("Δ saved is descriptive and gets no verdict");
  }

  @Test
  void theTerminalHasASentence() {
    assertThat(String.join(" ", MoneyTable.lines(COMPARISON, 80)))
        .contains(
            "Money: alerting nobody costs 9,800 EUR a repeat; at the max-f1 threshold of forest,"
                + " none saves 1,800 EUR and vae (ratio 0.1) saves 2,300 EUR: +500 [+100, +900]"
                + " (descriptive).");
  }

  @Test
  void fewLargeLossesCannotTell() {
    String sentence =
        "A few large losses make up most of this money, as if there were only 4: other data could"
            + " look quite different, and whether money is saved cannot be told.";
    assertThat(String.join(" ", MoneyTable.lines(comparison(4.2), 80)))
        .contains("(descriptive). " + sentence);
    assertThat(MoneyTable.of(comparison(4.2)).getFirst().notes()).contains(sentence);
    assertThat(String.join(" ", MoneyTable.lines(comparison(8.0), 80)))
        .doesNotContain("large losses");
  }

  @Test
  void withoutCostsThereIsNothing() {
    Comparison free = AskedFacts.comparison(CostAndAlertMetrics.NONE, Map.of(), Map.of());
    assertThat(MoneyTable.of(free)).isEmpty();
    assertThat(MoneyTable.lines(free, 80)).isEmpty();
  }

  private static Map<String, Spread> costs(double cost, double saved) {
    return Map.of(
        COST,
        AskedFacts.mean(cost),
        SAVED,
        AskedFacts.mean(saved),
        COST_WITHOUT_ALERTS,
        AskedFacts.mean(9800));
  }
}
