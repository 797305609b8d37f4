package dev.synth.internal.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.evaluate.Arm;
import dev.synth.internal.report.evaluation.TableFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTablesTest {
  @Test
  void anArmIsALineWithItsDifferenceAndVerdict() {
    String text =
        MarkdownTables.of(
            TableFacts.comparison(
                List.of(
                    TableFacts.summary(Arm.NONE, "forest", 0.5),
                    TableFacts.summary(TableFacts.VAE, "forest", 0.55)),
                List.of(TableFacts.difference(TableFacts.VAE, "forest", 0.05, 0.01))));
    assertThat(text)
        .contains("| Arm | Average precision | Δ to none [95 %] | p, corrected | Verdict |")
        .contains("| none | 0.500 ± 0.012 |  |  |  | 0.500 ± 0.250 |")
        .contains("| vae, ratio 0.1 | 0.550 ± 0.012 | +0.050 [+0.030, +0.070] |")
        .contains("| uplift |");
  }

  @Test
  void whatMarkdownWouldReadIsEscaped() {
    assertThat(MarkdownTables.escape("a_b*[c]|<d>`~#&\\\n"))
        .isEqualTo("a\\_b\\*\\[c\\]\\|\\<d\\>\\`\\~\\#\\&\\\\ ");
  }
}
