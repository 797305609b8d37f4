package dev.synth.internal.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.evaluate.Arm;
import dev.synth.internal.report.evaluation.TableFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatexTablesTest {
  @Test
  void numbersStandInMathematicsAndWhatIsMissingIsADash() {
    String text =
        LatexTables.of(
            TableFacts.comparison(
                List.of(
                    TableFacts.summary(Arm.NONE, "forest", null),
                    TableFacts.summary(TableFacts.VAE, "forest", 0.55)),
                List.of(TableFacts.difference(TableFacts.VAE, "forest", -0.05, 0.01))));
    assertThat(text)
        .startsWith("% needs \\usepackage{booktabs}\n\\begin{table}[t]\n")
        .contains("none & -- &  &  &  & $0.500 \\pm 0.250$ \\\\")
        .contains("vae, ratio 0.1 & $0.550 \\pm 0.012$ & $-0.050$ [$-0.070$, $-0.030$] &")
        .contains("& harm &")
        .endsWith("\\bottomrule\n\\end{tabular}\n\\end{table}\n");
  }

  @Test
  void whatTexWouldReadIsEscaped() {
    assertThat(LatexTables.escape("5% & a_b #1 $x {y}"))
        .isEqualTo("5\\% \\& a\\_b \\#1 \\$x \\{y\\}");
    assertThat(LatexTables.escape("\\~^<>|[]−±Δ≥×–"))
        .isEqualTo(
            "\\textbackslash{}\\textasciitilde{}\\textasciicircum{}\\textless{}\\textgreater{}"
                + "\\textbar{}{[}{]}$-$$\\pm$$\\Delta$$\\geq$$\\times$--");
  }
}
