package dev.synth.internal.report.table;

import dev.synth.compare.Comparison;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.SecondaryContrast;
import dev.synth.compare.Untested;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.wording.ArmTitle;
import dev.synth.internal.report.wording.UntestedWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The endpoints beside the primary one: arms × endpoints. */
public final class EndpointTable {
  private EndpointTable() {}

  /** Returns the table of all arms; empty where average precision is the only endpoint. */
  public static Optional<FigureTable> of(Comparison comparison) {
    return table(comparison, comparison.endpoints());
  }

  /** Returns the table of the arms that were tested; empty where none was. */
  public static Optional<FigureTable> tested(Comparison comparison) {
    return table(
        comparison, comparison.endpoints().stream().filter(SecondaryContrast::tested).toList());
  }

  /** Returns the names of the endpoints, such as {@code recall and F1}. */
  public static String names(Comparison comparison) {
    List<String> titles =
        comparison.protocol().secondaryEndpoints().stream().map(EvaluationMetric::title).toList();
    return titles.size() == 1
        ? titles.getFirst()
        : String.join(", ", titles.subList(0, titles.size() - 1)) + " and " + titles.getLast();
  }

  private static Optional<FigureTable> table(
      Comparison comparison, List<SecondaryContrast> contrasts) {
    return contrasts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FigureTable(
                "Other endpoints",
                List.of("Arm", "Endpoint", "Δ to none [95 %]", "p, corrected", "Verdict"),
                List.of(
                    new FigureTable.Block(
                        comparison.protocol().classifier(),
                        contrasts.stream().map(EndpointTable::row).toList())),
                notes(comparison, contrasts)));
  }

  private static List<String> row(SecondaryContrast contrast) {
    PairedDifference estimate = contrast.estimate();
    return List.of(
        ArmTitle.of(estimate.arm()),
        estimate.measure().title(),
        change(estimate),
        ReportNumbers.probability(contrast.correctedP()),
        verdict(contrast));
  }

  private static String change(PairedDifference estimate) {
    String mean = ReportNumbers.signed(estimate.mean());
    return estimate.low() == null
        ? mean
        : PlainText.of(
            "%s [%s, %s]",
            mean, ReportNumbers.signed(estimate.low()), ReportNumbers.signed(estimate.high()));
  }

  private static String verdict(SecondaryContrast contrast) {
    return contrast.tested() ? contrast.word() : "not tested";
  }

  /**
   * The note on all of them, and below it why some have no p-value: cells have no room for that.
   */
  private static List<String> notes(Comparison comparison, List<SecondaryContrast> contrasts) {
    List<String> notes = new ArrayList<>(List.of(note(comparison)));
    List<SecondaryContrast> tested = contrasts.stream().filter(SecondaryContrast::tested).toList();
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (SecondaryContrast contrast : tested) {
      PairedDifference estimate = contrast.estimate();
      Untested why = estimate.note();
      if (why != null) {
        byReason
            .computeIfAbsent(UntestedWords.of(why), reason -> new ArrayList<>())
            .add(ArmTitle.of(estimate.arm()) + ", " + estimate.measure().title());
      }
    }
    byReason.forEach(
        (why, rows) ->
            notes.add(
                rows.size() == tested.size()
                    ? PlainText.of("Without p-value: %s.", why)
                    : PlainText.of("Without p-value: %s (%s).", String.join("; ", rows), why)));
    return notes;
  }

  private static String note(Comparison comparison) {
    int family = comparison.endpoints().size();
    return PlainText.of(
        "Tested only for arms whose average precision is uplift or harm. A family of their own:"
            + " %s, corrected by Holm's method. Thresholds are those of validation rows (%s). An"
            + " uplift in recall, with none at a fixed rate of false alarms, is a threshold that"
            + " moved.",
        family == 1 ? "one contrast" : family + " contrasts", comparison.protocol().threshold());
  }
}
