package dev.synth.internal.report.evaluation;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.compare.PartSizes;
import dev.synth.compare.Verdict;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.compare.RunFacts;
import dev.synth.internal.report.chart.ChartHtml;
import dev.synth.internal.report.chart.DifferenceChart;
import dev.synth.internal.report.chart.ForestPlot;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.LineBreaks;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.page.Page;
import dev.synth.internal.report.table.ArmOrder;
import dev.synth.internal.report.wording.ArmTitle;
import dev.synth.internal.report.wording.Headline;
import dev.synth.internal.report.wording.VerdictSentence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The page of two runs: their verdicts, what differs between them, and their arms side by side. */
public final class TwoRuns {
  private static final List<EvaluationMetric> MEASURES =
      List.of(
          EvaluationMetric.AVERAGE_PRECISION,
          EvaluationMetric.RECALL,
          EvaluationMetric.PRECISION,
          EvaluationMetric.F1);

  private final Run first;
  private final Run second;

  /**
   * One of the runs.
   *
   * @param name what it is called
   * @param comparison what it found
   * @param facts what it was; null for runs that did not write it
   */
  public record Run(String name, Comparison comparison, @Nullable RunFacts facts) {
    public Run {
      comparison = ArmOrder.ofSeveral(comparison);
    }
  }

  public TwoRuns(Run first, Run second) {
    this.first = first;
    this.second = second;
  }

  /** Returns the page. */
  public String html() {
    return Page.of(
        "Two runs side by side",
        PlainText.of("%s · %s", first.name(), second.name()),
        Page.body(this::body));
  }

  private String body() {
    return "<div class=\"tiles wide\">\n"
        + verdict(first)
        + verdict(second)
        + "</div>\n"
        + Html.section("What they were", facts())
        + Html.section("The change in average precision", differences())
        + Html.section("Arms side by side", arms());
  }

  private static String verdict(Run run) {
    Verdict verdict = run.comparison().verdict();
    String tone =
        switch (verdict) {
          case Verdict.Uplift uplift -> "good";
          case Verdict.Harm harm -> "bad";
          case Verdict.Equivalent equivalent -> "";
          case Verdict.Undecided undecided -> "";
        };
    return PlainText.of(
        """
        <div class="tile %s"><p class="label">%s</p>
        <p class="value">%s</p>
        <p class="detail">%s</p></div>
        """,
        tone,
        Html.escape(run.name()),
        Html.escape(VerdictSentence.title(verdict)),
        Html.escape(LineBreaks.sentenceCase(Headline.clause(run.comparison()))));
  }

  private String facts() {
    List<String> rows = new ArrayList<>();
    fact(rows, "Run", run -> of(run, RunFacts::shortRun));
    fact(rows, "Command", run -> of(run, RunFacts::command));
    fact(rows, "Version", run -> of(run, RunFacts::version));
    fact(rows, "Seed", run -> of(run, facts -> String.valueOf(facts.seed())));
    fact(rows, "Data", run -> of(run, RunFacts::data));
    fact(rows, "Split", run -> run.comparison().protocol().split().name().toLowerCase(Locale.ROOT));
    fact(rows, "Classifier of the verdict", run -> run.comparison().protocol().classifier());
    fact(rows, "Threshold", run -> run.comparison().protocol().threshold());
    fact(
        rows,
        "Effect worth having",
        run -> ReportNumbers.plain(run.comparison().protocol().effect()));
    fact(rows, "Repeats", run -> ReportNumbers.count(run.comparison().repeats().size()));
    fact(rows, "Training rows", run -> mean(run, PartSizes::trainingRows));
    fact(rows, "Rare ones among them", run -> mean(run, PartSizes::trainingRare));
    fact(rows, "Test rows", run -> mean(run, PartSizes::testRows));
    fact(rows, "Rare ones among these", run -> mean(run, PartSizes::testRare));
    return Html.table(List.of("", first.name(), second.name()), rows)
        + Html.note("What differs is bold.");
  }

  private void fact(List<String> rows, String name, Function<Run, String> value) {
    String left = value.apply(first);
    String right = value.apply(second);
    rows.add(
        Html.row(
            left.equals(right) ? "" : "primary",
            List.of(Html.head(name), Html.cell(left), Html.cell(right))));
  }

  private static String of(Run run, Function<RunFacts, String> value) {
    return run.facts() == null ? ReportNumbers.NONE : value.apply(run.facts());
  }

  private static String mean(Run run, ToIntFunction<PartSizes> size) {
    return ReportNumbers.count(
        run.comparison().repeats().stream().mapToInt(size).average().orElse(0));
  }

  private String differences() {
    List<ForestPlot.Group> groups = new ArrayList<>();
    for (Run run : List.of(first, second)) {
      DifferenceChart.of(run.comparison(), null).stream()
          .limit(1) // the first chart is that of average precision against none
          .flatMap(chart -> chart.groups().stream())
          .map(group -> new ForestPlot.Group(run.name() + ": " + group.name(), group.rows()))
          .forEach(groups::add);
    }
    ForestPlot chart =
        new ForestPlot(
            "Average precision, against none",
            "Each run's arms against its own none: mean over repeats with its 95 % interval; the"
                + " small dots are single repeats. What is coloured gets a verdict.",
            "change in average precision",
            Math.min(
                first.comparison().protocol().effect(), second.comparison().protocol().effect()),
            groups);
    return (groups.isEmpty() ? "" : ChartHtml.of(chart))
        + Html.note(
            "What differs between the runs is not tested: they may have other rows, and each has"
                + " its own chance.");
  }

  private record Key(String classifier, String arm) {}

  private String arms() {
    Set<Key> keys = new LinkedHashSet<>();
    for (Run run : List.of(first, second)) {
      run.comparison()
          .summaries()
          .forEach(own -> keys.add(new Key(own.classifier(), ArmTitle.of(own.arm()))));
    }
    List<String> headers = new ArrayList<>(List.of("Arm"));
    for (EvaluationMetric measure : MEASURES) {
      headers.add(LineBreaks.sentenceCase(measure.title()) + ", " + first.name());
      headers.add(second.name());
    }
    List<String> rows = new ArrayList<>();
    for (String classifier : keys.stream().map(Key::classifier).distinct().toList()) {
      rows.add(
          PlainText.of(
              "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"%d\">%s</th></tr>\n",
              headers.size(), Html.escape(classifier)));
      for (Key key : keys) {
        if (key.classifier().equals(classifier)) {
          rows.add(Html.row("", cells(key)));
        }
      }
    }
    return Html.table(headers, rows)
        + Html.note(
            "Means over repeats on each run's own test rows; a dash where a run has no such arm.");
  }

  private List<String> cells(Key key) {
    List<String> cells = new ArrayList<>(List.of(Html.name(key.arm())));
    for (EvaluationMetric measure : MEASURES) {
      for (Run run : List.of(first, second)) {
        Optional<ArmSummary> own =
            run.comparison().summaries().stream()
                .filter(summary -> summary.classifier().equals(key.classifier()))
                .filter(summary -> ArmTitle.of(summary.arm()).equals(key.arm()))
                .findFirst();
        cells.add(
            Html.number(
                own.map(summary -> ReportNumbers.plain(summary.figure(measure).mean()))
                    .orElse(ReportNumbers.NONE)));
      }
    }
    return cells;
  }
}
