package dev.synth.internal.report.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of several sides over common bins or levels, small enough to stand among many: rows
 * are counted, and a page's script makes shares of them.
 *
 * @param title the column's name
 * @param description how far the sides differ, in words
 * @param edges texts of where bins meet, one fewer than there are bins, the outer bins being open;
 *     empty for levels
 * @param widths how wide each bin is on the axis; empty where all are of one width
 * @param names the levels; empty for bins
 * @param strong whether the panel catches the eye, since its sides differ
 * @param sides the counts, the first side's with the band around it
 * @param low lower edges of the band, as shares, one a bin or level
 * @param high upper edges of the band
 */
public record Panel(
    String title,
    String description,
    List<String> edges,
    List<Double> widths,
    List<String> names,
    boolean strong,
    List<Side> sides,
    List<Double> low,
    List<Double> high)
    implements Chart {
  public Panel {
    edges = List.copyOf(edges);
    widths = List.copyOf(widths);
    names = List.copyOf(names);
    sides = List.copyOf(sides);
    low = List.copyOf(low);
    high = List.copyOf(high);
    int bins = names.isEmpty() ? edges.size() + 1 : names.size();
    for (Side side : sides) {
      if (side.counts().size() != bins) {
        throw new IllegalArgumentException("not a count for each bin");
      }
    }
    Lengths.same(low, high);
  }

  /**
   * One side.
   *
   * @param tone what it stands for
   * @param rows all rows
   * @param missing rows without a value; null where they are too few to be told
   * @param counts rows a bin or level
   */
  public record Side(Tone tone, int rows, @Nullable Integer missing, List<Integer> counts) {
    public Side {
      counts = List.copyOf(counts);
    }
  }
}
