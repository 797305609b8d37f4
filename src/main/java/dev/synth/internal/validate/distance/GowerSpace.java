package dev.synth.internal.validate.distance;

import dev.synth.internal.stats.Circle;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The space in which rows of mixed columns have a distance, after Gower (1971): the mean over
 * columns of
 *
 * <ul>
 *   <li>min(1, |a − b| / spread) for numbers and points in time, with the column's 5 %-to-95 %
 *       spread on rare training rows where Gower has the range, so that one huge amount doesn't
 *       flatten all others;
 *   <li>the same for times of day, by the shorter way round the day;
 *   <li>0 or 1 for equal or different levels, and for numbers in a column that was constant;
 *   <li>0 where both cells are missing, 1 where one is.
 * </ul>
 *
 * <p>In [0, 1]; 0 for equal rows. A metric in the mathematical sense, since each part is one.
 *
 * <p>Every cell is encoded as one number so that a column's part is min(1, |a − b|) of the encoded
 * cells, or min(1, |a − b|, |p − |a − b||) where a turn of the day is p spreads. Levels and the
 * values of constant columns are whole numbers; missing is one that is far from all others.
 */
public final class GowerSpace {
  /** The value that stands for a missing number: further from every other than 1. */
  private static final double MISSING_NUMBER = 1e30;

  /** Encoded numbers are kept below it, so that differences stay finite in single precision. */
  private static final double LARGEST = 1e20;

  /** The code that stands for a missing level; levels are at least −1. */
  private static final double MISSING_CODE = -3;

  private final List<SampleColumn> columns;
  private final double[] origins;
  private final List<Map<Double, Integer>> codes = new ArrayList<>();

  /**
   * The space of a sample's columns.
   *
   * @param sample rows whose first present number in each column becomes the origin, so that
   *     numbers far from zero keep their precision
   */
  public GowerSpace(Sample sample) {
    this.columns = sample.columns();
    this.origins = new double[columns.size()];
    for (int column = 0; column < origins.length; column++) {
      codes.add(new HashMap<>());
      origins[column] = firstPresent(sample.values(column));
    }
  }

  private static double firstPresent(double[] values) {
    for (double value : values) {
      if (!Double.isNaN(value)) {
        return value;
      }
    }
    return 0;
  }

  /** Encodes a sample over the same columns. */
  public GowerRows rows(Sample sample) {
    double[][] encoded = new double[columns.size()][];
    for (int column = 0; column < encoded.length; column++) {
      encoded[column] = encode(column, sample.values(column));
    }
    return new GowerRows(encoded, turns(), sample.rowCount());
  }

  /** A turn of each column's circle in spreads, infinite where values lie on a line. */
  private double[] turns() {
    return columns.stream()
        .mapToDouble(
            column -> {
              Circle circle = column.circle();
              return circle == null || column.spread() == 0
                  ? Double.POSITIVE_INFINITY
                  : circle.circumference() / column.spread();
            })
        .toArray();
  }

  private double[] encode(int column, double[] values) {
    SampleColumn kind = columns.get(column);
    double[] encoded = new double[values.length];
    for (int row = 0; row < values.length; row++) {
      double value = values[row];
      if (!kind.isNumber()) {
        encoded[row] = Double.isNaN(value) ? MISSING_CODE : value;
      } else if (Double.isNaN(value)) {
        encoded[row] = MISSING_NUMBER;
      } else if (kind.spread() > 0) {
        encoded[row] = Math.clamp((value - origins[column]) / kind.spread(), -LARGEST, LARGEST);
      } else {
        encoded[row] = code(column, value + 0.0); // -0.0 and 0.0 are one value
      }
    }
    return encoded;
  }

  private double code(int column, double value) {
    Map<Double, Integer> known = codes.get(column);
    return known.computeIfAbsent(value, key -> known.size());
  }
}
