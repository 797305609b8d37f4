package dev.synth.internal.report.paper;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.PrimaryContrast;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.table.ArmOrder;
import dev.synth.internal.report.table.FigureTable;
import dev.synth.internal.report.table.FigureTables;
import dev.synth.internal.report.wording.Headline;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A comparison's tables in LaTeX, with the rules of the package {@code booktabs}. */
public final class LatexTables {
  private static final String HEAD =
      """
      \\begin{tabular}{lrrrlr}
      \\toprule
      Arm & Average precision & $\\Delta$ to none [95\\,\\%] & $p$ & Verdict & Recall at 1\\,\\% FPR \\\\
      """;

  private LatexTables() {}

  public static String of(Comparison given) {
    Comparison comparison = ArmOrder.ofSeveral(given);
    StringBuilder text = new StringBuilder("% needs \\usepackage{booktabs}\n");
    for (PaperTable table : PaperTable.of(comparison)) {
      String notes = escape(String.join(" ", table.notes()));
      String label = table.rareRows().text();
      text.append("\\begin{table}[t]\n\\centering\n\\small\n");
      text.append(PlainText.of("\\caption{%s}\n", caption(given, table, notes)));
      text.append(PlainText.of("\\label{tab:augmentation-%s}\n", label)).append(HEAD);
      for (PaperTable.Block block : table.blocks()) {
        text.append("\\midrule\n");
        text.append(
            PlainText.of("\\multicolumn{6}{l}{\\textit{%s}} \\\\\n", escape(block.classifier())));
        block.rows().forEach(row -> text.append(line(row)));
      }
      text.append("\\bottomrule\n\\end{tabular}\n\\end{table}\n");
    }
    FigureTables.of(comparison).forEach(table -> text.append(table(table)));
    return text.toString();
  }

  private static String table(FigureTable table) {
    int columns = table.headers().size();
    StringBuilder text = new StringBuilder("\\begin{table}[t]\n\\centering\n\\small\n");
    text.append(
        PlainText.of(
            "\\caption{%s. %s}\n", escape(table.title()), escape(String.join(" ", table.notes()))));
    text.append(PlainText.of("\\label{tab:%s}\n", label(table.title())));
    text.append(PlainText.of("\\begin{tabular}{l%s}\n\\toprule\n", "r".repeat(columns - 1)));
    text.append(line(table.headers()));
    for (FigureTable.Block block : table.blocks()) {
      text.append(PlainText.of("\\midrule\n\\multicolumn{%d}{l}", columns));
      text.append(PlainText.of("{\\textit{%s}} \\\\\n", escape(block.classifier())));
      block.rows().forEach(row -> text.append(line(row)));
    }
    return text.append("\\bottomrule\n\\end{tabular}\n\\end{table}\n").toString();
  }

  private static String label(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(LatexTables::escape)
        .collect(Collectors.joining(" & ", "", " \\\\\n"));
  }

  private static String caption(Comparison comparison, PaperTable table, String notes) {
    return PlainText.of(
        "Augmented training rows against the same rows with nothing added, %s. %s %s",
        table.trainingSize(), escape(Headline.of(comparison)), notes);
  }

  private static String line(PaperTable.Row row) {
    PrimaryContrast contrast = row.contrast();
    return String.join(
            " & ",
            List.of(
                escape(row.arm().label()),
                spread(row.averagePrecision()),
                difference(row.difference()),
                contrast == null ? "" : probability(contrast.correctedP()),
                contrast == null ? "" : contrast.word(),
                spread(row.recall())))
        + " \\\\\n";
  }

  private static String spread(ArmSummary.Spread spread) {
    Double mean = spread.mean();
    Double deviation = spread.standardDeviation();
    return mean == null || deviation == null
        ? number(ReportNumbers.plain(mean))
        : PlainText.of("$%s \\pm %s$", ReportNumbers.plain(mean), ReportNumbers.plain(deviation));
  }

  private static String difference(@Nullable PairedDifference difference) {
    if (difference == null) {
      return "";
    }
    String mean = number(ReportNumbers.signed(difference.mean()));
    return difference.low() == null
        ? mean
        : PlainText.of(
            "%s [%s, %s]",
            mean,
            number(ReportNumbers.signed(difference.low())),
            number(ReportNumbers.signed(difference.high())));
  }

  private static String probability(@Nullable Double p) {
    return number(ReportNumbers.probability(p));
  }

  /** A number in mathematics, where a hyphen is a minus sign; a dash where there is none. */
  private static String number(String text) {
    return text.equals(ReportNumbers.NONE) ? "--" : "$" + text.replace('−', '-') + "$";
  }

  /** Escapes what TeX would read as more than text, and writes our signs as every engine can. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      escaped.append(
          switch (c) {
            case '&', '%', '$', '#', '_', '{', '}' -> "\\" + c;
            case '\\' -> "\\textbackslash{}";
            case '~' -> "\\textasciitilde{}";
            case '^' -> "\\textasciicircum{}";
            case '<' -> "\\textless{}";
            case '>' -> "\\textgreater{}";
            case '|' -> "\\textbar{}";
            case '[', ']' -> "{" + c + "}"; // after \\ a bracket would open an option
            case '−' -> "$-$";
            case '±' -> "$\\pm$";
            case 'Δ' -> "$\\Delta$";
            case '≥' -> "$\\geq$";
            case '×' -> "$\\times$";
            case '–' -> "--";
            default -> c < ' ' ? " " : String.valueOf(c);
          });
    }
    return escaped.toString();
  }
}
