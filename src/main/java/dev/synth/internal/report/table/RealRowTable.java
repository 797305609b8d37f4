package dev.synth.internal.report.table;

import dev.synth.compare.Comparison;
import dev.synth.compare.DoseResponse;
import dev.synth.compare.RealRowEquivalent;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.wording.UntestedWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The number of real rare rows that synthetic ones replace: arms × numbers of real rare rows. */
public final class RealRowTable {
  private RealRowTable() {}

  /** Returns the table; empty where there is one number of real rare rows alone. */
  public static Optional<FigureTable> of(Comparison comparison) {
    return Optional.ofNullable(comparison.doseResponse()).map(response -> of(comparison, response));
  }

  private static FigureTable of(Comparison comparison, DoseResponse response) {
    List<Integer> numbers =
        response.realRowEquivalents().stream()
            .map(RealRowEquivalent::rareRows)
            .distinct()
            .sorted()
            .toList();
    List<String> headers = new ArrayList<>(List.of("Arm"));
    numbers.forEach(number -> headers.add("With " + ReportNumbers.count(number)));
    List<List<String>> rows = new ArrayList<>();
    for (String name : names(comparison, response)) {
      List<String> row = new ArrayList<>(List.of(name));
      numbers.forEach(number -> row.add(cell(response, name, number)));
      rows.add(row);
    }
    return new FigureTable(
        "Real-row equivalent",
        headers,
        List.of(new FigureTable.Block(response.classifier(), rows)),
        notes(response));
  }

  /** The arms in the comparison's order. */
  private static List<String> names(Comparison comparison, DoseResponse response) {
    List<String> named =
        response.realRowEquivalents().stream()
            .map(equivalent -> equivalent.arm().label())
            .distinct()
            .toList();
    return comparison.summaries().stream()
        .map(summary -> summary.arm().label())
        .distinct()
        .filter(named::contains)
        .toList();
  }

  /** Such as {@code 38 [4, ≥ 267]}; a dash where it cannot be told. */
  private static String cell(DoseResponse response, String name, int number) {
    return response.realRowEquivalents().stream()
        .filter(
            equivalent -> equivalent.arm().label().equals(name) && equivalent.rareRows() == number)
        .findFirst()
        .map(RealRowTable::text)
        .orElse(ReportNumbers.NONE);
  }

  private static String text(RealRowEquivalent equivalent) {
    if (equivalent.realRowEquivalent() == null) {
      return ReportNumbers.NONE;
    }
    String text = rows(equivalent, equivalent.realRowEquivalent());
    return equivalent.low() == null || equivalent.high() == null
        ? text
        : PlainText.of(
            "%s [%s, %s]",
            text, rows(equivalent, equivalent.low()), rows(equivalent, equivalent.high()));
  }

  private static String rows(RealRowEquivalent equivalent, double rows) {
    return (equivalent.isCensored(rows) ? "≥ " : "") + ReportNumbers.count(rows);
  }

  private static List<String> notes(DoseResponse response) {
    List<String> notes = new ArrayList<>();
    notes.add(curve(response));
    notes.add(
        "How many more real rare rows would have raised average precision as much as the arm did"
            + " [95 % interval], read off the curve of none between its points; ≥ where more than"
            + " all real rows would be needed. No verdict rests on it.");
    response.realRowEquivalents().stream()
        .flatMap(equivalent -> note(equivalent).stream())
        .distinct()
        .forEach(notes::add);
    return notes;
  }

  /** Such as: 16 rare rows: splits by time have no interval of it. */
  private static Optional<String> note(RealRowEquivalent equivalent) {
    return Optional.ofNullable(equivalent.note())
        .map(
            why ->
                PlainText.of(
                    "%s rare rows: %s.",
                    ReportNumbers.count(equivalent.rareRows()), UntestedWords.of(why)));
  }

  /** Such as: average precision of none: 0.512 with 16, 0.671 with 283 real rare rows. */
  private static String curve(DoseResponse response) {
    return PlainText.of(
        "Average precision of none with %s: %s real rare rows.",
        response.classifier(),
        response.curve().stream()
            .map(
                dose ->
                    PlainText.of(
                        "%s with %s",
                        ReportNumbers.plain(dose.averagePrecision()),
                        ReportNumbers.count(dose.rareRows())))
            .collect(Collectors.joining(", ")));
  }
}
