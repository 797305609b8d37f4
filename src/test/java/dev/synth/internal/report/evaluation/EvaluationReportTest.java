package dev.synth.internal.report.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.augment.AugmentationPlan;
import dev.synth.compare.ArmSummary;
import dev.synth.compare.Choice;
import dev.synth.compare.Comparison;
import dev.synth.compare.PairedDifference;
import dev.synth.evaluate.Arm;
import dev.synth.internal.compare.Diagnostics;
import dev.synth.internal.compare.RunFacts;
import dev.synth.internal.compare.ThresholdSweeps;
import dev.synth.split.RareRows;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationReportTest {
  private static final Diagnostics NOTHING = Diagnostics.of(List.of(), 1);

  private static String page(PairedDifference... differences) {
    List<ArmSummary> summaries =
        List.of(
            TableFacts.summary(Arm.NONE, "forest", 0.5),
            TableFacts.summary(TableFacts.VAE, "forest", 0.54),
            TableFacts.summary(TableFacts.HOSTILE, "forest", 0.46));
    return html(TableFacts.comparison(summaries, List.of(differences)));
  }

  private static String html(Comparison comparison) {
    return new EvaluationReport(comparison, NOTHING, ThresholdSweeps.NONE, null).html();
  }

  private static PairedDifference change(Arm arm, double mean, double p) {
    return TableFacts.difference(arm, "forest", mean, p);
  }

  @Test
  void theBannerFollowsTheVerdict() {
    assertThat(page(change(TableFacts.VAE, 0.04, 0.01)))
        .contains(
            "<div class=\"banner good\">\n<strong>Uplift</strong>\n<p>The vae arm (ratio 0.1)");
    assertThat(page(change(TableFacts.VAE, -0.04, 0.01)))
        .contains("<div class=\"banner bad\">\n<strong>Harm</strong>\n<p>The vae arm (ratio 0.1)");
    assertThat(page(change(TableFacts.VAE, 0.04, 0.3)))
        .contains("<div class=\"banner open\">\n<strong>Undecided</strong>\n<p>The vae");
  }

  /** A name may hold the words that a verdict has. */
  @Test
  void aNameDoesNotChangeTheBanner() {
    Arm named = Arm.generator("Harm: none", new AugmentationPlan.Ratio(0.1));
    Comparison comparison =
        TableFacts.comparison(
            List.of(
                TableFacts.summary(Arm.NONE, "forest", 0.5),
                TableFacts.summary(named, "forest", 0.54)),
            List.of(change(named, 0.04, 0.01)));
    assertThat(html(comparison)).contains("<div class=\"banner good\">\n<strong>Uplift</strong>");
  }

  @Test
  void ofSeveralArmsTheHeadlineCountsAndNamesAreEscaped() {
    assertThat(page(change(TableFacts.VAE, 0.04, 0.01), change(TableFacts.HOSTILE, -0.04, 0.01)))
        .contains("<p>1 of 2 arms raised average precision beyond chance;")
        .contains("Harm was done by 1: &lt;script&gt;, ratio 0.1.")
        .contains("<p class=\"run\">vae, ratio 0.1 · &lt;script&gt;, ratio 0.1 · against none</p>")
        .doesNotContain("<script>,");
  }

  @Test
  void withoutAnArmThereIsAPageAllTheSame() {
    assertThat(
            html(
                TableFacts.comparison(
                    List.of(TableFacts.summary(Arm.NONE, "forest", 0.5)), List.of())))
        .contains("<p class=\"run\">no arm · against none</p>", "Undecided");
  }

  @Test
  void thePageNamesItsRun() {
    Comparison comparison =
        TableFacts.comparison(List.of(TableFacts.summary(Arm.NONE, "forest", 0.5)), List.of());
    RunFacts facts =
        new RunFacts(1, "evaluate", "0123456789abcdef", "1.0", 42, "cards.csv", null, null, null);
    assertThat(new EvaluationReport(comparison, NOTHING, ThresholdSweeps.NONE, facts).html())
        .contains("<p class=\"run\">run 01234567 · no arm · against none</p>");
  }

  @Test
  void choicesAreCounted() {
    Comparison comparison =
        TableFacts.comparison(
            List.of(TableFacts.summary(Arm.NONE, "forest", 0.5)),
            List.of(),
            List.of(choice(1), choice(2)),
            null);
    assertThat(html(comparison))
        .contains("<h2>What was selected</h2>")
        .contains(
            "<th scope=\"row\">selected</th><td>&lt;script&gt;, ratio 0.1</td><td"
                + " class=\"number\">2</td>");
  }

  private static Choice choice(int repeat) {
    return new Choice(repeat, RareRows.ALL, "selected", TableFacts.HOSTILE, 0.5);
  }
}
