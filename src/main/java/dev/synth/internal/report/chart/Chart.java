package dev.synth.internal.report.chart;

/**
 * One chart of a page, as data. A page's script plots it, and writes the table behind it.
 *
 * <p>Numbers that are not finite are gaps. Lists that belong together have one length.
 */
public sealed interface Chart
    permits Bars, DensityChart, ForestPlot, HeatMap, LineChart, Panel, Scatter {
  /** Returns the chart's heading, in words. */
  String title();

  /** Returns what the chart shows, for those who cannot see it: a sentence or two. */
  String description();

  /** The meaning of a series, which settles its colour on every chart of a page. */
  enum Tone {
    /** The next colour of the palette. */
    NEXT,
    /** The series that others are compared with: grey. */
    QUIET,
    /** Real rows. */
    REAL,
    /** Synthetic rows. */
    SYNTHETIC,
    /** Rows of the other class. */
    MAJORITY
  }

  /**
   * An axis.
   *
   * @param name what it measures, with its unit
   * @param min where it begins; not finite where the values decide
   * @param max where it ends; not finite where the values decide
   * @param log whether it is logarithmic; all values are above 0 then
   */
  record Scale(String name, double min, double max, boolean log) {
    /** Returns an axis that begins and ends where the values do. */
    public static Scale of(String name) {
      return new Scale(name, Double.NaN, Double.NaN, false);
    }

    /** Returns an axis from 0 to 1. */
    public static Scale share(String name) {
      return new Scale(name, 0, 1, false);
    }
  }
}
