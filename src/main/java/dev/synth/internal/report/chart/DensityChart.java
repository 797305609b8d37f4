package dev.synth.internal.report.chart;

import java.util.List;

/**
 * Distributions of one number over common bins.
 *
 * @param title the heading
 * @param description what it shows, in words
 * @param axis what is distributed
 * @param edges edges of the bins, rising; one more than there are bins
 * @param series shares of the bins, once a series
 */
public record DensityChart(
    String title, String description, String axis, List<Double> edges, List<Series> series)
    implements Chart {
  public DensityChart {
    edges = List.copyOf(edges);
    series = List.copyOf(series);
    for (Series own : series) {
      if (own.shares().size() != edges.size() - 1) {
        throw new IllegalArgumentException("not a share for each bin");
      }
    }
  }

  /**
   * One distribution.
   *
   * @param name whose it is
   * @param shares the share of each bin
   * @param low lower edge of a band of chance around the shares; empty where there is none
   * @param high upper edge of the band; empty where there is none
   * @param tone what it stands for
   */
  public record Series(
      String name, List<Double> shares, List<Double> low, List<Double> high, Tone tone) {
    public Series {
      shares = List.copyOf(shares);
      low = List.copyOf(low);
      high = List.copyOf(high);
      Lengths.sameOrNone(shares, low);
      Lengths.sameOrNone(shares, high);
    }

    /** Returns a distribution without a band. */
    public static Series of(String name, List<Double> shares, Tone tone) {
      return new Series(name, shares, List.of(), List.of(), tone);
    }
  }
}
