package dev.synth.internal.report.evaluation;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.compare.Detectable;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The numbers behind a verdict, and the differences beside it that get none, in tables. */
final class VerdictSections {
  private final Comparison comparison;

  VerdictSections(Comparison comparison) {
    this.comparison = comparison;
  }

  String html() {
    return Html.section("The verdict in numbers", numbers())
        + Html.section("Beside the verdict", descriptive());
  }

  private String numbers() {
    List<String> rows = new ArrayList<>();
    for (PrimaryContrast contrast : comparison.primary()) {
      PairedDifference estimate = contrast.estimate();
      rows.add(
          Html.row(
              "",
              List.of(
                  Html.head(ArmTitle.of(estimate.arm())),
                  Html.word(contrast.word()),
                  Html.number(ReportNumbers.signed(estimate.mean())),
                  Html.number(ReportNumbers.plain(estimate.standardError())),
                  Html.number(interval(estimate)),
                  Html.number(ReportNumbers.probability(estimate.p())),
                  Html.number(ReportNumbers.probability(contrast.correctedP())),
                  Html.prose(FreeWords.of(contrast.freeBaselines())),
                  Html.prose(detectable(contrast)))));
    }
    return Html.table(
            List.of(
                "Arm",
                "Verdict",
                "Change",
                "Standard error",
                "95 % interval",
                "p",
                "p, corrected",
                "Beside what is free",
                "What could have been seen"),
            rows)
        + comparison.primary().stream()
            .flatMap(
                contrast ->
                    Stream.concat(
                        RivalSentences.besideFree(contrast).stream(),
                        RivalSentences.of(contrast).stream()))
            .map(Html::note)
            .collect(Collectors.joining())
        + Html.note(
            "p: two-sided, by "
                + TestWords.of(comparison)
                + "; corrected for all rows of this table by Holm's method. Beside what is free: an"
                + " uplift counts for more where the arm also beats every free rival with one model"
                + " to serve, each with p < 0.05, and by the largest p after Holm over the arms."
                + ensembles()
                + " What could have been seen: the"
                + " smallest true effect that this experiment finds four times out of five.");
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

  private static String detectable(PrimaryContrast contrast) {
    Detectable detectable = contrast.detectable();
    if (detectable == null) {
      Untested note = contrast.estimate().note();
      return note == null ? ReportNumbers.NONE : UntestedWords.of(note);
    }
    String asked = ReportNumbers.plain(detectable.effect());
    TimeBlocks blocks = contrast.estimate().blocks();
    if (blocks != null && detectable.blocksNeeded() != null) {
      return PlainText.of(
          "%s; %s takes about %s %s (here %s), not more repeats",
          ReportNumbers.plain(detectable.minimum()),
          asked,
          ReportNumbers.count(detectable.blocksNeeded()),
          UntestedWords.blocks(blocks.unit()),
          ReportNumbers.count(blocks.blocks()));
    }
    String start =
        PlainText.of(
            "%s; with ever more repeats %s",
            detectable.minimum() < 1 ? ReportNumbers.plain(detectable.minimum()) : "nothing",
            ReportNumbers.plain(detectable.limit()));
    if (detectable.repeatsNeeded() != null) {
      return PlainText.of("%s; %s takes %d repeats", start, asked, detectable.repeatsNeeded());
    }
    Long needed = detectable.testRareNeeded();
    return needed == null
        ? start
        : PlainText.of(
            "%s; %s is not reachable by repeats, it needs about %s rare test rows (here %s)",
            start, asked, ReportNumbers.count(needed), ReportNumbers.count(contrast.testRare()));
  }

  private String descriptive() {
    List<String> rows = new ArrayList<>();
    List<PairedDifference> all = new ArrayList<>();
    comparison.primary().forEach(contrast -> all.addAll(contrast.rivals()));
    for (PairedDifference row : all) {
      String note = row.note() == null ? "" : UntestedWords.of(row.note());
      rows.add(
          Html.row(
              "",
              List.of(
                  Html.name(ArmTitle.of(row.arm())),
                  Html.cell(ArmTitle.of(row.reference())),
                  Html.cell(row.measure().title()),
                  Html.number(ReportNumbers.signed(row.mean())),
                  Html.number(interval(row)),
                  Html.number(ReportNumbers.probability(row.p())),
                  Html.cell(note))));
    }
    return Html.table(
            List.of("Arm", "Against", "Figure", "Change", "95 % interval", "p, not corrected", ""),
            rows)
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
