package dev.synth.internal.report.evaluation;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Choice;
import dev.synth.compare.Comparison;
import dev.synth.compare.InUse;
import dev.synth.compare.Looks;
import dev.synth.compare.PartSizes;
import dev.synth.compare.PrimaryContrast;
import dev.synth.compare.Verdict;
import dev.synth.evaluate.Arm;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.compare.Diagnostics;
import dev.synth.internal.compare.RunFacts;
import dev.synth.internal.compare.ThresholdSweeps;
import dev.synth.internal.report.chart.ChartHtml;
import dev.synth.internal.report.chart.CountChart;
import dev.synth.internal.report.chart.DifferenceChart;
import dev.synth.internal.report.chart.LearningChart;
import dev.synth.internal.report.chart.RatioChart;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.LineBreaks;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.Troubles;
import dev.synth.internal.report.page.Page;
import dev.synth.internal.report.table.ArmOrder;
import dev.synth.internal.report.table.CostTable;
import dev.synth.internal.report.table.FigureTables;
import dev.synth.internal.report.wording.ArmTitle;
import dev.synth.internal.report.wording.Headline;
import dev.synth.internal.report.wording.LookSentence;
import dev.synth.internal.report.wording.RepeatWords;
import dev.synth.internal.report.wording.UseSentence;
import dev.synth.internal.report.wording.VerdictSentence;
import dev.synth.internal.report.wording.metric.FallbackWords;
import dev.synth.split.SplitOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The page of a comparison: the verdict first, then what it rests on. */
public final class EvaluationReport {
  /** More judged arms than these are counted in the subtitle, not named. */
  private static final int MOST_NAMED = 3;

  private static final String ON_SCREEN =
      "The page on the screen has more: the verdict in numbers, curves, money, alerts, every figure"
          + " and how it was measured.";

  private final Comparison comparison;
  private final Diagnostics description;
  private final ThresholdSweeps sweeps;
  private final @Nullable RunFacts facts;
  private final String verdictInWords;

  /**
   * A page.
   *
   * @param sweeps what thresholds do on validation rows, or {@link ThresholdSweeps#NONE}
   * @param facts what the run was; null for runs that did not write it
   */
  public EvaluationReport(
      Comparison comparison,
      Diagnostics description,
      ThresholdSweeps sweeps,
      @Nullable RunFacts facts) {
    this.sweeps = sweeps;
    this.facts = facts;
    this.comparison = ArmOrder.ofSeveral(comparison);
    this.description = description;
    this.verdictInWords = LineBreaks.sentenceCase(Headline.clause(comparison));
  }

  public String html() {
    return Page.of("Did the synthetic rows help?", subtitle(), Page.body(this::body));
  }

  private String body() {
    StringBuilder body = new StringBuilder();
    body.append(banner());
    body.append(new OneMinute(comparison, facts).html());
    body.append(Html.section("What each arm changes", differences()));
    body.append(new Explorer(comparison, sweeps).html());
    body.append(
        Html.section(
            "Arms and classifiers",
            new ArmTables(comparison).overview()
                + CountChart.of(comparison).map(ChartHtml::of).orElse("")));
    body.append("<div class=\"beyond\">\n");
    body.append(new VerdictSections(comparison).html());
    body.append(new DescriptionSections(description, comparison).html());
    if (!comparison.choices().isEmpty()) {
      body.append(Html.section("What was selected", choices()));
    }
    RatioChart.of(comparison)
        .ifPresent(chart -> body.append(Html.section("More synthetic rows", ChartHtml.of(chart))));
    if (comparison.doseResponse() != null) {
      body.append(
          Html.section(
              "More real rare rows",
              ChartHtml.of(LearningChart.of(comparison, comparison.doseResponse()))));
    }
    FigureTables.of(comparison).forEach(table -> body.append(table.html()));
    Map<String, Long> fits = facts == null ? null : facts.fits();
    if (fits != null) {
      CostTable.of(comparison, new CostTable.CostsByArm(Map.of(), Map.of(), fits))
          .ifPresent(table -> body.append(table.html()));
    }
    body.append(Troubles.section(comparison));
    body.append(Html.section("Every figure", new ArmTables(comparison).everything()));
    body.append(Html.section("How it was measured", method()));
    return body.append("</div>\n").append(Html.printed(ON_SCREEN)).toString();
  }

  /** Such as: {@code run f95eb35a · vae, ratio 0.1 · against none, class-weight}. */
  private String subtitle() {
    Set<String> judged = new LinkedHashSet<>();
    Set<String> rivals = new LinkedHashSet<>();
    for (ArmSummary summary : comparison.summaries()) {
      Arm arm = summary.arm();
      if (arm.judged()) {
        judged.add(ArmTitle.of(arm));
      } else {
        rivals.add(arm.name());
      }
    }
    String arms =
        judged.isEmpty()
            ? "no arm"
            : judged.size() <= MOST_NAMED ? String.join(" · ", judged) : judged.size() + " arms";
    String run = facts == null || facts.run() == null ? "" : "run " + facts.shortRun() + " · ";
    return PlainText.of("%s%s · against %s", run, arms, String.join(", ", noneFirst(rivals)));
  }

  private static List<String> noneFirst(Set<String> names) {
    return names.stream()
        .sorted(Comparator.comparing(name -> !name.equals(Arm.NONE.name())))
        .toList();
  }

  private String banner() {
    Verdict verdict = comparison.verdict();
    String tone =
        switch (verdict) {
          case Verdict.Uplift uplift -> "good";
          case Verdict.Harm harm -> "bad";
          case Verdict.Equivalent equivalent -> "even";
          case Verdict.Undecided undecided -> "open";
        };
    List<PrimaryContrast> primary = comparison.primary();
    InUse use = primary.size() == 1 ? primary.getFirst().inUse() : null;
    return Page.banner(
        tone,
        VerdictSentence.title(verdict),
        Html.paragraph(verdictInWords)
            + (use == null
                ? ""
                : Html.paragraph(
                    UseSentence.of(use, comparison.protocol(), comparison.repeats().size()))));
  }

  private String differences() {
    return ChartHtml.choice(
            "Difference in", DifferenceChart.of(comparison, description.differences()))
        + Html.note(
            PlainText.of(
                "The intervals allow for %s.",
                isByTime() ? "blocks of time that differ" : "repeats that share rows"));
  }

  /** Returns how often each arm was chosen, for each number of real rare rows. */
  private String choices() {
    Map<List<String>, Integer> times = new LinkedHashMap<>();
    for (Choice choice : comparison.choices()) {
      times.merge(List.of(choice.procedure(), ArmTitle.of(choice.arm())), 1, Integer::sum);
    }
    List<String> rows = new ArrayList<>();
    times.forEach(
        (chosen, count) ->
            rows.add(
                Html.row(
                    "",
                    List.of(
                        Html.head(chosen.get(0)),
                        Html.cell(chosen.get(1)),
                        Html.number(ReportNumbers.count(count))))));
    return Html.table(List.of("Procedure", "Chosen arm", "Repeats that chose it"), rows)
        + Html.note(
            PlainText.of(
                    "Each repeat chose by the average precision of %s: 'selected' on the repeat's"
                        + " own",
                    comparison.protocol().classifier())
                + " validation rows, 'auto' in folds of its training rows. What was chosen is the"
                + " repeat's result in the arm of that name.");
  }

  private String method() {
    List<String> facts = new ArrayList<>();
    String runs = RepeatWords.all(comparison);
    String split =
        switch (comparison.protocol().split()) {
          case RANDOM -> "at random, stratified";
          case GROUP -> "at random, by whole groups";
          case TIME -> "by time";
          case COLUMN -> "as a column says";
        };
    facts.add(
        PlainText.of(
            "%s, split %s; everything is refitted in each. Arms of one repeat share rows and"
                + " seeds.",
            LineBreaks.sentenceCase(runs), split));
    Looks looks = comparison.looks();
    if (looks != null) {
      facts.add(
          LookSentence.of(looks)
              + " Verdicts allow for the looks; intervals are those of the repeats that were"
              + " made.");
    }
    facts.add(
        PlainText.of(
            "Thresholds: %s, chosen on validation rows and applied to test rows as they are.",
            comparison.protocol().threshold()));
    facts.add("Test rows are real, and were opened once a repeat, after everything was chosen.");
    comparison.summaries().stream()
        .flatMap(summary -> summary.thresholdFallbacks().stream())
        .map(FallbackWords::of)
        .distinct()
        .forEach(why -> facts.add("Not every threshold is what its rule asked for: " + why + "."));
    if (isByTime()) {
      facts.add(
          "Every test window comes after the rows that are learned from, and was fitted several"
              + " times with other seeds: the first repeats are of the latest window. Their"
              + PlainText.of(
                  " differences are averaged; the uncertainty is that of %s.", restingOn()));
    }
    if (comparison.protocol().split() == SplitOptions.Method.COLUMN) {
      facts.add(
          PlainText.of(
              "All repeats learn from the same rows and test the same ones, with other seeds. Their"
                  + " differences are averaged; the uncertainty is that of %s.",
              restingOn()));
    }
    return Html.list(facts) + Html.details("Sizes of the parts", sizes());
  }

  private boolean isByTime() {
    return comparison.protocol().split() == SplitOptions.Method.TIME;
  }

  /** Such as: 28 test days in 2 windows, 3 refits each. */
  private String restingOn() {
    return comparison.primary().stream()
        .map(contrast -> contrast.estimate().blocks())
        .filter(Objects::nonNull)
        .map(RepeatWords::blocks)
        .findFirst()
        .orElse("blocks of test rows");
  }

  private String sizes() {
    List<String> rows = new ArrayList<>();
    int repeat = 1;
    for (PartSizes sizes : comparison.repeats()) {
      rows.add(
          Html.row(
              "",
              List.of(
                  Html.head(LineBreaks.sentenceCase(RepeatWords.one(comparison, repeat++))),
                  Html.number(part(sizes.trainingRows(), sizes.trainingRare())),
                  Html.number(part(sizes.validationRows(), sizes.validationRare())),
                  Html.number(part(sizes.testRows(), sizes.testRare())))));
    }
    return Html.table(List.of("", "Training", "Validation", "Test"), rows);
  }

  private static String part(int rows, int rare) {
    return PlainText.of("%s, %s rare", ReportNumbers.count(rows), ReportNumbers.count(rare));
  }
}
