package dev.synth.internal.report.table;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.Unmeasured;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.TextGrid;
import dev.synth.internal.report.wording.ArmTitle;
import dev.synth.internal.report.wording.metric.UnmeasuredWords;
import java.util.ArrayList;
import java.util.List;

/** The tables of the worth of a number of alerts, in all and a day. */
final class AlertTable {
  /** Of {@code 0.500 / 0.484}, with what Markdown puts between cells. */
  private static final int COLUMN = 16;

  /** The number of characters that Markdown puts around a line. */
  private static final int FRAME = 4;

  private final Comparison comparison;
  private final boolean daily;

  private AlertTable(Comparison comparison, boolean daily) {
    this.comparison = comparison;
    this.daily = daily;
  }

  /**
   * Returns the tables, each with as many budgets as a line of Markdown has room for; none where no
   * budget was asked for.
   */
  static List<FigureTable> of(Comparison comparison) {
    List<Integer> alerts = comparison.protocol().asked().alerts();
    if (alerts.isEmpty()) {
      return List.of();
    }
    List<FigureTable> tables = new ArrayList<>(new AlertTable(comparison, false).tables(alerts));
    ArmSummary any = comparison.summaries().getFirst();
    if (any.asked().containsKey(CostAndAlertMetrics.precisionIn(alerts.getFirst(), true))) {
      tables.addAll(new AlertTable(comparison, true).tables(alerts));
    }
    return tables;
  }

  private List<FigureTable> tables(List<Integer> alerts) {
    int longest =
        comparison.summaries().stream()
            .mapToInt(s -> ArmTitle.of(s.arm()).length())
            .max()
            .orElse(0);
    int most = Math.max(1, (TextGrid.WIDTH - FRAME - longest) / COLUMN);
    String title = daily ? "Alert budgets a day" : "Alert budgets";
    List<FigureTable> tables = new ArrayList<>();
    for (int first = 0; first < alerts.size(); first += most) {
      String part = alerts.size() <= most ? "" : PlainText.of(", part %d", tables.size() + 1);
      tables.add(table(title + part, alerts.subList(first, Math.min(alerts.size(), first + most))));
    }
    return tables;
  }

  private FigureTable table(String title, List<Integer> alerts) {
    List<String> headers = new ArrayList<>(List.of("Arm"));
    alerts.forEach(k -> headers.add(ReportNumbers.count(k) + (daily ? " a day" : " alerts")));
    return new FigureTable(
        title,
        headers,
        FigureTable.blocks(
            comparison, summary -> alerts.stream().map(k -> cell(summary, k)).toList()),
        notes(alerts));
  }

  private String cell(ArmSummary summary, int alerts) {
    return PlainText.of(
        "%s / %s",
        ReportNumbers.plain(summary.asked(CostAndAlertMetrics.precisionIn(alerts, daily)).mean()),
        ReportNumbers.plain(summary.asked(CostAndAlertMetrics.recallIn(alerts, daily)).mean()));
  }

  private List<String> notes(List<Integer> alerts) {
    List<String> notes = new ArrayList<>();
    notes.add(
        daily
            ? "Precision / recall of so many alerts on each test day, precision as the mean over"
                + " days; higher is better. With a random split a test day is only the test share"
                + " of that day's rows."
            : "Precision / recall: the share of rare rows among so many test rows with the highest"
                + " scores, and the share of all rare test rows that is among them; higher is"
                + " better. Of equal scores that the last alert cuts through, the expected number"
                + " counts.");
    comparison.summaries().stream()
        .flatMap(summary -> alerts.stream().flatMap(k -> skipped(summary, k).stream()))
        .distinct()
        .forEach(why -> notes.add(ReportNumbers.NONE + ": " + why + "."));
    return notes;
  }

  private List<String> skipped(ArmSummary summary, int alerts) {
    List<String> reasons = new ArrayList<>();
    for (String key :
        List.of(
            CostAndAlertMetrics.precisionIn(alerts, daily),
            CostAndAlertMetrics.recallIn(alerts, daily))) {
      Unmeasured why = summary.asked(key).skipped();
      if (why != null) {
        reasons.add(UnmeasuredWords.of(why));
      }
    }
    return reasons;
  }
}
