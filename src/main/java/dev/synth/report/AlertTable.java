package dev.synth.report;

import dev.synth.evaluate.ArmSummary;
import dev.synth.evaluate.AskedFigures;
import dev.synth.evaluate.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What so many alerts are worth. */
final class AlertTable {
  private AlertTable() {}

  /** Returns the table; empty where no budget was asked for. */
  static Optional<FigureTable> of(Comparison comparison) {
    List<Integer> alerts = comparison.protocol().asked().alerts();
    if (alerts.isEmpty()) {
      return Optional.empty();
    }
    ArmSummary any = comparison.summaries().getFirst();
    boolean isDaily = any.asked().containsKey(AskedFigures.precisionIn(alerts.getFirst(), true));
    List<String> keys = new ArrayList<>();
    List<String> headers = new ArrayList<>(List.of("Arm"));
    for (boolean daily : isDaily ? new boolean[] {false, true} : new boolean[] {false}) {
      for (int k : alerts) {
        String budget = Numbers.count(k) + (daily ? " a day" : "");
        keys.add(AskedFigures.precisionIn(k, daily));
        headers.add("Precision in " + budget);
        keys.add(AskedFigures.recallIn(k, daily));
        headers.add("Recall in " + budget);
      }
    }
    return Optional.of(
        new FigureTable(
            "Alert budgets",
            headers,
            FigureTable.blocks(
                comparison,
                summary ->
                    keys.stream().map(key -> Numbers.plain(summary.asked(key).mean())).toList()),
            notes(comparison, isDaily)));
  }

  private static List<String> notes(Comparison comparison, boolean isDaily) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Precision: the share of rare rows among so many test rows with the highest scores; recall:"
            + " the share of all rare test rows that is among them. Of equal scores that the last"
            + " alert cuts through, the expected number counts.");
    if (isDaily) {
      notes.add(
          "A day: so many alerts on each test day, precision as the mean over days. With a random"
              + " split a test day is only the test share of that day's rows.");
    }
    comparison.summaries().stream()
        .flatMap(summary -> summary.asked().values().stream())
        .map(ArmSummary.Spread::skipped)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(why -> notes.add(Numbers.NONE + ": " + why + "."));
    return notes;
  }
}
