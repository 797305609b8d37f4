package dev.synth.internal.report.synthesis;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.chart.Bars;
import dev.synth.internal.report.chart.Chart.Tone;
import dev.synth.internal.report.chart.ChartHtml;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.wording.metric.FindingSentence;
import dev.synth.internal.report.wording.metric.ReferenceWords;
import dev.synth.validate.Finding;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Charts of the findings of metrics beside their values. */
public final class FindingCharts {
  private FindingCharts() {}

  /** Returns the columns by which a classifier tells synthetic rows apart. */
  public static String discriminatingColumns(ValidationReport report) {
    Reading reading = deciding(report, "c2st_boosted");
    if (reading == null || reading.value() == null) {
      return "";
    }
    List<Finding.DiscriminatingColumn> columns = found(reading, Finding.DiscriminatingColumn.class);
    String area = area(reading);
    if (columns.isEmpty()) {
      return Html.paragraph(area + " No single column tells synthetic rows apart.");
    }
    return Html.paragraph(area)
        + ChartHtml.of(
            new Bars(
                "Discriminating columns",
                "How far the area under the ROC curve falls when a column is shuffled: the longer,"
                    + " the more a classifier tells synthetic rows by it. Shorter is better.",
                "fall of the area",
                true,
                columns.stream().map(Finding.DiscriminatingColumn::column).toList(),
                List.of(
                    Bars.Series.of(
                        "fall of the area",
                        columns.stream().map(Finding.DiscriminatingColumn::fall).toList(),
                        Tone.SYNTHETIC))));
  }

  private static String area(Reading reading) {
    return found(reading, Finding.Area.class).stream()
        .map(
            test ->
                PlainText.of(
                    "Gradient boosting tells synthetic from real rows with an area under the ROC"
                        + " curve of %s (%s to %s); 0.5 is guessing, 1 is certain.",
                    ReportNumbers.plain(test.area()),
                    ReportNumbers.plain(test.low()),
                    ReportNumbers.plain(test.high())))
        .collect(Collectors.joining(" "));
  }

  /** Returns how well the clusters of real rows are covered. */
  public static String patterns(ValidationReport report) {
    Reading reading = deciding(report, "cluster_coverage");
    List<Finding.Pattern> patterns =
        reading == null ? List.of() : found(reading, Finding.Pattern.class);
    if (reading == null || patterns.size() < 2) {
      return "";
    }
    List<String> names = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (Finding.Pattern pattern : patterns) {
      names.add(PlainText.of("Pattern %d", names.size() + 1));
      told.add(PlainText.of("Pattern %d: %s.", names.size(), FindingSentence.of(pattern)));
    }
    return ChartHtml.of(
            new Bars(
                "Patterns of the rare class, and how well they are covered",
                "Shares of rows in each cluster of real rows, the one that is covered least first."
                    + " The bars of a pair should be of one length; a short synthetic bar is a"
                    + " pattern that was lost.",
                "share of rows",
                true,
                names,
                List.of(
                    Bars.Series.of(
                        words(reading),
                        patterns.stream().map(Finding.Pattern::realShare).toList(),
                        Tone.REAL),
                    Bars.Series.of(
                        "synthetic rows",
                        patterns.stream().map(Finding.Pattern::syntheticShare).toList(),
                        Tone.SYNTHETIC))))
        + Html.list(told);
  }

  private static String words(Reading reading) {
    return ReferenceWords.of(reading.reference());
  }

  /** Returns the reading against held-out rows where there is one, else against training rows. */
  static @Nullable Reading deciding(ValidationReport report, String metric) {
    for (MetricReport each : report.metrics()) {
      if (each.metric().equals(metric)) {
        return each.readings().reversed().stream()
            .filter(reading -> reading.value() != null)
            .findFirst()
            .orElse(null);
      }
    }
    return null;
  }

  private static <T extends Finding> List<T> found(Reading reading, Class<T> kind) {
    return reading.findings().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
