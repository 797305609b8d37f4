package dev.synth.internal.report.profile;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.profile.DriftProfile;
import dev.synth.internal.profile.DriftProfile.ColumnDrift;
import dev.synth.internal.profile.DriftProfile.Stretch;
import dev.synth.internal.report.chart.Bars;
import dev.synth.internal.report.chart.Bars.Series;
import dev.synth.internal.report.chart.Chart.Tone;
import dev.synth.internal.report.chart.ChartHtml;
import dev.synth.internal.report.format.Percent;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.Section;
import dev.synth.internal.report.format.Section.SectionTable;
import dev.synth.internal.report.format.TextGrid.Alignment;
import java.util.ArrayList;
import java.util.List;

/** The changes of a table over time. */
public final class TimeSection {
  private static final int DAY = 10;
  private static final String DATE_AND_TIME = "\\d{4}-\\d\\d-\\d\\d .*";

  private TimeSection() {}

  /**
   * Returns what changes over time.
   *
   * @param hasLabel whether rare rows are known
   */
  public static Section of(DriftProfile drift, boolean hasLabel) {
    List<String> headers = new ArrayList<>(List.of("from", "rows"));
    List<Alignment> sides = new ArrayList<>(List.of(Alignment.LEFT, Alignment.RIGHT));
    if (hasLabel) {
      headers.addAll(List.of("rare", "share"));
      sides.addAll(List.of(Alignment.RIGHT, Alignment.RIGHT));
    }
    List<List<String>> rows = new ArrayList<>();
    List<String> begins = begins(drift);
    for (int i = 0; i < begins.size(); i++) {
      Stretch stretch = drift.stretches().get(i);
      List<String> cells =
          new ArrayList<>(List.of(begins.get(i), ReportNumbers.count(stretch.rows())));
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
    boolean hasChart = hasLabel && !rows.isEmpty();
    return new Section(
        PlainText.of("Over time: '%s'", drift.column()),
        List.of(PlainText.of("From %s to %s.", drift.from(), drift.to())),
        rows.isEmpty() ? null : new SectionTable(headers, sides, rows),
        changes,
        hasChart ? ChartHtml.of(rareShares(drift)) : "");
  }

  /** Returns the share of rare rows in each stretch of time. */
  static Bars rareShares(DriftProfile drift) {
    return new Bars(
        "Share of rare rows over time",
        "Stretches of about as many rows each, in the order of time.",
        "rare rows, %",
        false,
        begins(drift),
        List.of(
            Series.of(
                "rare rows, %",
                drift.stretches().stream()
                    .map(stretch -> 100.0 * stretch.rare() / Math.max(1, stretch.rows()))
                    .toList(),
                Tone.REAL)));
  }

  /**
   * Returns when stretches begin, without the time of day where each begins on a day of its own.
   */
  private static List<String> begins(DriftProfile drift) {
    List<String> times = drift.stretches().stream().map(Stretch::from).toList();
    List<String> days =
        times.stream().map(time -> time.length() > DAY ? time.substring(0, DAY) : time).toList();
    boolean areDays = times.stream().allMatch(time -> time.matches(DATE_AND_TIME));
    return areDays && days.stream().distinct().count() == days.size() ? days : times;
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
