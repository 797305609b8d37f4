package dev.synth.internal.validate.diversity;

import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleColumn;
import java.util.ArrayList;
import java.util.List;

/** Rows of mixed columns as plain points, at the distances of {@link KernelSpace}. */
final class Points {
  /** Two one-hot vectors times it are 1 apart. */
  private static final double ONE_HOT = Math.sqrt(0.5);

  /** Rarer levels share the origin. */
  private static final int MOST_LEVELS = 20;

  private final KernelSpace space;

  Points(Sample real) {
    space = new KernelSpace(real);
  }

  /** Returns one point a row. */
  double[][] of(Sample sample) {
    double[][] cells = space.columns(sample);
    double[][] points = new double[sample.rowCount()][];
    for (int row = 0; row < points.length; row++) {
      points[row] = point(sample.columns(), cells, row);
    }
    return points;
  }

  private static double[] point(List<SampleColumn> columns, double[][] cells, int row) {
    List<Double> point = new ArrayList<>();
    for (int column = 0; column < cells.length; column++) {
      SampleColumn kind = columns.get(column);
      double cell = cells[column][row];
      boolean missing = Double.isNaN(cell);
      if (kind.isNumber()) {
        point.add(missing ? 0 : cell);
        if (kind.mayBeMissing()) {
          point.add(missing ? 1.0 : 0.0);
        }
      } else {
        int levels = Math.min(MOST_LEVELS, kind.levels().size());
        for (int level = 0; level < levels; level++) {
          point.add(cell == level ? ONE_HOT : 0.0);
        }
        if (kind.mayBeMissing()) {
          point.add(missing ? ONE_HOT : 0.0);
        }
      }
    }
    return point.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
