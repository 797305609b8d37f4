package dev.synth.internal.report.table;

import static dev.synth.evaluate.CostAndAlertMetrics.AT_MIN_COST;
import static dev.synth.evaluate.CostAndAlertMetrics.COST;
import static dev.synth.evaluate.CostAndAlertMetrics.COST_WITHOUT_ALERTS;
import static dev.synth.evaluate.CostAndAlertMetrics.SAVED;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.compare.PartSizes;
import dev.synth.compare.Saving;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Costs;
import dev.synth.evaluate.MissedCost;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.LineBreaks;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.wording.ArmTitle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cost of errors, and the savings by alerts, in a table and in one sentence. */
public final class MoneyTable {
  private final Comparison comparison;
  private final Costs costs;

  private MoneyTable(Comparison comparison, Costs costs) {
    this.comparison = comparison;
    this.costs = costs;
  }

  /**
   * Returns a table for each threshold that was measured: the run's own, and the one that costs
   * least; none where no costs were given.
   */
  static List<FigureTable> of(Comparison comparison) {
    return asked(comparison).map(MoneyTable::tables).orElse(List.of());
  }

  /** Returns a terminal's paragraph, a blank line after it; nothing where no costs were given. */
  public static List<String> lines(Comparison comparison, int width) {
    List<String> lines = new ArrayList<>();
    asked(comparison)
        .ifPresent(
            money -> {
              lines.addAll(LineBreaks.wrapped(money.sentence(), width));
              lines.add("");
            });
    return lines;
  }

  private static Optional<MoneyTable> asked(Comparison comparison) {
    return Optional.ofNullable(comparison.protocol().asked().costs())
        .map(costs -> new MoneyTable(comparison, costs));
  }

  private List<FigureTable> tables() {
    List<FigureTable> tables = new ArrayList<>();
    tables.add(table(comparison.protocol().threshold(), ""));
    if (hasTwo()) {
      tables.add(table("min-cost", AT_MIN_COST));
    }
    return tables;
  }

  private FigureTable table(String rule, String at) {
    return new FigureTable(
        "Money, threshold " + rule,
        List.of("Arm", "Cost", "Saved", "Δ saved to none [95 %]"),
        FigureTable.blocks(comparison, summary -> cells(summary, at)),
        notes(at));
  }

  /** Returns whether the threshold that costs least is not the run's own. */
  private boolean hasTwo() {
    return comparison.summaries().getFirst().asked().containsKey(COST + AT_MIN_COST);
  }

  private List<String> cells(ArmSummary summary, String at) {
    return List.of(
        ReportNumbers.money(summary.asked(COST + at).mean()),
        ReportNumbers.money(summary.asked(SAVED + at).mean()),
        saving(summary.arm(), summary.classifier(), SAVED + at).map(MoneyTable::change).orElse(""));
  }

  private Optional<Saving> saving(Arm arm, String classifier, String figure) {
    return comparison.savings().stream()
        .filter(saving -> saving.arm().equals(arm) && saving.classifier().equals(classifier))
        .filter(saving -> saving.figure().equals(figure))
        .findFirst();
  }

  private static String change(Saving saving) {
    String mean = ReportNumbers.signedMoney(saving.mean());
    Double low = saving.low();
    Double high = saving.high();
    return low == null || high == null
        ? mean
        : PlainText.of(
            "%s [%s, %s]", mean, ReportNumbers.signedMoney(low), ReportNumbers.signedMoney(high));
  }

  private List<String> notes(String at) {
    List<String> notes = new ArrayList<>();
    notes.add(
        PlainText.of(
                "Sums over the %s test rows of a repeat%s, means over repeats. Alerting nobody"
                    + " costs %s;",
                ReportNumbers.count(
                    comparison.repeats().stream()
                        .mapToInt(PartSizes::testRows)
                        .average()
                        .orElse(0)),
                costs.currency() == null ? "" : ", in " + costs.currency(),
                ReportNumbers.money(
                    comparison.summaries().getFirst().asked(COST_WITHOUT_ALERTS).mean()))
            + " saved is what is left of that.");
    notes.add(
        PlainText.of(
            "A rare row without an alert costs %s, an alert %s, right or wrong.",
            switch (costs.missed()) {
              case MissedCost.Each same -> ReportNumbers.money(same.each());
              case MissedCost.Column own -> PlainText.of("its '%s'", own.column());
            },
            ReportNumbers.money(costs.alert())));
    notes.add(
        (at.equals(AT_MIN_COST) ? "The threshold costs least on validation rows. " : "")
            + "Δ saved is descriptive and gets no verdict; its interval is not corrected for"
            + " several arms.");
    comparison.savings().stream()
        .filter(saving -> saving.figure().equals(SAVED + at))
        .map(MoneyTable::few)
        .filter(few -> !few.isEmpty())
        .findFirst()
        .ifPresent(few -> notes.add(few.strip()));
    return notes;
  }

  /** Such as: Money: at the min-cost threshold the vae arm saves 1,234 EUR a repeat, …. */
  private String sentence() {
    String figure = hasTwo() ? SAVED + AT_MIN_COST : SAVED;
    String classifier = comparison.protocol().classifier();
    List<ArmSummary> own =
        comparison.summaries().stream()
            .filter(summary -> summary.classifier().equals(classifier))
            .toList();
    String nobody = amount(own.getFirst().asked(COST_WITHOUT_ALERTS).mean());
    String start =
        PlainText.of(
            "Money: alerting nobody costs %s a repeat; at the %s threshold of %s, ",
            nobody, hasTwo() ? "min-cost" : comparison.protocol().threshold(), classifier);
    Optional<ArmSummary> best =
        own.stream()
            .filter(summary -> summary.arm().judged())
            .max(Comparator.comparingDouble(summary -> mean(summary, figure)));
    if (best.isEmpty()) {
      return PlainText.of("%snone saves %s.", start, amount(own.getFirst().asked(figure).mean()));
    }
    ArmSummary arm = best.get();
    ArmSummary reference =
        own.stream()
            .filter(summary -> summary.arm().equals(arm.arm().reference()))
            .findFirst()
            .orElseThrow();
    return PlainText.of(
            "%s%s saves %s and %s saves %s%s.",
            start,
            name(arm.arm().reference()),
            amount(reference.asked(figure).mean()),
            name(arm.arm()),
            amount(arm.asked(figure).mean()),
            saving(arm.arm(), classifier, figure)
                .map(saving -> ": " + change(saving) + " (" + standing(own) + ")")
                .orElse(""))
        + saving(arm.arm(), classifier, figure).map(MoneyTable::few).orElse("");
  }

  /** A sentence of its own where few losses make up the money, else nothing. */
  private static String few(Saving saving) {
    Double effective = saving.effectiveLosses();
    return effective == null || !saving.restsOnFewLosses()
        ? ""
        : PlainText.of(
            " A few large losses make up most of this money, as if there were only %s: other data"
                + " could look quite different, and whether money is saved cannot be told.",
            ReportNumbers.count(effective));
  }

  /** Such as: vae (ratio 0.1, 16 rare rows). */
  private static String name(Arm arm) {
    String rest = ArmTitle.of(arm).substring(arm.name().length());
    return rest.isEmpty() ? arm.name() : PlainText.of("%s (%s)", arm.name(), rest.substring(2));
  }

  private static String standing(List<ArmSummary> own) {
    long judged = own.stream().filter(summary -> summary.arm().judged()).count();
    return judged == 1 ? "descriptive" : PlainText.of("the best of %d arms, descriptive", judged);
  }

  private String amount(@Nullable Double value) {
    String currency = costs.currency();
    return currency == null
        ? ReportNumbers.money(value)
        : ReportNumbers.money(value) + " " + currency;
  }

  private static double mean(ArmSummary summary, String figure) {
    Double mean = summary.asked(figure).mean();
    return mean == null ? Double.NEGATIVE_INFINITY : mean;
  }
}
