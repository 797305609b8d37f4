package dev.synth.internal.report.synthesis;

import dev.synth.internal.base.Micros;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.chart.Chart.Tone;
import dev.synth.internal.report.chart.ChartHtml;
import dev.synth.internal.report.chart.Panel;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.validate.metric.SampleColumn.Kind;
import dev.synth.internal.validate.plot.ColumnPlot;
import dev.synth.internal.validate.plot.Plots;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A panel a column, those that differ most first. */
public final class ColumnPanels {
  private static final int IN_SIGHT = 12;

  /** The number of further panels that is not worth a fold. */
  private static final int A_FEW = 3;

  private static final String REST = "other levels";

  private ColumnPanels() {}

  /** Returns the panels with what explains them; nothing where there is no column. */
  public static String of(Plots plots) {
    List<ColumnPlot> plotted = plots.columns().stream().filter(ColumnPanels::isPlotted).toList();
    if (plotted.isEmpty()) {
      return "";
    }
    List<Panel> panels = plotted.stream().map(ColumnPanels::panel).toList();
    int inSight = panels.size() <= IN_SIGHT + A_FEW ? panels.size() : IN_SIGHT;
    return Html.paragraph(summary(plotted))
        + key(plots)
        + ChartHtml.panels(
            panels,
            inSight,
            PlainText.of("The other %d columns, which differ less", panels.size() - inSight))
        + notes(plots);
  }

  private static String summary(List<ColumnPlot> plotted) {
    List<ColumnPlot> unlike = plotted.stream().filter(ColumnPanels::differs).toList();
    if (unlike.isEmpty()) {
      return PlainText.of(
          "None of %d columns differs more than by chance, that is more than 19 of 20 columns of"
              + " real rows would. Those nearest to it come first.",
          plotted.size());
    }
    return PlainText.of(
        "%d of %d columns differ%s more than 19 of 20 columns of real rows would by chance; those"
            + " come first.",
        unlike.size(), plotted.size(), unlike.size() == 1 ? "s" : "");
  }

  private static boolean differs(ColumnPlot column) {
    Double distance = column.distance();
    Double noise = column.noise();
    return distance != null && noise != null && distance > noise;
  }

  private static String key(Plots plots) {
    return "<p class=\"key\">"
        + swatch(
            "real",
            PlainText.of(
                "rare training rows (%s): line, or bar of a level", rows(plots.rows().real())))
        + swatch("band", "where synthetic rows would lie by chance, in 19 of 20 bins")
        + swatch(
            "synthetic",
            PlainText.of("synthetic rows (%s): line, or diamond", rows(plots.rows().synthetic())))
        + (plots.rows().majority() == 0
            ? ""
            : swatch(
                "majority",
                PlainText.of("other class (%s): area, or tick", rows(plots.rows().majority()))))
        + "</p>\n";
  }

  private static String rows(int count) {
    return ReportNumbers.count(count);
  }

  private static String swatch(String cssClass, String text) {
    return PlainText.of(
        "<span><i class=\"%s\" aria-hidden=\"true\"></i>%s</span> ",
        Html.escape(cssClass), Html.escape(text));
  }

  private static String notes(Plots plots) {
    String alone =
        plots.columns().stream()
            .filter(column -> !isPlotted(column))
            .map(ColumnPlot::name)
            .collect(Collectors.joining(", "));
    List<String> notes = new ArrayList<>();
    notes.add(
        "The axis of a column is linear or logarithmic, whichever spreads its rows out; the outer"
            + " bins are open. Bins with one to four real rows are merged with a neighbour, so that"
            + " no chart shows a person.");
    if (!alone.isEmpty()) {
      notes.add("One bin alone, and so no chart: " + alone + ".");
    }
    if (plots.columnsLeftOut() > 0) {
      notes.add(
          plots.columnsLeftOut() == 1
              ? "One column that differs less has no chart."
              : PlainText.of(
                  "%s columns that differ less have no chart.",
                  ReportNumbers.count(plots.columnsLeftOut())));
    }
    return Html.note(String.join(" ", notes));
  }

  private static boolean isPlotted(ColumnPlot column) {
    return column.real().counts().size() > 1;
  }

  private static Panel panel(ColumnPlot column) {
    List<Panel.Side> sides =
        Stream.of(
                side(Tone.REAL, column.real()),
                side(Tone.SYNTHETIC, column.synthetic()),
                column.majority() == null ? null : side(Tone.MAJORITY, column.majority()))
            .filter(Objects::nonNull)
            .toList();
    boolean even = column.widths().stream().allMatch(width -> width == 1);
    return new Panel(
        column.name(),
        description(column),
        edges(column),
        even ? List.of() : column.widths(),
        names(column),
        differs(column),
        sides,
        column.low(),
        column.high());
  }

  private static Panel.Side side(Tone tone, ColumnPlot.Side side) {
    return new Panel.Side(tone, side.rows(), side.missing(), side.counts());
  }

  private static List<String> names(ColumnPlot column) {
    List<String> names = new ArrayList<>(column.levels());
    if (column.kind() == Kind.LEVEL && column.rest()) {
      names.add(REST);
    }
    return names;
  }

  private static String description(ColumnPlot column) {
    Double distance = column.distance();
    Double noise = column.noise();
    List<String> parts = new ArrayList<>();
    if (distance != null && noise != null) {
      parts.add(
          PlainText.of(
              "%s: distance %s, by chance up to %s",
              differs(column) ? "Differs" : "As real rows",
              ReportNumbers.plain(distance),
              ReportNumbers.plain(noise)));
    } else {
      parts.add("Too few values to compare");
    }
    String missing = missing(column);
    if (!missing.isEmpty()) {
      parts.add(missing);
    }
    return String.join(". ", parts);
  }

  private static String missing(ColumnPlot column) {
    Integer real = column.real().missing();
    Integer synthetic = column.synthetic().missing();
    boolean none = real != null && real == 0 && (synthetic == null || synthetic == 0);
    return none
        ? ""
        : PlainText.of(
            "Missing: real %s, synthetic %s", share(column.real()), share(column.synthetic()));
  }

  private static String share(ColumnPlot.Side side) {
    Integer missing = side.missing();
    return missing == null
        ? "a few"
        : PlainText.of("%.1f %%", 100.0 * missing / Math.max(1, side.rows()));
  }

  private static List<String> edges(ColumnPlot column) {
    List<Double> edges = column.edges();
    return switch (column.kind()) {
      case LEVEL -> List.of();
      case NUMBER -> numbers(edges);
      case TIME_OF_DAY -> edges.stream().map(edge -> clock(edge.longValue())).toList();
      case TIME -> moments(edges);
    };
  }

  /** Between whole numbers lies a half: a bin is named by the first whole number in it. */
  private static List<String> numbers(List<Double> edges) {
    boolean whole = edges.stream().allMatch(edge -> Math.abs(edge % 1) == 0.5);
    return edges.stream()
        .map(edge -> ReportNumbers.significant(whole ? Math.ceil(edge) : edge))
        .toList();
  }

  private static String clock(long micros) {
    long minutes = Math.floorMod(micros / 60_000_000L, 24 * 60);
    return PlainText.of("%02d:%02d", minutes / 60, minutes % 60);
  }

  /** Days where bins are wide, minutes where several are of one day. */
  private static List<String> moments(List<Double> edges) {
    boolean days =
        edges.size() < 2
            || edges.getLast() - edges.getFirst() > (double) Micros.PER_DAY * edges.size();
    return edges.stream()
        .map(
            edge -> {
              String text =
                  LocalDateTime.ofEpochSecond(
                          Math.floorDiv(edge.longValue(), 1_000_000L), 0, ZoneOffset.UTC)
                      .toString();
              return days ? text.substring(0, 10) : text.replace('T', ' ');
            })
        .toList();
  }
}
