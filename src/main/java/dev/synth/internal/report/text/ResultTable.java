package dev.synth.internal.report.text;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.compare.PartSizes;
import dev.synth.evaluate.Addition;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Confusion;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.LineBreaks;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.TextGrid;
import dev.synth.internal.report.format.Troubles;
import dev.synth.internal.report.table.CostTable;
import dev.synth.internal.report.table.EndpointTable;
import dev.synth.internal.report.table.MoneyTable;
import dev.synth.internal.report.wording.ArmTitle;
import dev.synth.internal.report.wording.Headline;
import dev.synth.internal.report.wording.RepeatWords;
import dev.synth.internal.report.wording.UseSentence;
import dev.synth.internal.report.wording.metric.FallbackWords;
import dev.synth.internal.report.wording.metric.UnmeasuredWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A comparison as plain text for a terminal: a table of arms for each classifier, what its columns
 * mean, and the verdict.
 */
public final class ResultTable {
  private static final String CAUGHT = "caught";

  private final Comparison comparison;
  private final boolean onePlan;

  private ResultTable(Comparison comparison) {
    this.comparison = comparison;
    this.onePlan = plans().size() <= 1;
  }

  /**
   * Returns the text, at most 100 columns wide, ending in a line feed.
   *
   * @param costs what the arms cost; may lack some
   */
  public static String of(Comparison comparison, CostTable.CostsByArm costs) {
    ResultTable table = new ResultTable(comparison);
    List<String> lines = new ArrayList<>();
    lines.addAll(LineBreaks.wrapped(table.title(), TextGrid.WIDTH));
    lines.add("");
    TextGrid grid = table.grid();
    lines.addAll(grid.lines());
    lines.addAll(table.legend(grid.shows(CAUGHT)));
    EndpointTable.tested(comparison)
        .ifPresent(endpoints -> lines.addAll(FigureGrid.byArm(endpoints)));
    CostTable.of(comparison, costs).ifPresent(own -> lines.addAll(FigureGrid.lines(own)));
    lines.add("");
    lines.addAll(MoneyTable.lines(comparison, TextGrid.WIDTH));
    for (String sentence : Headline.of(comparison).lines().toList()) {
      lines.addAll(LineBreaks.wrapped(sentence, TextGrid.WIDTH));
    }
    lines.addAll(ComparisonCells.looks(comparison));
    comparison.primary().stream()
        .flatMap(contrast -> Optional.ofNullable(contrast.inUse()).stream())
        .map(use -> UseSentence.of(use, comparison.protocol(), comparison.repeats().size()))
        .forEach(sentence -> lines.addAll(LineBreaks.wrapped(sentence, TextGrid.WIDTH)));
    lines.addAll(ComparisonCells.rivals(comparison));
    lines.addAll(Troubles.lines(comparison, TextGrid.WIDTH));
    return String.join("\n", lines) + "\n";
  }

  private String title() {
    String added =
        onePlan && !plans().isEmpty()
            ? PlainText.of(" Rare rows added: %s.", plans().iterator().next())
            : "";
    return MeasuredRows.of(comparison) + added;
  }

  private TextGrid grid() {
    TextGrid grid =
        new TextGrid(TextGrid.WIDTH)
            .column("", TextGrid.Alignment.LEFT, 0)
            .column("average precision", TextGrid.Alignment.LEFT, 0)
            .column("Δ to none [95 %]", TextGrid.Alignment.LEFT, 0)
            .column("recall", TextGrid.Alignment.RIGHT, 0)
            .column("precision", TextGrid.Alignment.RIGHT, 2)
            .column("F1", TextGrid.Alignment.RIGHT, 3)
            .column("at 1 %", TextGrid.Alignment.RIGHT, 1)
            .column(CAUGHT, TextGrid.Alignment.RIGHT, 4);
    for (String classifier : classifiers()) {
      grid.heading(classifier);
      for (ArmSummary summary : comparison.summaries()) {
        if (summary.classifier().equals(classifier)) {
          grid.row(cells(summary));
        }
      }
    }
    return grid;
  }

  private List<String> cells(ArmSummary summary) {
    Confusion counts = summary.confusion();
    int repeats = comparison.repeats().size();
    return List.of(
        (isPrimary(summary) ? ComparisonCells.MARK : ComparisonCells.NO_MARK) + name(summary.arm()),
        ComparisonCells.spread(summary.figure(EvaluationMetric.AVERAGE_PRECISION)),
        ComparisonCells.difference(comparison, summary.arm(), summary.classifier()),
        ReportNumbers.plain(summary.figure(EvaluationMetric.RECALL).mean()),
        ReportNumbers.plain(summary.figure(EvaluationMetric.PRECISION).mean()),
        ReportNumbers.plain(summary.figure(EvaluationMetric.F1).mean()),
        ReportNumbers.plain(summary.figure(EvaluationMetric.RECALL_AT_FPR_1_PERCENT).mean()),
        PlainText.of(
            "%s/%s",
            ReportNumbers.count((double) counts.truePositives() / repeats),
            ReportNumbers.count((double) counts.rareRows() / repeats)));
  }

  private List<String> legend(boolean isCaughtShown) {
    List<String> notes = new ArrayList<>();
    notes.add("");
    notes.add(
        "average precision  area under the precision-recall curve, mean ± deviation between"
            + PlainText.of(
                " repeats; guessing: %s",
                ReportNumbers.plain(
                    RepeatWords.mean(comparison, PartSizes::testRare)
                        / RepeatWords.mean(comparison, PartSizes::testRows))));
    notes.add(
        "Δ to none          change on the same test rows; of these, only "
            + ComparisonCells.MARK.strip()
            + " gets a verdict");
    notes.add(
        PlainText.of(
            "recall, precision  at the threshold that %s chose on validation rows%s",
            comparison.protocol().threshold(), isCaughtShown ? "; caught: rare rows found" : ""));
    notes.add("at 1 %             recall where 1 % of the normal rows raise a false alarm");
    comparison.summaries().stream()
        .map(summary -> summary.figure(EvaluationMetric.RECALL_AT_FPR_1_PERCENT).skipped())
        .filter(Objects::nonNull)
        .findFirst()
        .map(UnmeasuredWords::of)
        .ifPresent(why -> notes.add(ReportNumbers.NONE + "                  " + why));
    comparison.summaries().stream()
        .flatMap(summary -> summary.thresholdFallbacks().stream())
        .findFirst()
        .map(FallbackWords::of)
        .ifPresent(why -> notes.add("thresholds         not all as asked for: " + why));
    return notes.stream()
        .flatMap(note -> LineBreaks.hanging(note, TextGrid.WIDTH, 19).stream())
        .toList();
  }

  private boolean isPrimary(ArmSummary summary) {
    return summary.arm().judged()
        && summary.classifier().equals(comparison.protocol().classifier());
  }

  private String name(Arm arm) {
    return onePlan ? arm.name() : ArmTitle.of(arm);
  }

  private Set<String> plans() {
    Set<String> plans = new LinkedHashSet<>();
    for (ArmSummary summary : comparison.summaries()) {
      if (!summary.arm().plan().equals(Addition.NOTHING)) {
        plans.add(summary.arm().plan().text());
      }
    }
    return plans;
  }

  private Set<String> classifiers() {
    Set<String> classifiers = new LinkedHashSet<>();
    classifiers.add(comparison.protocol().classifier());
    comparison.summaries().forEach(summary -> classifiers.add(summary.classifier()));
    return classifiers;
  }
}
