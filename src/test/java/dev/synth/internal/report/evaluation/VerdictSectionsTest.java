package dev.synth.internal.report.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.augment.AugmentationPlan;
import dev.synth.compare.Comparison;
import dev.synth.compare.Detectable;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.PlainComparison;
import dev.synth.compare.PrimaryContrast;
import dev.synth.evaluate.Arm;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictSectionsTest {
  private static String html(PairedDifference estimate, @Nullable Detectable detectable) {
    Comparison none = TableFacts.comparison(List.of(), List.of(estimate));
    Arm smote = Arm.baseline("smote", new AugmentationPlan.Ratio(0.1));
    PairedDifference rival =
        against(smote, TableFacts.difference(TableFacts.VAE, "forest", 0.01, 0.5));
    PrimaryContrast contrast =
        new PrimaryContrast(
            estimate, estimate.p(), null, detectable, 98, List.of(rival), null, null);
    return new VerdictSections(
            PlainComparison.of(none.protocol())
                .repeats(none.repeats())
                .primary(List.of(contrast))
                .againstNone(none.againstNone())
                .build())
        .html();
  }

  private static PairedDifference against(Arm rival, PairedDifference row) {
    return new PairedDifference(
        row.measure(),
        row.arm(),
        rival,
        row.classifier(),
        row.differences(),
        row.mean(),
        row.standardError(),
        row.low(),
        row.high(),
        row.p(),
        null,
        null);
  }

  @Test
  void aContrastHasItsNumbersInARow() {
    Detectable detectable = new Detectable(0.01, 0.03, 0.02, null, 1882L, null);
    assertThat(html(TableFacts.difference(TableFacts.HOSTILE, "forest", 0.04, 0.0004), detectable))
        .contains(
            "<th scope=\"row\">&lt;script&gt;, ratio 0.1</th><td class=\"name\">uplift</td>"
                + "<td class=\"number\">+0.040</td><td class=\"number\">0.010</td>"
                + "<td class=\"number\">+0.020 to +0.060</td><td class=\"number\">&lt; 0.001</td>"
                + "<td class=\"number\">&lt; 0.001</td>"
                + "<td class=\"number\">0.030</td><td class=\"number\">0.020</td>"
                + "<td class=\"prose\">about 1,882 rare test rows (here 98)</td>"
                + "<td class=\"prose\">not compared with class-weight and oversample</td>")
        .contains("<th scope=\"col\">What 0.010 takes</th>")
        .contains("<th scope=\"row\" class=\"name\">vae, ratio 0.1</th><td>smote, ratio 0.1</td>")
        .doesNotContain("<script");
  }

  @Test
  void whatRepeatsCanReachIsCounted() {
    PairedDifference estimate = TableFacts.difference(TableFacts.VAE, "forest", 0.004, 0.4);
    assertThat(html(estimate, new Detectable(0.01, 0.03, 0.004, 240, null, null)))
        .contains("<td class=\"name\">undecided</td>")
        .contains(
            "<td class=\"number\">0.030</td><td class=\"number\">0.004</td>"
                + "<td class=\"prose\">240 repeats</td>");
    assertThat(html(estimate, new Detectable(0.01, 1.2, 0.004, null, null, null)))
        .contains("<td class=\"number\">none</td><td class=\"number\">0.004</td>");
  }

  @Test
  void whatCouldNotBeTestedIsADashWithItsReason() {
    assertThat(html(TableFacts.difference(TableFacts.VAE, "forest", 0.04, null), null))
        .contains("<td class=\"number\">+0.040</td><td class=\"number\">–</td>")
        .contains(
            "<td class=\"prose\">one repeat is descriptive only: what chance does shows from two")
        .doesNotContain("null");
  }
}
