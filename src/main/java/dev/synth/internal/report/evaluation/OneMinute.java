package dev.synth.internal.report.evaluation;

import dev.synth.compare.Comparison;
import dev.synth.compare.InUse;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.PartSizes;
import dev.synth.compare.PrimaryContrast;
import dev.synth.compare.SecondaryContrast;
import dev.synth.compare.Verdict;
import dev.synth.evaluate.Costs;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.compare.RunFacts;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.wording.ArmTitle;
import dev.synth.internal.report.wording.Headline;
import dev.synth.internal.report.wording.RepeatWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The summary of a comparison for somebody with one minute: a few tiles, and where they come from.
 */
final class OneMinute {
  private static final List<EvaluationMetric> SHOWN =
      List.of(EvaluationMetric.RECALL, EvaluationMetric.F1);

  private final Comparison comparison;
  private final @Nullable RunFacts facts;

  /**
   * The part of a page.
   *
   * @param comparison its first primary contrast is shown
   * @param facts what the run was; null for runs that did not write it
   */
  OneMinute(Comparison comparison, @Nullable RunFacts facts) {
    this.comparison = comparison;
    this.facts = facts;
  }

  String html() {
    StringBuilder html = new StringBuilder();
    Headline.named(comparison)
        .ifPresent(
            shown ->
                html.append(Html.note(about(shown)))
                    .append("<div class=\"tiles\">\n")
                    .append(tiles(shown))
                    .append("</div>\n"));
    return html.append(where()).toString();
  }

  private String about(PrimaryContrast shown) {
    int judged = comparison.primary().size();
    String title = ArmTitle.of(shown.estimate().arm());
    return judged == 1
        ? PlainText.of("%s against none, with %s:", title, comparison.protocol().classifier())
        : PlainText.of(
            "%s, %s %d arms, against none, with %s. The intervals do not allow for this choice.",
            title, choice(shown), judged, comparison.protocol().classifier());
  }

  /** Such as "the best of"; an arm of another verdict may lie further out. */
  private String choice(PrimaryContrast shown) {
    boolean isHarm = shown.verdict() instanceof Verdict.Harm;
    Double mean = shown.estimate().mean();
    boolean isOutermost =
        mean != null
            && comparison.primary().stream()
                .map(contrast -> contrast.estimate().mean())
                .filter(Objects::nonNull)
                .allMatch(other -> isHarm ? mean <= other : mean >= other);
    return isOutermost
        ? PlainText.of("the %s of", isHarm ? "worst" : "best")
        : "the arm that the verdict names, of";
  }

  private String tiles(PrimaryContrast contrast) {
    String tone =
        switch (contrast.verdict()) {
          case Verdict.Uplift uplift -> "good";
          case Verdict.Harm harm -> "bad";
          case Verdict.Equivalent equivalent -> "";
          case Verdict.Undecided undecided -> "";
        };
    StringBuilder tiles = new StringBuilder(change("Average precision", tone, contrast.estimate()));
    for (EvaluationMetric measure : SHOWN) {
      comparison.endpoints().stream()
          .map(SecondaryContrast::estimate)
          .filter(row -> row.measure() == measure)
          .filter(row -> row.arm().equals(contrast.estimate().arm()))
          .filter(row -> row.mean() != null)
          .findFirst()
          .ifPresent(
              row ->
                  tiles.append(change(measure == EvaluationMetric.F1 ? "F1" : "Recall", "", row)));
    }
    InUse use = contrast.inUse();
    if (use != null) {
      tiles.append(use(use));
    }
    if (facts != null && facts.gates() != null) {
      tiles.append(gates(facts.gates()));
    }
    return tiles.toString();
  }

  private static String change(String label, String tone, PairedDifference row) {
    Double low = row.low();
    Double high = row.high();
    return Html.tile(
        tone,
        label,
        ReportNumbers.signed(row.mean()),
        low == null || high == null
            ? "no interval"
            : PlainText.of(
                "95 %% interval %s to %s", ReportNumbers.signed(low), ReportNumbers.signed(high)));
  }

  private String use(InUse use) {
    String tiles =
        Html.tile(
            "",
            PlainText.of("Found in %s rare rows", ReportNumbers.count(InUse.RARE_ROWS)),
            more(use.found().mean(), ""),
            PlainText.of(
                "%s; for %s, right and wrong", beside(), more(use.alerts().mean(), "alerts")));
    InUse.Change saved = use.saved();
    if (saved == null) {
      return tiles;
    }
    Costs costs = comparison.protocol().asked().costs();
    String currency = costs == null || costs.currency() == null ? "" : " " + costs.currency();
    Double low = saved.low();
    Double high = saved.high();
    return tiles
        + Html.tile(
            "",
            PlainText.of("Saved in %s rare rows", ReportNumbers.count(InUse.RARE_ROWS)),
            ReportNumbers.signedCount(saved.mean()) + currency,
            low == null || high == null
                ? beside() + "; no interval says how far off"
                : PlainText.of(
                    "%s; 95 %% interval %s to %s",
                    beside(), ReportNumbers.signedCount(low), ReportNumbers.signedCount(high)));
  }

  /** Such as "at the max-f1 threshold, beside none". */
  private String beside() {
    return PlainText.of("at the %s threshold, beside none", comparison.protocol().threshold());
  }

  /** Such as "25 more alerts". */
  private static String more(double change, String what) {
    double whole = Math.rint(change);
    return PlainText.of(
            "%s %s %s", ReportNumbers.count(Math.abs(whole)), whole < 0 ? "fewer" : "more", what)
        .strip();
  }

  private static String gates(RunFacts.Gates gates) {
    int all = gates.passed() + gates.failed().size() + gates.undecided();
    List<String> rest = new ArrayList<>();
    if (!gates.failed().isEmpty()) {
      rest.add("failed: " + String.join(", ", gates.failed()));
    }
    if (gates.undecided() > 0) {
      rest.add(gates.undecided() + " could not be judged");
    }
    return Html.tile(
        gates.failed().isEmpty() ? "" : "bad",
        "Gates passed",
        PlainText.of("%d of %d", gates.passed(), all),
        rest.isEmpty() ? PlainText.of("preset %s", gates.preset()) : String.join("; ", rest));
  }

  /** Data, generator, seed, version and the command. */
  private String where() {
    StringBuilder html = new StringBuilder("<dl class=\"facts\">\n");
    String sizes =
        PlainText.of(
            "%s rows to learn from (%s rare), %s to test on (%s rare), in %s",
            mean(PartSizes::trainingRows),
            mean(PartSizes::trainingRare),
            mean(PartSizes::testRows),
            mean(PartSizes::testRare),
            comparison.repeats().size() == 1
                ? "one repeat"
                : "each of " + RepeatWords.all(comparison));
    html.append(fact("Data", (facts == null ? "" : facts.data() + ": ") + sizes));
    html.append(
        fact(
            "Classifiers",
            comparison.summaries().stream()
                .map(summary -> summary.classifier())
                .distinct()
                .collect(Collectors.joining(", "))));
    if (facts != null) {
      if (facts.generator() != null) {
        html.append(fact("Generator", facts.generator()));
      }
      html.append(fact("Seed", String.valueOf(facts.seed())));
      html.append(fact("Version", facts.version()));
      html.append(again(facts));
    }
    return html.append("</dl>\n").toString();
  }

  /** The command; a run whose gate failed gets this far by --force alone. */
  private static String again(RunFacts facts) {
    boolean forced = facts.gates() != null && !facts.gates().failed().isEmpty();
    boolean withRows = facts.command().equals("generate"); // whose folder has the config
    return PlainText.of(
        "<dt>Again</dt><dd><code>%s</code> %s</dd>\n",
        Html.escape(
            PlainText.of(
                "synth %s --config resolved.yaml%s", facts.command(), forced ? " --force" : "")),
        Html.escape(
            withRows
                ? "with the file of the run's folder in synthetic-out"
                : "with the file beside this page"));
  }

  private String mean(ToIntFunction<PartSizes> size) {
    return ReportNumbers.count(comparison.repeats().stream().mapToInt(size).average().orElse(0));
  }

  private static String fact(String name, String value) {
    return PlainText.of("<dt>%s</dt><dd>%s</dd>\n", Html.escape(name), Html.escape(value));
  }
}
