package dev.synth.internal.report.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.augment.AugmentationPlan;
import dev.synth.compare.Comparison;
import dev.synth.compare.PlainComparison;
import dev.synth.compare.PrimaryContrast;
import dev.synth.compare.Protocol;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.ScoredRows;
import dev.synth.internal.compare.RunFacts;
import dev.synth.internal.compare.ThresholdSweeps;
import dev.synth.internal.evaluate.ThresholdSweep;
import dev.synth.split.SplitOptions.Method;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The top of an evaluation's page, and its threshold explorer. */
class OneMinuteTest {
  private static final Comparison COMPARISON =
      TableFacts.comparison(
          List.of(TableFacts.summary(Arm.NONE, "forest", 0.5)),
          List.of(TableFacts.difference(TableFacts.VAE, "forest", 0.04, 0.01)));

  private static final Arm GAN = Arm.generator("gan", new AugmentationPlan.Ratio(0.1));

  @Test
  void theChangeHasItsIntervalAndTheRunItsFacts() {
    RunFacts facts =
        new RunFacts(
            1,
            "generate",
            "0123456789abcdef",
            "0.2.0",
            42,
            "<cards>.csv",
            "vae",
            new RunFacts.Gates("standard", 12, List.of("one <metric>"), 3),
            null);
    assertThat(new OneMinute(COMPARISON, facts).html())
        .contains(
            """
            <div class="tile good"><p class="label">Average precision</p>
            <p class="value">+0.040</p>
            <p class="detail">95\u00a0% interval +0.020 to +0.060</p></div>
            """)
        .contains(
            "Gates passed</p>\n<p class=\"value\">12 of 16</p>",
            "failed: one &lt;metric&gt;; 3 could not be judged<")
        .contains("&lt;cards&gt;.csv: 6,000 rows to learn from (294 rare)")
        .contains(
            "<code>synth generate --config resolved.yaml --force</code> with the file of the"
                + " run&#39;s folder in synthetic-out",
            "<dd>0.2.0</dd>");
  }

  @Test
  void whatDidNotFailIsNotForced() {
    RunFacts.Gates passed = new RunFacts.Gates("standard", 13, List.of(), 3);
    RunFacts generated = new RunFacts(1, "generate", null, "1.0", 42, "demo", "vae", passed, null);
    assertThat(new OneMinute(COMPARISON, generated).html())
        .contains("<code>synth generate --config resolved.yaml</code>")
        .contains("13 of 16</p>", "<p class=\"detail\">3 could not be judged</p>");
    RunFacts compared = new RunFacts(1, "compare", null, "1.0", 42, "demo", null, null, null);
    assertThat(new OneMinute(COMPARISON, compared).html())
        .contains(
            "<code>synth compare --config resolved.yaml</code> with the file beside this page");
  }

  /** Whatever stands first in the list: tiles that are not of the banner's arm would mislead. */
  @Test
  void theTilesAreOfTheArmThatTheBannerNames() {
    Comparison two =
        TableFacts.comparison(
            List.of(TableFacts.summary(Arm.NONE, "forest", 0.5)),
            List.of(
                TableFacts.difference(TableFacts.HOSTILE, "forest", -0.03, 0.4),
                TableFacts.difference(TableFacts.VAE, "forest", 0.04, 0.3)));
    assertThat(new OneMinute(two, null).html())
        .contains("vae, ratio 0.1, the best of 2 arms, against none, with forest.")
        .contains("<p class=\"value\">+0.040</p>");
  }

  /** An arm of another verdict may lie further out, and a superlative would be false then. */
  @Test
  void anArmIsTheBestOrWorstOnlyWhereNoOtherLiesFurtherOut() {
    assertThat(ofTwo(contrast(GAN, 0.002, 0.4, 0.001), contrast(TableFacts.VAE, -0.01, 0.4, 0.4)))
        .contains("vae, ratio 0.1, the arm that the verdict names, of 2 arms, against none");
    assertThat(ofTwo(contrast(GAN, 0.03, 0.001, 0.4), contrast(TableFacts.VAE, 0.09, 0.3, 0.4)))
        .contains("gan, ratio 0.1, the arm that the verdict names, of 2 arms, against none");
    assertThat(ofTwo(contrast(GAN, -0.03, 0.001, 0.4), contrast(TableFacts.VAE, -0.09, 0.3, 0.4)))
        .contains("gan, ratio 0.1, the arm that the verdict names, of 2 arms, against none");
    assertThat(ofTwo(contrast(GAN, -0.03, 0.001, 0.4), contrast(TableFacts.VAE, 0.09, 0.3, 0.4)))
        .contains("gan, ratio 0.1, the worst of 2 arms, against none");
  }

  private static String ofTwo(PrimaryContrast... contrasts) {
    Comparison comparison =
        PlainComparison.of(new Protocol("forest", Method.RANDOM, "max-f1", 0.01))
            .repeats(COMPARISON.repeats())
            .primary(List.of(contrasts))
            .build();
    return new OneMinute(comparison, null).html();
  }

  private static PrimaryContrast contrast(Arm arm, double mean, double p, double equivalentP) {
    return new PrimaryContrast(
        TableFacts.difference(arm, "forest", mean, p),
        p,
        new PrimaryContrast.Equivalence(0.01, equivalentP, equivalentP),
        null,
        98,
        List.of(),
        null,
        null);
  }

  @Test
  void oldRunsHaveNoFacts() {
    assertThat(new OneMinute(COMPARISON, null).html())
        .contains("<dt>Data</dt><dd>6,000 rows")
        .doesNotContain("Seed", "Gates");
  }

  @Test
  void theExplorerHasDataOfValidationRowsAlone() {
    BitSet rare = new BitSet();
    rare.set(0);
    ThresholdSweep sweep =
        ThresholdSweep.of(
            TableFacts.HOSTILE, "forest", new ScoredRows(new double[] {.9, .1}, rare), 0.5, null);
    ThresholdSweeps sweeps = new ThresholdSweeps(1, ThresholdSweep.thresholds(), List.of(sweep));
    String html = new Explorer(COMPARISON, sweeps).html();
    assertThat(html)
        .contains("id=\"explorer-data\"", "\"name\":\"\\u003cscript\\u003e, ratio 0.1\"")
        .doesNotContain("<script>", "currency");
    assertThat(new Explorer(COMPARISON, ThresholdSweeps.NONE).html()).isEmpty();
  }
}
