package dev.synth.internal.report.profile;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.profile.DriftProfile;
import dev.synth.internal.profile.DriftProfile.ColumnDrift;
import dev.synth.internal.report.chart.ChartHtml;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.Section;
import dev.synth.internal.report.format.Section.SectionTable;
import dev.synth.internal.report.format.TextGrid.Alignment;
import dev.synth.internal.report.look.Percent;
import java.util.ArrayList;
import java.util.List;

/** The changes of a table over time. */
final class TimeSections {
  private TimeSections() {}

  /**
   * Returns what changes over time.
   *
   * @param hasLabel whether rare rows are known
   */
  static Section drift(DriftProfile drift, boolean hasLabel) {
    List<String> headers = new ArrayList<>(List.of("from", "rows"));
    List<Alignment> sides = new ArrayList<>(List.of(Alignment.LEFT, Alignment.RIGHT));
    if (hasLabel) {
      headers.addAll(List.of("rare", "share"));
      sides.addAll(List.of(Alignment.RIGHT, Alignment.RIGHT));
    }
    List<List<String>> rows = new ArrayList<>();
    for (DriftProfile.Stretch stretch : drift.stretches()) {
      List<String> cells =
          new ArrayList<>(List.of(stretch.from(), ReportNumbers.count(stretch.rows())));
      if (hasLabel) {
        cells.add(ReportNumbers.count(stretch.rare()));
        cells.add(Percent.of(stretch.rare(), stretch.rows()));
      }
      rows.add(cells);
    }
    List<String> changes = new ArrayList<>();
    Double change = drift.rateChange();
    if (change != null) {
      changes.add(
          drift.rateChanges()
              ? PlainText.of(
                  "The share of rare rows %s: the halves differ by %.1f standard errors.",
                  change > 0 ? "rises" : "falls", Math.abs(change))
              : "The share of rare rows of the halves differs by no more than chance.");
    }
    if (drift.columns().isEmpty()) {
      changes.add("No column's later half differs from the earlier one by 0.1 or more.");
    } else {
      drift.columns().forEach(column -> changes.add(change(column)));
    }
    return new Section(
            PlainText.of("Over time: '%s' from %s to %s", drift.column(), drift.from(), drift.to()),
            List.of(),
            new SectionTable(headers, sides, rows))
        .followedBy(changes)
        .charted(hasLabel ? ChartHtml.of(ProfileCharts.rareShares(drift)) : "");
  }

  private static String change(ColumnDrift drift) {
    return drift.level() == null
        ? PlainText.of(
            "'%s' drifts: median %s in the earlier half, %s in the later one (distance %.2f).",
            drift.column(),
            ReportNumbers.significant(drift.early()),
            ReportNumbers.significant(drift.late()),
            drift.distance())
        : PlainText.of(
            "'%s' drifts: '%s' in %s of the earlier half, %s of the later one (distance %.2f).",
            drift.column(),
            drift.level(),
            Percent.of(drift.early(), 1),
            Percent.of(drift.late(), 1),
            drift.distance());
  }
}
