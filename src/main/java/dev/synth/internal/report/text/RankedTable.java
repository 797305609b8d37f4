package dev.synth.internal.report.text;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.compare.PrimaryContrast;
import dev.synth.compare.Verdict;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.LineBreaks;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.TextGrid;
import dev.synth.internal.report.format.Troubles;
import dev.synth.internal.report.table.ArmOrder;
import dev.synth.internal.report.table.CostTable;
import dev.synth.internal.report.table.CostTable.CostsByArm;
import dev.synth.internal.report.table.EndpointTable;
import dev.synth.internal.report.table.MoneyTable;
import dev.synth.internal.report.table.RealRowTable;
import dev.synth.internal.report.wording.ArmTitle;
import dev.synth.internal.report.wording.Headline;
import dev.synth.internal.report.wording.UseSentence;
import dev.synth.split.RareRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of many arms as plain text for a terminal: ranked by the change in average precision
 * with the first-listed classifier, one block for each number of real rare rows.
 */
public final class RankedTable {
  private static final String PRECISION = "avg precision";
  private static final String BEATS_FREE = "beats free";
  private static final String FIT_SECONDS = "fit s";

  private final Comparison comparison;
  private final CostsByArm costs;
  private final String classifier;

  private RankedTable(Comparison comparison, CostsByArm costs) {
    this.comparison = comparison;
    this.costs = costs;
    this.classifier = comparison.protocol().classifier();
  }

  /**
   * Returns the text, at most 100 columns wide, ending in a line feed.
   *
   * @param costs what the arms cost; may lack some
   */
  public static String of(Comparison comparison, CostsByArm costs) {
    RankedTable table = new RankedTable(ArmOrder.of(comparison), costs);
    List<String> lines = new ArrayList<>();
    lines.addAll(LineBreaks.wrapped(table.title(), TextGrid.WIDTH));
    lines.add("");
    TextGrid ranking = table.ranking();
    lines.addAll(ranking.lines());
    if (!table.otherClassifiers().isEmpty()) {
      lines.add("");
      lines.addAll(table.others().lines());
    }
    EndpointTable.tested(table.comparison)
        .ifPresent(endpoints -> lines.addAll(FigureGrid.byArm(endpoints)));
    RealRowTable.of(table.comparison).ifPresent(own -> lines.addAll(FigureGrid.lines(own)));
    CostTable.of(table.comparison, costs).ifPresent(own -> lines.addAll(FigureGrid.lines(own)));
    lines.add("");
    lines.addAll(table.legend(ranking));
    lines.add("");
    lines.addAll(MoneyTable.lines(comparison, TextGrid.WIDTH));
    lines.addAll(LineBreaks.wrapped(Headline.of(comparison), TextGrid.WIDTH));
    lines.addAll(ComparisonCells.looks(comparison));
    lines.addAll(ComparisonCells.rivals(comparison));
    lines.addAll(table.inUse());
    lines.addAll(Troubles.lines(comparison, TextGrid.WIDTH));
    return String.join("\n", lines) + "\n";
  }

  private String title() {
    return PlainText.of("%s Ranked with %s.", MeasuredRows.of(comparison), classifier);
  }

  private TextGrid ranking() {
    TextGrid grid =
        new TextGrid(TextGrid.WIDTH)
            .column("", TextGrid.Alignment.LEFT, 0)
            .column(PRECISION, TextGrid.Alignment.LEFT, 2)
            .column("Δ to none [95 %]", TextGrid.Alignment.LEFT, 0)
            .column("verdict", TextGrid.Alignment.LEFT, 0)
            .column(BEATS_FREE, TextGrid.Alignment.LEFT, 1)
            .column(FIT_SECONDS, TextGrid.Alignment.RIGHT, 3);
    for (RareRows rareRows : trainingSizes()) {
      grid.heading(rareRows.describe());
      for (Arm arm : ranked(rareRows)) {
        grid.row(cells(arm));
      }
    }
    return grid;
  }

  private List<String> cells(Arm arm) {
    PrimaryContrast contrast = contrast(arm);
    return List.of(
        (contrast == null ? ComparisonCells.NO_MARK : ComparisonCells.MARK) + arm.label(),
        ComparisonCells.spread(summary(arm).figure(EvaluationMetric.AVERAGE_PRECISION)),
        ComparisonCells.difference(comparison, arm, classifier),
        contrast == null ? "" : contrast.word(),
        contrast == null ? "" : free(contrast),
        seconds(arm));
  }

  private static String free(PrimaryContrast contrast) {
    Boolean beaten = contrast.freeBaselines().beaten();
    return beaten == null ? ReportNumbers.NONE : beaten ? "yes" : "no";
  }

  private String seconds(Arm arm) {
    Double seconds = costs.fitSeconds().get(ArmTitle.of(arm));
    return seconds == null
        ? ReportNumbers.NONE
        : String.format(Locale.ROOT, seconds < 10 ? "%.1f" : "%.0f", seconds);
  }

  /** The changes with the other classifiers, in the same order of arms. */
  private TextGrid others() {
    TextGrid grid = new TextGrid(TextGrid.WIDTH).column("", TextGrid.Alignment.LEFT, 0);
    int dropped = 0;
    for (String other : otherClassifiers()) {
      grid.column("Δ " + other, TextGrid.Alignment.LEFT, dropped++);
    }
    for (RareRows rareRows : trainingSizes()) {
      grid.heading(rareRows.describe());
      for (Arm arm : ranked(rareRows)) {
        if (arm.role() != Arm.Role.REFERENCE) {
          List<String> cells = new ArrayList<>(List.of(ComparisonCells.NO_MARK + arm.label()));
          otherClassifiers()
              .forEach(other -> cells.add(ComparisonCells.difference(comparison, arm, other)));
          grid.row(cells);
        }
      }
    }
    return grid;
  }

  /** Returns what the arms change in use that a verdict was found of. */
  private List<String> inUse() {
    List<String> lines = new ArrayList<>();
    for (PrimaryContrast contrast : comparison.primary()) {
      Verdict verdict = contrast.verdict();
      boolean isFound = verdict instanceof Verdict.Uplift || verdict instanceof Verdict.Harm;
      if (isFound && contrast.inUse() != null) {
        String sentence =
            UseSentence.of(contrast.inUse(), comparison.protocol(), comparison.repeats().size());
        String line = PlainText.of("%s: %s", ArmTitle.of(contrast.estimate().arm()), sentence);
        lines.addAll(LineBreaks.wrapped(line, TextGrid.WIDTH));
      }
    }
    return lines;
  }

  /** The meaning of the columns that are shown. */
  private List<String> legend(TextGrid ranking) {
    List<String> notes = new ArrayList<>();
    if (ranking.shows(PRECISION)) {
      notes.add(
          "avg precision     area under the precision-recall curve, ± deviation between repeats");
    }
    notes.add(
        PlainText.of(
            "Δ to none         change on the same test rows and the same real rare rows; %s gets a"
                + " verdict, corrected for all of them, which intervals are not",
            ComparisonCells.MARK.strip()));
    if (ranking.shows(BEATS_FREE)) {
      notes.add(
          "beats free        whether an uplift is also one over every free rival that leaves one"
              + " model to serve");
    }
    if (ranking.shows(FIT_SECONDS)) {
      notes.add(
          PlainText.of(
              "fit s             seconds of one repeat: the generator and %s; selected: all that"
                  + " it chose from",
              classifier));
    }
    return notes.stream()
        .flatMap(note -> LineBreaks.hanging(note, TextGrid.WIDTH, 18).stream())
        .toList();
  }

  private List<RareRows> trainingSizes() {
    return comparison.summaries().stream()
        .map(summary -> summary.arm().rareRows())
        .distinct()
        .toList();
  }

  /** The arms of a block. */
  private List<Arm> ranked(RareRows rareRows) {
    return comparison.summaries().stream()
        .map(ArmSummary::arm)
        .distinct()
        .filter(arm -> arm.rareRows().equals(rareRows))
        .toList();
  }

  private @Nullable PrimaryContrast contrast(Arm arm) {
    return comparison.primary().stream()
        .filter(contrast -> contrast.estimate().arm().equals(arm))
        .findFirst()
        .orElse(null);
  }

  private ArmSummary summary(Arm arm) {
    return comparison.summaries().stream()
        .filter(row -> row.arm().equals(arm) && row.classifier().equals(classifier))
        .findFirst()
        .orElseThrow();
  }

  private List<String> otherClassifiers() {
    return comparison.summaries().stream()
        .map(ArmSummary::classifier)
        .distinct()
        .filter(name -> !name.equals(classifier))
        .toList();
  }
}
