package dev.synth.internal.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.Comparison;
import dev.synth.compare.InUse;
import dev.synth.compare.InUse.Change;
import dev.synth.compare.PlainComparison;
import dev.synth.compare.PrimaryContrast;
import dev.synth.compare.Protocol;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.Costs;
import dev.synth.evaluate.MissedCost;
import dev.synth.internal.report.evaluation.TableFacts;
import dev.synth.split.SplitOptions.Method;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UseTableTest {
  private static final Change CHANGE = new Change(12.4, -3.2, 1027.1);
  private static final Change MEAN = new Change(-0.2, null, null);

  private static Comparison comparison(CostAndAlertMetrics asked, @Nullable InUse... uses) {
    List<PrimaryContrast> contrasts =
        Arrays.stream(uses)
            .map(
                use ->
                    new PrimaryContrast(
                        TableFacts.difference(TableFacts.HOSTILE, "forest", 0.1, 0.5),
                        0.5,
                        null,
                        null,
                        98,
                        List.of(),
                        use,
                        null))
            .toList();
    return PlainComparison.of(new Protocol("forest", Method.RANDOM, "max-f1", 0.01, asked))
        .primary(contrasts)
        .build();
  }

  @Test
  void withoutChangesThereIsNoTable() {
    assertThat(UseTable.of(comparison(CostAndAlertMetrics.NONE))).isEmpty();
    assertThat(UseTable.of(comparison(CostAndAlertMetrics.NONE, (InUse) null))).isEmpty();
  }

  @Test
  void changesAreWholeNumbersWithSigns() {
    FigureTable table =
        UseTable.of(comparison(CostAndAlertMetrics.NONE, new InUse(CHANGE, MEAN, null)))
            .orElseThrow();
    assertThat(table.title()).isEqualTo("In use: out of 1,000 rare rows");
    assertThat(table.headers()).containsExactly("Arm", "Δ found [95 %]", "Δ alerts [95 %]");
    assertThat(table.blocks().getFirst().classifier()).isEqualTo("forest");
    assertThat(table.blocks().getFirst().rows())
        .containsExactly(List.of("<script>, ratio 0.1", "+12 [−3, +1,000]", "+0"));
    assertThat(table.notes())
        .containsExactly(
            "What changes beside none on as many rows as hold 1,000 rare ones, at the threshold"
                + " max-f1: rare rows found, and alerts, right and wrong. Descriptive: intervals"
                + " are not corrected, and none of it gets a verdict.");
  }

  @Test
  void moneyIsAColumnWithItsCurrencyWhereThereIsOne() {
    assertThat(priced("EUR").headers()).last().isEqualTo("Δ saved [95 %], EUR");
    assertThat(priced(null).headers()).last().isEqualTo("Δ saved [95 %]");
    assertThat(priced(null).blocks().getFirst().rows().getFirst())
        .last()
        .isEqualTo("+12 [−3, +1,027]");
  }

  private static FigureTable priced(@Nullable String currency) {
    CostAndAlertMetrics asked =
        new CostAndAlertMetrics(new Costs(new MissedCost.Each(100), 5, currency), List.of());
    return UseTable.of(comparison(asked, new InUse(MEAN, MEAN, CHANGE))).orElseThrow();
  }
}
