package dev.synth.internal.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.ArmTrouble;
import dev.synth.compare.Protocol;
import dev.synth.compare.RepeatResult;
import dev.synth.compare.TroubledArm;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Results;
import dev.synth.internal.base.Json;
import dev.synth.internal.compare.Comparer;
import dev.synth.internal.report.ReportFormat;
import dev.synth.internal.report.RunReport;
import dev.synth.internal.report.evaluation.TableFacts;
import dev.synth.internal.report.page.ShownText;
import dev.synth.split.RareRows;
import dev.synth.split.SplitOptions.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The numbers of the golden texts, with numpy and scipy: {@code d = [.02, .03, .01, .04, .02]},
 * none {@code n = .5 + .01 * (arange(5) % 3)}, {@code se = sqrt(d.var(ddof=1) * (1/5 + 1/3))},
 * {@code h = stats.t.ppf(.975, 4) * se}; {@code n.mean()} .508, {@code n.std(ddof=1)} .008, {@code
 * (n + d).mean()} .532, its deviation .008; {@code d.mean()} .024, ± h .0009 and .0471; {@code 2 *
 * stats.t.sf(d.mean() / se, 4)} .045.
 */
class PaperTableTest {
  private static final String HOSTILE = "[v_e & 5%|$#";

  @TempDir Path folder;

  private String rendered(ReportFormat format, List<RepeatResult> repeats, Method method)
      throws IOException {
    Protocol protocol = new Protocol("random-forest", method, "max-f1", 0.01);
    String json =
        Json.write(Comparer.compare(protocol, repeats)).replace("\"vae\"", quoted(HOSTILE));
    Files.writeString(folder.resolve("comparison.json"), json);
    return RunReport.evaluation(folder, format);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static List<RepeatResult> five() {
    return Results.differing(List.of(.02, .03, .01, .04, .02));
  }

  @Test
  void latexHasRulesOfBooktabsAndEscapedNames() throws IOException {
    assertThat(rendered(ReportFormat.LATEX, five(), Method.RANDOM))
        .startsWith(
            """
            % needs \\usepackage{booktabs}
            \\begin{table}[t]
            \\centering
            \\small
            \\caption{Augmented training rows against the same rows with nothing added, all rare \
            rows. Uplift: the {[}v\\_e \\& 5\\%\\textbar{}\\$\\# arm (ratio 0.1) changed average precision by +0.024\
            """)
        .contains(
            """
            \\label{tab:augmentation-all}
            \\begin{tabular}{lrrrlr}
            \\toprule
            Arm & Average precision & $\\Delta$ to none [95\\,\\%] & $p$ & Verdict & Recall at 1\\,\\% FPR \\\\
            \\midrule
            \\multicolumn{6}{l}{\\textit{random-forest}} \\\\
            none & $0.508 \\pm 0.008$ &  &  &  & $0.500 \\pm 0.000$ \\\\
            {[}v\\_e \\& 5\\%\\textbar{}\\$\\#, ratio 0.1 & $0.532 \\pm 0.008$ & $+0.024$ [$+0.001$, $+0.047$] & $0.045$ & uplift & $0.500 \\pm 0.000$ \\\\
            \\bottomrule
            \\end{tabular}
            \\end{table}
            """);
  }

  @Test
  void markdownIsATableOfGitHub() throws IOException {
    assertThat(rendered(ReportFormat.MARKDOWN, five(), Method.RANDOM))
        .startsWith(
            """
            **random-forest, all rare rows**

            | Arm | Average precision | Δ to none [95 %] | p, corrected | Verdict | Recall at 1 % FPR |
            |:--|--:|--:|--:|:--|--:|
            | none | 0.508 ± 0.008 |  |  |  | 0.500 ± 0.000 |
            | \\[v\\_e \\& 5%\\|$\\#, ratio 0.1 | 0.532 ± 0.008 | +0.024 [+0.001, +0.047] | 0.045 | uplift | 0.500 ± 0.000 |

            Measured on real test rows alone, 2,000 rows of which 98 are rare, in each of 5 repeats; ± is the standard deviation between repeats. Δ is the difference to none on the same rows, with its 95 % interval.
            Intervals and p-values follow Nadeau and Bengio's corrected resampled t test. There is one contrast, so nothing is corrected for. Verdicts are for random-forest, at 0.05, and in this table for average precision.

            Uplift: the \\[v\\_e \\& 5%\\|$\\# arm (ratio 0.1)\
            """);
  }

  @Test
  void oneRepeatIsCalledDescriptiveAndShowsNoInterval() throws IOException {
    String text = rendered(ReportFormat.MARKDOWN, Results.differing(List.of(.02)), Method.RANDOM);
    assertThat(text)
        .contains("| 0.520 | +0.020 | – | undecided | 0.500 |", "Descriptive only")
        .doesNotContain("±", "[+");
  }

  @Test
  void oneTableForEachNumberOfRareRowsAndOneBlockForEachClassifier() throws IOException {
    String latex = rendered(ReportFormat.LATEX, Results.family(10), Method.RANDOM);
    // and one each of endpoints, of what changes in use, and of worth
    assertThat(latex.split("\\\\begin\\{tabular}", -1)).hasSize(1 + 3 + 3);
    assertThat(latex.split("\\\\textit\\{logistic-regression}", -1)).hasSize(1 + 3);
    assertThat(latex).contains("\\label{tab:augmentation-16}", "\\label{tab:augmentation-all}");
    // 2 generators at 2 odds and the selected arm, on 2 numbers of rare rows
    assertThat(latex).contains("Holm's method for 10 contrasts");
    String text = rendered(ReportFormat.MARKDOWN, Results.family(10), Method.RANDOM);
    assertThat(text).contains("**logistic-regression, 16 rare rows**");
    // a verdict stands in the lines of the first-listed classifier alone
    assertThat(text.lines().filter(line -> line.contains("| uplift |"))).hasSize(6);
  }

  @Test
  void worthIsATableOfArmsAndNumbersOfRareRows() throws IOException {
    double[][] none = {{.40, .41, .39, .40}, {.51, .50, .50, .49}, {.60, .59, .60, .61}};
    // .05 more stands halfway to the next number in the logarithm: at 32 of 16, at 128 of 64
    List<RepeatResult> repeats = Results.dosed(none, .05, .3, 0);
    assertThat(rendered(ReportFormat.MARKDOWN, repeats, Method.RANDOM))
        .contains(
            """
            **Real-row equivalent, random-forest**

            | Arm | With 16 | With 64 |
            |:--|--:|--:|
            | \\[v\\_e \\& 5%\\|$\\#, ratio 0.1 | 16 \\[\
            """,
            "\\] | ≥ 192 \\[≥ 192, ≥ 192\\] |",
            "Average precision of none with random-forest: 0.400 with 16, 0.500 with 64, 0.600 with"
                + " 256 real rare rows.");
    assertThat(rendered(ReportFormat.LATEX, repeats, Method.RANDOM))
        .contains(
            "\\caption{Real-row equivalent. Average precision of none",
            "Arm & With 16 & With 64 \\\\\n\\midrule\n",
            "& $\\geq$ 192 {[}$\\geq$ 192, $\\geq$ 192{]} \\\\\n\\bottomrule");
    assertThat(ShownText.of(rendered(ReportFormat.HTML, repeats, Method.RANDOM)))
        .contains(
            "<h2>Real-row equivalent</h2>",
            "Average precision by the number of real rare rows",
            "The arms that get a verdict stand where their numbers of rows are",
            "≥ 192 [≥ 192, ≥ 192]")
        .doesNotContain("NaN");
    assertThat(rendered(ReportFormat.MARKDOWN, Results.family(10), Method.RANDOM))
        .contains("| mgs, ratio 0.1 | – |", "16 rare rows: not identifiable: from 16 to 294");
  }

  @Test
  void everyArmHasARowAndNoneHasNoDifference() {
    Arm few = TableFacts.VAE.withRareRows(new RareRows.AtMost(16));
    List<PaperTable> tables =
        PaperTable.of(
            TableFacts.comparison(
                List.of(
                    TableFacts.summary(Arm.NONE, "forest", 0.5),
                    TableFacts.summary(TableFacts.HOSTILE, "forest", null),
                    TableFacts.summary(Arm.NONE, "xgboost", 0.5),
                    TableFacts.summary(few, "forest", 0.4)),
                List.of(TableFacts.difference(TableFacts.HOSTILE, "forest", 0.04, 0.01))));
    assertThat(tables.stream().map(PaperTable::trainingSize))
        .containsExactly("all rare rows", "16 rare rows");
    assertThat(tables.getFirst().blocks().stream().map(PaperTable.Block::classifier))
        .containsExactly("forest", "xgboost");
    List<PaperTable.Row> rows = tables.getFirst().blocks().getFirst().rows();
    assertThat(rows.stream().map(PaperTable.Row::arm))
        .containsExactly(Arm.NONE, TableFacts.HOSTILE);
    assertThat(rows.getFirst().difference()).isNull();
    assertThat(rows.getFirst().contrast()).isNull();
    assertThat(Objects.requireNonNull(rows.getLast().difference()).mean()).isEqualTo(0.04);
    assertThat(Objects.requireNonNull(rows.getLast().contrast()).correctedP()).isEqualTo(0.01);
    assertThat(rows.getLast().averagePrecision().mean()).isNull();
  }

  @Test
  void notesSayWhatWasTestedAndWhatFailed() {
    List<ArmSummary> one = List.of(TableFacts.summary(Arm.NONE, "forest", 0.5));
    TroubledArm failed =
        new TroubledArm(TableFacts.HOSTILE, 1, 2, new ArmTrouble.Failure("it's over"));
    PaperTable untested = PaperTable.of(TableFacts.comparison(one, List.of(), failed)).getFirst();
    assertThat(untested.notes())
        .containsExactly(
            "Measured on real test rows alone, 2,000 rows of which 98 are rare, in each of 2"
                + " repeats; ± is the standard deviation between repeats. Δ is the difference to"
                + " none on the same rows.",
            "Descriptive only: nothing was tested.",
            "<script>, ratio 0.1 failed in 1 of 2 repeats and is left out.");
    PaperTable tested =
        PaperTable.of(
                TableFacts.comparison(
                    one, List.of(TableFacts.difference(TableFacts.VAE, "forest", 0.04, 0.01))))
            .getFirst();
    assertThat(tested.notes().getFirst()).endsWith("on the same rows, with its 95 % interval.");
    assertThat(tested.notes().get(1))
        .contains("There is one contrast, so nothing is corrected for.")
        .endsWith("Verdicts are for forest, at 0.05, and in this table for average precision.");
  }

  @Test
  void theLossOfAMinusSignOrABackslashWouldShow() {
    assertThat(LatexTables.escape("a\\b~^<c> −0.1 ± {x}"))
        .isEqualTo(
            "a\\textbackslash{}b\\textasciitilde{}\\textasciicircum{}\\textless{}c\\textgreater{}"
                + " $-$0.1 $\\pm$ \\{x\\}");
    assertThat(MarkdownTables.escape("<b>*a*`|`")).isEqualTo("\\<b\\>\\*a\\*\\`\\|\\`");
  }
}
