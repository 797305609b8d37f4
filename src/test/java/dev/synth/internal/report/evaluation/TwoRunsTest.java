package dev.synth.internal.report.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.Comparison;
import dev.synth.evaluate.Arm;
import dev.synth.internal.compare.RunFacts;
import dev.synth.internal.report.page.ShownText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TwoRunsTest {
  private static final RunFacts FACTS =
      new RunFacts(
          RunFacts.SCHEMA_VERSION, "evaluate", null, "1.0", 42, "a<b>.csv", null, null, null);

  private static Comparison comparison(Arm arm, double mean, double p) {
    return TableFacts.comparison(
        List.of(
            TableFacts.summary(Arm.NONE, "forest", 0.5),
            TableFacts.summary(arm, "forest", 0.5 + mean)),
        List.of(TableFacts.difference(arm, "forest", mean, p)));
  }

  private static String page(Comparison left, Comparison right, @Nullable RunFacts facts) {
    return ShownText.of(
        new TwoRuns(
                new TwoRuns.Run("first <b>", left, FACTS), new TwoRuns.Run("second", right, facts))
            .html());
  }

  @Test
  void eachRunHasItsVerdict() {
    String page =
        page(
            comparison(TableFacts.VAE, 0.04, 0.001),
            comparison(TableFacts.VAE, -0.04, 0.001),
            FACTS);
    assertThat(page)
        .contains(
            "<div class=\"tile good\"><p class=\"label\">first &lt;b&gt;</p>\n"
                + "<p class=\"value\">Uplift</p>")
        .contains(
            "<div class=\"tile bad\"><p class=\"label\">second</p>\n<p class=\"value\">Harm</p>");
  }

  /** Differences are bold; a run of an old version left no facts. */
  @Test
  void factsStandSideBySide() {
    Comparison comparison = comparison(TableFacts.VAE, 0.01, 0.5);
    assertThat(page(comparison, comparison, FACTS))
        .contains("<tr><th scope=\"row\">Seed</th><td>42</td><td>42</td></tr>")
        .contains("<td>a&lt;b&gt;.csv</td><td>a&lt;b&gt;.csv</td>")
        .contains("<th scope=\"row\">Training rows</th><td>6,000</td><td>6,000</td>")
        .doesNotContain("<tr class=\"primary\">");
    assertThat(page(comparison, comparison, null))
        .contains("<tr class=\"primary\"><th scope=\"row\">Seed</th><td>42</td><td>–</td></tr>")
        .contains("<tr><th scope=\"row\">Repeats</th><td>2</td><td>2</td></tr>");
  }

  @Test
  void anArmOfOneRunHasADashInTheOther() {
    String page =
        page(
            comparison(TableFacts.VAE, 0.04, 0.001),
            comparison(TableFacts.HOSTILE, 0.02, 0.5),
            FACTS);
    assertThat(page)
        .contains(
            "class=\"name\">vae, ratio 0.1</th><td class=\"number\">0.540</td>"
                + "<td class=\"number\">–</td>")
        .contains(
            "class=\"name\">&lt;script&gt;, ratio 0.1</th><td class=\"number\">–</td>"
                + "<td class=\"number\">0.520</td>")
        .contains("Average precision, first &lt;b&gt;</th>")
        .doesNotContain("<script>,");
  }

  /** Runs of other classifiers share no row. */
  @Test
  void classifiersAreBlocksOfTheirOwn() {
    Comparison trees =
        TableFacts.comparison(List.of(TableFacts.summary(Arm.NONE, "trees", 0.25)), List.of());
    String page = page(comparison(TableFacts.VAE, 0.04, 0.001), trees, FACTS);
    assertThat(page)
        .contains("<th scope=\"rowgroup\" colspan=\"9\">forest</th>")
        .contains("<th scope=\"rowgroup\" colspan=\"9\">trees</th>")
        .contains(
            "class=\"name\">none</th><td class=\"number\">–</td><td class=\"number\">0.250</td>");
  }
}
