package dev.synth.internal.report.profile;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.YamlText;
import dev.synth.internal.profile.DriftProfile;
import dev.synth.internal.profile.DriftProfile.ColumnDrift;
import dev.synth.internal.profile.SplitAdvice;
import dev.synth.internal.report.chart.ChartHtml;
import dev.synth.internal.report.format.LineBreaks;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.Section;
import dev.synth.internal.report.format.Section.SectionTable;
import dev.synth.internal.report.format.TextGrid.Alignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The changes of a table over time, and the split that they make advisable. */
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

  /** Returns the split to take, and why. */
  static Section split(SplitAdvice split) {
    List<String> says = new ArrayList<>();
    String grouped =
        split.group() == null ? "" : PlainText.of(", group: %s", YamlText.of(split.group()));
    boolean groups = split.reasons().contains(SplitAdvice.Reason.GROUPED);
    if (split.byTime()) {
      says.add(
          PlainText.of(
              "split: {method: time}, with data: {time: %s%s}",
              YamlText.of(Objects.requireNonNull(split.time())), groups ? grouped : ""));
    } else {
      says.add(
          groups
              ? PlainText.of(
                  "split: {method: random}, with data: {group: %s}",
                  YamlText.of(Objects.requireNonNull(split.group())))
              : "split: {method: random}, the default");
    }
    for (SplitAdvice.Reason reason : split.reasons()) {
      says.add(LineBreaks.sentenceCase(why(reason, split)));
    }
    return new Section("Advisable split", says);
  }

  private static String why(SplitAdvice.Reason reason, SplitAdvice split) {
    return switch (reason) {
      case DRIFT ->
          "things change over time, so a random split looks better than the future will be.";
      case NO_DRIFT ->
          PlainText.of(
              "nothing changes over '%s' by more than chance; a split by time would cost test rows"
                  + " and show little more.",
              split.time());
      case FEW_LATE ->
          PlainText.of(
              "the last fifth of the time has %d rare rows, and a verdict by time takes %d: too"
                  + " few.",
              split.lateRare(), SplitAdvice.FEWEST_LATE);
      case NO_TIME -> "no column orders the rows in time; if one does, name it as the time.";
      case GROUPED ->
          PlainText.of(
              "rare rows come in %s groups of '%s': unless a group stays on one side, a random"
                  + " split has neighbours on both sides and looks too good.",
              ReportNumbers.count(split.groups()), split.group());
      case UNGROUPED ->
          PlainText.of(
              "rare rows hardly share a '%s', so it need not be kept together.", split.group());
      case NO_GROUP ->
          "no column names what rows belong to (a card, a customer); if one does, name it as the"
              + " group.";
    };
  }
}
