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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A comparison's tables in GitHub's Markdown. */
public final class MarkdownTables {
  private static final String HEAD =
      """
      | Arm | Average precision | Δ to none [95 %] | p, corrected | Verdict | Recall at 1 % FPR |
      |:--|--:|--:|--:|:--|--:|
      """;

  private MarkdownTables() {}

  public static String of(Comparison given) {
    Comparison comparison = ArmOrder.ofSeveral(given);
    StringBuilder text = new StringBuilder();
    for (PaperTable table : PaperTable.of(comparison)) {
      for (PaperTable.Block block : table.blocks()) {
        text.append(
            PlainText.of("**%s, %s**\n\n", escape(block.classifier()), table.trainingSize()));
        text.append(HEAD);
        block.rows().forEach(row -> text.append(line(row)));
        text.append('\n');
      }
      table.notes().forEach(note -> text.append(escape(note)).append('\n'));
      text.append('\n');
    }
    text.append(escape(Headline.of(given))).append('\n');
    FigureTables.of(comparison).forEach(table -> text.append('\n').append(table(table)));
    return text.toString();
  }

  private static String table(FigureTable table) {
    StringBuilder text = new StringBuilder();
    for (FigureTable.Block block : table.blocks()) {
      text.append(
          PlainText.of("**%s, %s**\n\n", escape(table.title()), escape(block.classifier())));
      text.append(line(table.headers()));
      text.append("|:--").append("|--:".repeat(table.headers().size() - 1)).append("|\n");
      block.rows().forEach(row -> text.append(line(row)));
      text.append('\n');
    }
    table.notes().forEach(note -> text.append(escape(note)).append('\n'));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(MarkdownTables::escape)
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String line(PaperTable.Row row) {
    PrimaryContrast contrast = row.contrast();
    return "| "
        + String.join(
            " | ",
            List.of(
                escape(row.arm().label()),
                spread(row.averagePrecision()),
                difference(row.difference()),
                contrast == null ? "" : ReportNumbers.probability(contrast.correctedP()),
                contrast == null ? "" : contrast.word(),
                spread(row.recall())))
        + " |\n";
  }

  private static String spread(ArmSummary.Spread spread) {
    return spread.standardDeviation() == null
        ? ReportNumbers.plain(spread.mean())
        : ReportNumbers.plain(spread.mean())
            + " ± "
            + ReportNumbers.plain(spread.standardDeviation());
  }

  private static String difference(@Nullable PairedDifference difference) {
    if (difference == null) {
      return "";
    }
    String mean = ReportNumbers.signed(difference.mean());
    return difference.low() == null
        ? mean
        : PlainText.of(
            "%s [%s, %s]",
            mean, ReportNumbers.signed(difference.low()), ReportNumbers.signed(difference.high()));
  }

  /** Escapes what Markdown, or the HTML in it, would read as more than text. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("\\`*_[]<>&|~#".indexOf(c) >= 0) {
        escaped.append('\\').append(c);
      } else {
        escaped.append(c < ' ' ? ' ' : c);
      }
    }
    return escaped.toString();
  }
}
