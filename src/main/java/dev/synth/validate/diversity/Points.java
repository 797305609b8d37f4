package dev.synth.validate.diversity;

import dev.synth.validate.Sample;
import dev.synth.validate.SampleColumn;
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
    double[][] rows = space.rows(sample);
    double[][] points = new double[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      points[row] = point(sample.columns(), rows[row]);
    }
    return points;
  }

  private static double[] point(List<SampleColumn> columns, double[] cells) {
    List<Double> point = new ArrayList<>();
    for (int column = 0; column < cells.length; column++) {
      SampleColumn kind = columns.get(column);
      boolean missing = Double.isNaN(cells[column]);
      if (kind.isNumber()) {
        point.add(missing ? 0 : cells[column]);
        if (kind.mayBeMissing()) {
          point.add(missing ? 1.0 : 0.0);
        }
      } else {
        int levels = Math.min(MOST_LEVELS, kind.levels().size());
        for (int level = 0; level < levels; level++) {
          point.add(cells[column] == level ? ONE_HOT : 0.0);
        }
        if (kind.mayBeMissing()) {
          point.add(missing ? ONE_HOT : 0.0);
        }
      }
    }
    return point.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
