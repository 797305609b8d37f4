package dev.synth.internal.validate.diversity;

import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleColumn;
import java.util.List;

/** Rows of mixed columns as plain points, at the distances of {@link KernelSpace}. */
public final class Points {
  /** Two one-hot vectors times it are 1 apart. */
  private static final double ONE_HOT = Math.sqrt(0.5);

  /** Rarer levels share the origin. */
  private static final int MOST_LEVELS = 20;

  private final KernelSpace space;

  private final List<SampleColumn> columns;

  /** Points that are scaled as real rows are. */
  public Points(Sample real) {
    space = new KernelSpace(real);
    columns = real.columns();
  }

  /** Returns the first coordinate of a column; of the number of columns, that of all. */
  public int first(int column) {
    return columns.subList(0, column).stream().mapToInt(Points::width).sum();
  }

  /** Returns one point a row. */
  public double[][] of(Sample sample) {
    List<SampleColumn> columns = sample.columns();
    double[][] cells = space.columns(sample);
    double[][] points =
        new double[sample.rowCount()][columns.stream().mapToInt(Points::width).sum()];
    int first = 0;
    for (int column = 0; column < cells.length; column++) {
      SampleColumn kind = columns.get(column);
      for (int row = 0; row < points.length; row++) {
        put(kind, cells[column][row], points[row], first);
      }
      first += width(kind);
    }
    return points;
  }

  private static int width(SampleColumn kind) {
    return (kind.isNumber() ? 1 : levels(kind)) + (kind.mayBeMissing() ? 1 : 0);
  }

  private static int levels(SampleColumn kind) {
    return Math.min(MOST_LEVELS, kind.levels().size());
  }

  /** Writes a cell into a point of zeros. */
  private static void put(SampleColumn kind, double cell, double[] point, int first) {
    if (Double.isNaN(cell)) {
      if (kind.mayBeMissing()) {
        point[first + width(kind) - 1] = kind.isNumber() ? 1 : ONE_HOT;
      }
    } else if (kind.isNumber()) {
      point[first] = cell;
    } else if (cell >= 0 && cell < levels(kind)) {
      point[first + (int) cell] = ONE_HOT;
    }
  }
}
