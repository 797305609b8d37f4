package dev.synth.internal.validate.plot;

import dev.synth.internal.validate.metric.SampleColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of real, synthetic and majority rows, in bins that all of them share.
 *
 * @param name the column's name
 * @param kind how its values compare
 * @param measure which distance is taken
 * @param distance the distance of synthetic and rare training rows, in [0, 1]; null where either
 *     has fewer than three values
 * @param noise about the largest distance of as many rows from one distribution, in 19 cases of 20;
 *     null with the distance
 * @param scale how the axis runs
 * @param edges where bins meet, ascending, one fewer than there are bins, the outer ones being
 *     open: numbers, microseconds since 1970 or, of times of day, after midnight; empty for levels
 * @param widths how wide each bin is on the axis, 1 for most; empty for levels
 * @param levels the level of each bin; empty for numbers
 * @param rest whether one more bin holds all other levels
 * @param real rare training rows
 * @param synthetic synthetic rows
 * @param majority rows of the other class, or null where there are none
 * @param low for each bin where the share of synthetic rows begins to be unlike real rows
 * @param high for each bin up to where it is like them, in 19 of 20 bins
 */
public record ColumnPlot(
    String name,
    SampleColumn.Kind kind,
    DistanceMeasure measure,
    @Nullable Double distance,
    @Nullable Double noise,
    Scale scale,
    List<Double> edges,
    List<Double> widths,
    List<String> levels,
    boolean rest,
    Side real,
    Side synthetic,
    @Nullable Side majority,
    List<Double> low,
    List<Double> high) {
  public ColumnPlot {
    edges = List.copyOf(edges);
    widths = List.copyOf(widths);
    levels = List.copyOf(levels);
    low = List.copyOf(low);
    high = List.copyOf(high);
  }

  /** Returns how far the distance exceeds its noise; −1 where there is no distance. */
  double excess() {
    return distance == null || noise == null ? -1 : distance - noise;
  }

  /**
   * One side of a column.
   *
   * @param rows all rows
   * @param missing rows without a value; null for 1 to 4 real rows
   * @param counts rows a bin; of majority rows, 1 to 4 are written as 0
   */
  public record Side(int rows, @Nullable Integer missing, List<Integer> counts) {
    public Side {
      counts = List.copyOf(counts);
    }
  }

  /** The distance of two columns that is taken. */
  public enum DistanceMeasure {
    /** Kolmogorov and Smirnov's, of numbers and points in time. */
    KS,
    /** Kuiper's, of times of day. */
    KUIPER,
    /** The total variation distance, of levels. */
    TVD
  }

  /** The scale of an axis. */
  public enum Scale {
    /** Steps of one width are as far apart. */
    LINEAR,
    /** Steps of one factor are as far apart. */
    LOG,
    /** Linear around zero, and by factors far from it on either side. */
    SIGNED_LOG,
    /** Levels, without an axis. */
    LEVELS
  }
}
