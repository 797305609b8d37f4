package dev.synth.internal.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.Comparison;
import dev.synth.evaluate.Results;
import dev.synth.internal.base.Json;
import dev.synth.internal.report.ReportFormat;
import dev.synth.internal.report.RunReport;
import dev.synth.internal.report.paper.MarkdownTables;
import dev.synth.internal.report.text.RankedTable;
import dev.synth.internal.report.text.ResultTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables beside the verdict, in every format. */
class FigureTableTest {
  @TempDir Path folder;

  private Comparison comparison() {
    return Results.priced();
  }

  private String rendered(ReportFormat format) throws IOException {
    Files.writeString(folder.resolve("comparison.json"), Json.write(comparison()));
    return RunReport.evaluation(folder, format);
  }

  @Test
  void moneyComesBeforeAlertsAndProbabilitiesLast() {
    assertThat(FigureTables.of(comparison()))
        .extracting(FigureTable::title)
        .containsExactly(
            "Other endpoints",
            "In use: out of 1,000 rare rows",
            "Money, threshold max-f1",
            "Money, threshold min-cost",
            "Alert budgets",
            "Alert budgets a day",
            "Scores as probabilities");
  }

  @Test
  void moneyIsOneLineInTheTerminal() {
    // none saves 100, 110, 120, vae 104, 122, 120: +4, +12, +0, mean 5.333
    assertThat(ResultTable.of(comparison(), CostTable.CostsByArm.NONE).replace("\n", " "))
        .contains(
            "Money: alerting nobody costs 500 EUR a repeat; at the min-cost threshold of"
                + " random-forest, none saves 110 EUR and vae (ratio 0.1) saves 115 EUR: +5.33 [");
    assertThat(ResultTable.of(comparison(), CostTable.CostsByArm.NONE))
        .containsPattern("\\(descriptive\\)\\.\n\n");
    assertThat(RankedTable.of(comparison(), CostTable.CostsByArm.NONE)).contains("Money: alerting");
  }

  @Test
  void markdownHasMoneyAlertsAndProbabilities() throws IOException {
    assertThat(rendered(ReportFormat.MARKDOWN))
        .contains("**Money, threshold max-f1, random-forest**\n\n| Arm | Cost | Saved | Δ saved")
        .contains("| none | 450 | 50.00 |  |")
        .contains("**Money, threshold min-cost, random-forest**")
        .contains("| none | 390 | 110 |  |")
        .contains("A rare row without an alert costs its 'Amount', an alert 5.00, right or wrong.")
        .contains("**Alert budgets, random-forest**")
        .contains("| Arm | 50 alerts |")
        .contains("| none | 0.750 / 0.250 |")
        .contains("**Alert budgets a day, random-forest**")
        .contains("| Arm | 50 a day |")
        .contains("| none | 0.125 / – |")
        .contains("–: no rare test row has a time.")
        .contains("**Scores as probabilities, random-forest**")
        .contains("| none | 1 | 0.5000 |");
  }

  /** Whatever their number, a line of a terminal holds what is told of them. */
  @Test
  void manyAlertBudgetsAreSeveralTables() {
    Comparison many = Results.priced(List.of(10, 20, 50, 100, 200, 500, 1000));
    assertThat(AlertTable.of(many))
        .extracting(FigureTable::title)
        .containsExactly(
            "Alert budgets, part 1",
            "Alert budgets, part 2",
            "Alert budgets a day, part 1",
            "Alert budgets a day, part 2");
    assertThat(AlertTable.of(many).get(1).headers())
        .containsExactly("Arm", "500 alerts", "1,000 alerts");
    assertThat(MarkdownTables.of(many).lines().filter(line -> line.contains(" / 0.250 |")))
        .hasSize(4)
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @Test
  void latexEscapesThem() throws IOException {
    assertThat(rendered(ReportFormat.LATEX))
        .contains("\\label{tab:alert-budgets}", "\\label{tab:scores-as-probabilities}")
        .contains("\\label{tab:money-threshold-min-cost}")
        .contains("Arm & Cost & Saved & $\\Delta$ saved to none {[}95 \\%{]}")
        .contains("none & 450 & 50.00 &  \\\\", "none & 390 & 110 &  \\\\")
        .contains("\\textbar{}mean score $-$ share of rare rows\\textbar{}");
  }

  @Test
  void thePageHasASectionForEach() throws IOException {
    assertThat(rendered(ReportFormat.HTML))
        .contains("<h2>Money, threshold max-f1</h2>", "<h2>Money, threshold min-cost</h2>")
        .contains("<h2>Alert budgets</h2>", "<h2>Alert budgets a day</h2>")
        .contains("<h2>Scores as probabilities</h2>")
        .contains("Alerting nobody costs 500;");
  }
}
