package dev.synth.benchmarks.interval;

import dev.synth.internal.base.PlainText;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The result of one data set with one arm: a line of the interval benchmark's results.
 *
 * @param population which population
 * @param rare how many rare rows a data set has
 * @param arm which arm
 * @param number which data set, from 1; below 0 for true effects
 * @param figures in the order of {@link Figure}; of a true effect the mean alone, the rest NaN
 */
@SuppressWarnings("ArrayRecordComponent") // shared inside the benchmark, never compared
record IntervalLine(
    IntervalPopulation population, int rare, IntervalArm arm, int number, double[] figures) {
  /** The figures that are written for a data set. */
  enum Figure {
    /** The mean difference over the repeats, or one training set's true difference. */
    MEAN,
    /** The sample variance of the differences. */
    SPREAD,
    /** The variance by rows' derivatives, and that of one repeat. */
    SLOPES,
    SLOPES_OF_ONE,
    /** The variance by leaving rows out, and that of one repeat. */
    LEFT,
    LEFT_OF_ONE,
    /** Its degrees of freedom. */
    FREEDOM,
    /** The rare units of a test part. */
    UNITS,
    /** The variance by a bootstrap of the rows; NaN where it was not drawn. */
    DRAWN
  }

  /** Returns the first line of a file. */
  static String header() {
    return "population,rare,arm,number,"
        + Arrays.stream(Figure.values())
            .map(figure -> figure.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(","));
  }

  /** A true effect. */
  static IntervalLine effect(
      IntervalPopulation population, int rare, IntervalArm arm, int number, double effect) {
    double[] figures = new double[Figure.values().length];
    Arrays.fill(figures, Double.NaN);
    figures[0] = effect;
    return new IntervalLine(population, rare, arm, number, figures);
  }

  /** Returns whether it is of a true effect. */
  boolean isTrue() {
    return number < 0;
  }

  @SuppressWarnings("EnumOrdinal") // the order of the columns of a file
  double figure(Figure figure) {
    return figures[figure.ordinal()];
  }

  String text() {
    return PlainText.of("%s,%d,%s,%d,", population.name(), rare, arm.name(), number)
        + Arrays.stream(figures)
            .mapToObj(figure -> Double.isNaN(figure) ? "" : Float.toString((float) figure))
            .collect(Collectors.joining(","));
  }

  static IntervalLine of(String text) {
    String[] fields = text.split(",", -1);
    return new IntervalLine(
        IntervalPopulation.valueOf(fields[0]),
        Integer.parseInt(fields[1]),
        IntervalArm.valueOf(fields[2]),
        Integer.parseInt(fields[3]),
        Arrays.stream(fields, 4, fields.length)
            .mapToDouble(field -> field.isEmpty() ? Double.NaN : Double.parseDouble(field))
            .toArray());
  }
}
