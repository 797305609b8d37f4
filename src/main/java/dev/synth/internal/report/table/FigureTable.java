package dev.synth.internal.report.table;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.evaluate.Arm;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.wording.ArmTitle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A table of what arms achieved with each classifier, beside the verdict; how it is written is left
 * to the formats.
 *
 * @param title what it is about
 * @param headers of all columns, the arm's first
 * @param blocks one a classifier, the first-listed first
 * @param notes what the numbers are, in sentences
 */
public record FigureTable(
    String title, List<String> headers, List<Block> blocks, List<String> notes) {
  private static final Pattern NUMBER = Pattern.compile("[-−+<≥]? ?\\d");

  /**
   * The rows of one classifier.
   *
   * @param rows the cells of each arm, its title first
   */
  public record Block(String classifier, List<List<String>> rows) {
    public Block {
      rows = List.copyOf(rows);
    }
  }

  public FigureTable {
    headers = List.copyOf(headers);
    blocks = List.copyOf(blocks);
    notes = List.copyOf(notes);
  }

  /**
   * Lays a comparison's summaries out.
   *
   * @param cells an arm's cells but the first
   */
  static List<Block> blocks(Comparison comparison, Function<ArmSummary, List<String>> cells) {
    List<Block> blocks = new ArrayList<>();
    for (String classifier :
        comparison.summaries().stream().map(ArmSummary::classifier).distinct().toList()) {
      List<List<String>> rows = new ArrayList<>();
      for (ArmSummary summary : comparison.summaries()) {
        if (summary.classifier().equals(classifier)) {
          rows.add(row(summary.arm(), cells.apply(summary)));
        }
      }
      blocks.add(new Block(classifier, rows));
    }
    return blocks;
  }

  private static List<String> row(Arm arm, List<String> cells) {
    List<String> row = new ArrayList<>(List.of(ArmTitle.of(arm)));
    row.addAll(cells);
    return List.copyOf(row);
  }

  /** Returns whether a column holds words, and no cell that begins as a number does. */
  private boolean isText(int column) {
    return blocks.stream()
        .flatMap(block -> block.rows().stream())
        .map(row -> row.get(column))
        .noneMatch(cell -> NUMBER.matcher(cell).lookingAt() || cell.equals(ReportNumbers.NONE));
  }

  /** Returns the table as a section of a page. */
  public String html() {
    List<String> rows = new ArrayList<>();
    for (Block block : blocks) {
      rows.add(
          PlainText.of(
              "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"%d\">%s</th></tr>\n",
              headers.size(), Html.escape(block.classifier())));
      for (List<String> row : block.rows()) {
        List<String> cells = new ArrayList<>(List.of(Html.name(row.getFirst())));
        for (int i = 1; i < row.size(); i++) {
          cells.add(isText(i) ? Html.word(row.get(i)) : Html.number(row.get(i)));
        }
        rows.add(Html.row("", cells));
      }
    }
    return Html.section(title, Html.table(headers, rows) + Html.note(String.join(" ", notes)));
  }
}
