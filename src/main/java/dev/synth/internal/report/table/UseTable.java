package dev.synth.internal.report.table;

import dev.synth.compare.Comparison;
import dev.synth.compare.InUse;
import dev.synth.compare.PrimaryContrast;
import dev.synth.evaluate.Costs;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.wording.ArmTitle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of what the judged arms change in use. */
public final class UseTable {
  private UseTable() {}

  /** Returns the table; empty where nothing is judged, and for runs of old versions. */
  public static Optional<FigureTable> of(Comparison comparison) {
    Costs costs = comparison.protocol().asked().costs();
    List<List<String>> rows = new ArrayList<>();
    for (PrimaryContrast contrast : comparison.primary()) {
      InUse use = contrast.inUse();
      if (use != null) {
        rows.add(row(ArmTitle.of(contrast.estimate().arm()), use));
      }
    }
    String currency = costs == null ? null : costs.currency();
    return rows.isEmpty() ? Optional.empty() : Optional.of(table(comparison, currency, rows));
  }

  private static FigureTable table(
      Comparison comparison, @Nullable String currency, List<List<String>> rows) {
    List<String> headers = new ArrayList<>(List.of("Arm", "Δ found [95 %]", "Δ alerts [95 %]"));
    if (rows.getFirst().size() > headers.size()) {
      headers.add(PlainText.of("Δ saved [95 %%]%s", currency == null ? "" : ", " + currency));
    }
    return new FigureTable(
        "In use: out of 1,000 rare rows",
        headers,
        List.of(new FigureTable.Block(comparison.protocol().classifier(), rows)),
        List.of(
            PlainText.of(
                    "What changes beside none on as many rows as hold %s rare ones, at the"
                        + " threshold %s:",
                    ReportNumbers.count(InUse.RARE_ROWS), comparison.protocol().threshold())
                + " rare rows found, and alerts, right and wrong. Descriptive: intervals are not"
                + " corrected, and none of it gets a verdict."));
  }

  private static List<String> row(String arm, InUse use) {
    List<String> row = new ArrayList<>(List.of(arm, cell(use.found()), cell(use.alerts())));
    InUse.Change saved = use.saved();
    if (saved != null) {
      row.add(cell(saved));
    }
    return row;
  }

  private static String cell(InUse.Change change) {
    Double low = change.low();
    Double high = change.high();
    String mean = ReportNumbers.signedCount(change.mean());
    return low == null || high == null
        ? mean
        : PlainText.of(
            "%s [%s, %s]", mean, ReportNumbers.signedCount(low), ReportNumbers.signedCount(high));
  }
}
