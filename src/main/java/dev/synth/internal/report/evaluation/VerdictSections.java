package dev.synth.internal.report.evaluation;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.compare.Detectable;
import dev.synth.compare.FreeBaselines;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.PrimaryContrast;
import dev.synth.compare.TimeBlocks;
import dev.synth.compare.Untested;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.wording.ArmTitle;
import dev.synth.internal.report.wording.FreeWords;
import dev.synth.internal.report.wording.RivalSentences;
import dev.synth.internal.report.wording.TestWords;
import dev.synth.internal.report.wording.UntestedWords;
import dev.synth.internal.report.wording.VerdictSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The numbers behind a verdict, and the differences beside it that get none, in tables. */
final class VerdictSections {
  private static final int MOST_SENTENCES = 4;

  private final Comparison comparison;

  VerdictSections(Comparison comparison) {
    this.comparison = comparison;
  }

  String html() {
    return Html.section("The verdict in numbers", numbers())
        + Html.section("Beside the verdict", descriptive());
  }

  private String numbers() {
    boolean anyUplift =
        comparison.primary().stream()
            .anyMatch(contrast -> !(contrast.freeBaselines() instanceof FreeBaselines.NoUplift));
    List<String> headers =
        new ArrayList<>(
            List.of(
                "Arm",
                "Verdict",
                "Change",
                "Standard error",
                "95 % interval",
                "p",
                "p, corrected",
                "Smallest effect",
                "At best",
                PlainText.of(
                    "What %s takes", ReportNumbers.plain(comparison.protocol().effect()))));
    List<String> rows = new ArrayList<>();
    for (PrimaryContrast contrast : comparison.primary()) {
      PairedDifference estimate = contrast.estimate();
      List<String> cells =
          new ArrayList<>(
              List.of(
                  Html.head(ArmTitle.of(estimate.arm())),
                  Html.word(contrast.word()),
                  Html.number(ReportNumbers.signed(estimate.mean())),
                  Html.number(ReportNumbers.plain(estimate.standardError())),
                  Html.number(interval(estimate)),
                  Html.number(ReportNumbers.probability(estimate.p())),
                  Html.number(ReportNumbers.probability(contrast.correctedP()))));
      cells.addAll(detectable(contrast));
      if (anyUplift) {
        cells.add(Html.prose(FreeWords.of(contrast.freeBaselines())));
      }
      rows.add(Html.row("", cells));
    }
    if (anyUplift) {
      headers.add("Beside what is free");
    }
    return Html.table(headers, rows)
        + besideOthers()
        + Html.note(
            "p: two-sided, by "
                + TestWords.of(comparison)
                + "; corrected for all rows of this table by Holm's method. Beside what is free: an"
                + " uplift counts for more where the arm also beats every free rival with one model"
                + " to serve, each with p < 0.05, and by the largest p after Holm over the arms."
                + ensembles()
                + " Smallest effect: the smallest true one that this experiment finds four times"
                + " out of five. At best: the same with ever more repeats.");
  }

  /**
   * Returns the sentences on what is free and on other rivals, behind a fold where arms are many.
   */
  private String besideOthers() {
    List<String> says =
        comparison.primary().stream()
            .flatMap(
                contrast ->
                    Stream.concat(
                        RivalSentences.besideFree(contrast).stream(),
                        RivalSentences.of(contrast).stream()))
            .toList();
    return says.size() > MOST_SENTENCES
        ? Html.details("Each arm beside what is free", Html.list(says))
        : says.stream().map(Html::note).collect(Collectors.joining());
  }

  /** Such as: bag serves 5 models; nothing where no arm serves several. */
  private String ensembles() {
    String several =
        comparison.summaries().stream()
            .map(ArmSummary::arm)
            .filter(arm -> arm.models() > 1)
            .map(arm -> PlainText.of("%s %d", arm.name(), arm.models()))
            .distinct()
            .collect(Collectors.joining(", "));
    return several.isEmpty()
        ? ""
        : PlainText.of(" Models to serve: %s, all other arms 1.", several);
  }

  /**
   * Returns the cells on what could have been seen: two numbers, and what the asked effect takes.
   */
  private static List<String> detectable(PrimaryContrast contrast) {
    Detectable detectable = contrast.detectable();
    if (detectable == null) {
      Untested note = contrast.estimate().note();
      return List.of(
          Html.number(ReportNumbers.NONE),
          Html.number(ReportNumbers.NONE),
          Html.prose(note == null ? ReportNumbers.NONE : UntestedWords.of(note)));
    }
    TimeBlocks blocks = contrast.estimate().blocks();
    boolean isByTime = blocks != null && detectable.blocksNeeded() != null;
    return List.of(
        Html.number(detectable.minimum() < 1 ? ReportNumbers.plain(detectable.minimum()) : "none"),
        Html.number(isByTime ? ReportNumbers.NONE : ReportNumbers.plain(detectable.limit())),
        Html.prose(takes(contrast, detectable)));
  }

  /** Returns what it takes to see the effect that was called worth having. */
  private static String takes(PrimaryContrast contrast, Detectable detectable) {
    TimeBlocks blocks = contrast.estimate().blocks();
    if (blocks != null && detectable.blocksNeeded() != null) {
      return PlainText.of(
          "about %s, not more repeats", VerdictSentence.needed(contrast, detectable));
    }
    if (detectable.repeatsNeeded() != null) {
      return PlainText.of("%d repeats", detectable.repeatsNeeded());
    }
    Long needed = detectable.testRareNeeded();
    return needed == null
        ? ReportNumbers.NONE
        : PlainText.of(
            "about %s rare test rows (here %s)",
            ReportNumbers.count(needed), ReportNumbers.count(contrast.testRare()));
  }

  private String descriptive() {
    List<String> rows = new ArrayList<>();
    List<PairedDifference> all = new ArrayList<>();
    comparison.primary().forEach(contrast -> all.addAll(contrast.rivals()));
    boolean anyNote = all.stream().anyMatch(row -> row.note() != null);
    for (PairedDifference row : all) {
      List<String> cells =
          new ArrayList<>(
              List.of(
                  Html.name(ArmTitle.of(row.arm())),
                  Html.cell(ArmTitle.of(row.reference())),
                  Html.cell(row.measure().title()),
                  Html.number(ReportNumbers.signed(row.mean())),
                  Html.number(interval(row)),
                  Html.number(ReportNumbers.probability(row.p()))));
      if (anyNote) {
        cells.add(Html.cell(row.note() == null ? "" : UntestedWords.of(row.note())));
      }
      rows.add(Html.row("", cells));
    }
    List<String> headers =
        new ArrayList<>(
            List.of("Arm", "Against", "Figure", "Change", "95 % interval", "p, not corrected"));
    if (anyNote) {
      headers.add("Note");
    }
    return Html.table(headers, rows)
        + Html.note(
            PlainText.of(
                "With %s. None of these gets a verdict: they help to read the one above.",
                comparison.protocol().classifier()));
  }

  private static String interval(PairedDifference row) {
    return row.low() == null
        ? ReportNumbers.NONE
        : PlainText.of(
            "%s to %s", ReportNumbers.signed(row.low()), ReportNumbers.signed(row.high()));
  }
}
