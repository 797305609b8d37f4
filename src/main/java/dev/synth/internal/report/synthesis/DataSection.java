package dev.synth.internal.report.synthesis;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.chart.Bars;
import dev.synth.internal.report.chart.Chart;
import dev.synth.internal.report.chart.Chart.Tone;
import dev.synth.internal.report.chart.ChartHtml;
import dev.synth.internal.report.chart.LineChart;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.validate.plot.DataPlot;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The section about the training rows themselves. */
public final class DataSection {
  private static final int MOST_BARS = 15;

  private DataSection() {}

  /** Returns tiles, charts and a table of columns behind a fold. */
  public static String of(DataPlot data) {
    return tiles(data)
        + separation(data)
        + missing(data)
        + (data.drift() == null ? "" : drift(data.drift()))
        + Html.details("Every column", table(data));
  }

  private static String tiles(DataPlot data) {
    double share = 100.0 * data.rare() / Math.max(1, data.rows());
    return "<div class=\"tiles\">\n"
        + Html.tile("", "Training rows", ReportNumbers.count(data.rows()), "of both classes")
        + Html.tile(
            "",
            "Rare rows",
            ReportNumbers.count(data.rare()),
            PlainText.of("%.2f %% of the training rows", share))
        + Html.tile(
            "",
            "Copies",
            ReportNumbers.count(data.rareCopies()),
            PlainText.of(
                "rare rows that repeat another; %s of the other class",
                ReportNumbers.count(data.majorityCopies())))
        + Html.tile(
            "",
            "Label suspects",
            ReportNumbers.count(data.twoLabels()),
            "rare rows that equal one of the other class in every column")
        + "</div>\n";
  }

  private static String separation(DataPlot data) {
    List<DataPlot.ColumnOverview> columns =
        data.columns().stream()
            .filter(column -> column.separates() != null)
            .sorted(Comparator.comparingDouble(column -> -orZero(column.separates())))
            .limit(MOST_BARS)
            .toList();
    return columns.isEmpty()
        ? ""
        : ChartHtml.of(
            new Bars(
                "Columns that set the rare class apart",
                "Distance of rare and other training rows in each column alone (Kolmogorov-Smirnov"
                    + " or total variation): 0, no difference; 1, a column that gives the class"
                    + " away, which may be a leak.",
                "distance of the classes",
                true,
                columns.stream().map(DataPlot.ColumnOverview::name).toList(),
                List.of(
                    Bars.Series.of(
                        "distance of the classes",
                        columns.stream().map(column -> orZero(column.separates())).toList(),
                        Tone.REAL))));
  }

  private static String missing(DataPlot data) {
    List<DataPlot.ColumnOverview> columns =
        data.columns().stream()
            .filter(column -> most(column) > 0)
            .sorted(Comparator.comparingDouble(column -> -most(column)))
            .limit(MOST_BARS)
            .toList();
    if (columns.isEmpty()) {
      return Html.paragraph("No cell is missing.");
    }
    List<Bars.Series> series = new ArrayList<>();
    series.add(
        Bars.Series.of(
            "rare rows",
            columns.stream().map(DataPlot.ColumnOverview::missingRare).toList(),
            Tone.REAL));
    if (columns.stream().allMatch(column -> column.missingMajority() != null)) {
      series.add(
          Bars.Series.of(
              "other class",
              columns.stream().map(column -> orZero(column.missingMajority())).toList(),
              Tone.MAJORITY));
    }
    return ChartHtml.of(
        new Bars(
            "Missing cells",
            "The share of training rows without a value, by class. Where the two differ, that a"
                + " value is missing tells of the class.",
            "share of rows",
            true,
            columns.stream().map(DataPlot.ColumnOverview::name).toList(),
            series));
  }

  private static double most(DataPlot.ColumnOverview column) {
    return Math.max(column.missingRare(), orZero(column.missingMajority()));
  }

  private static double orZero(@Nullable Double value) {
    return value == null ? 0 : value;
  }

  private static String drift(DataPlot.Drift drift) {
    StringBuilder html = new StringBuilder();
    if (drift.blocks().size() > 1) {
      long first = drift.blocks().getFirst().from();
      List<Double> days = new ArrayList<>();
      List<Double> shares = new ArrayList<>();
      for (DataPlot.TimeBlock block : drift.blocks()) {
        days.add((block.from() - first) / 86_400e6);
        shares.add((double) block.rare() / Math.max(1, block.rows()));
      }
      days.add((drift.blocks().getLast().to() - first) / 86_400e6);
      shares.add(shares.getLast());
      html.append(
          ChartHtml.of(
              new LineChart(
                  "Rare rows over time",
                  PlainText.of(
                      "The share of rare rows in stretches of '%s' from %s to %s, each with five"
                          + " rare rows or more.",
                      drift.column(),
                      day(drift.blocks().getFirst().from()),
                      day(drift.blocks().getLast().to())),
                  Chart.Scale.of("days since " + day(drift.blocks().getFirst().from())),
                  new Chart.Scale("share of rare rows", 0, Double.NaN, false),
                  List.of(
                      new LineChart.Line(
                          "share of rare rows",
                          days,
                          shares,
                          List.of(),
                          List.of(),
                          List.of(),
                          true,
                          Tone.REAL)),
                  List.of())));
    }
    List<DataPlot.Shift> shifted =
        drift.columns().stream().filter(shift -> shift.distance() > shift.noise()).toList();
    if (shifted.isEmpty()) {
      return html
          + Html.paragraph(
              "No column of the other class changes from the earlier to the later half of the"
                  + " rows more than chance would have it.");
    }
    html.append(
        ChartHtml.of(
            new Bars(
                "Columns that drift",
                "Distance of the earlier and the later half of the other class's rows, for columns"
                    + " beyond chance. Where much drifts, split by time.",
                "distance of the halves",
                true,
                shifted.stream().map(DataPlot.Shift::column).toList(),
                List.of(
                    Bars.Series.of(
                        "distance of the halves",
                        shifted.stream().map(DataPlot.Shift::distance).toList(),
                        Tone.QUIET)))));
    return html.toString();
  }

  private static String day(long micros) {
    return LocalDateTime.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), 0, ZoneOffset.UTC)
        .toLocalDate()
        .toString();
  }

  private static String table(DataPlot data) {
    List<String> rows = new ArrayList<>();
    for (DataPlot.ColumnOverview column : data.columns()) {
      rows.add(
          Html.row(
              "",
              List.of(
                  Html.head(column.name()),
                  Html.cell(
                      switch (column.kind()) {
                        case NUMBER -> "number";
                        case TIME -> "time";
                        case TIME_OF_DAY -> "time of day";
                        case LEVEL -> "category";
                      }),
                  Html.number(percent(column.missingRare())),
                  Html.number(percent(column.missingMajority())),
                  Html.number(ReportNumbers.count(column.distinct())),
                  Html.number(percent(column.topShare())),
                  Html.number(ReportNumbers.plain(column.skew())),
                  Html.number(ReportNumbers.plain(column.separates())))));
    }
    return Html.table(
            List.of(
                "Column",
                "Type",
                "Missing, rare",
                "Missing, other class",
                "Distinct values, rare",
                "Most frequent value, rare",
                "Skewness, rare",
                "Distance of the classes"),
            rows)
        + Html.note(
            "Skewness is the quartiles': −1 to 1, 0 where the middle half is even. The most"
                + " frequent value has a share where at least five rare rows have it.");
  }

  private static String percent(@Nullable Double share) {
    return share == null ? ReportNumbers.NONE : PlainText.of("%.1f %%", 100 * share);
  }
}
