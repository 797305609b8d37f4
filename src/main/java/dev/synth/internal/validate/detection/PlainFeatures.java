package dev.synth.internal.validate.detection;

import dev.synth.internal.classify.discriminate.JoinedSamples;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.stats.Medians;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Samples as the features of models. */
final class PlainFeatures {
  /** Rarer levels are all 0, and the trees' metrics see them. */
  private static final int MOST_LEVELS = 20;

  private PlainFeatures() {}

  /** Returns one feature a column: numbers as they are, levels by frequency, NaN where missing. */
  static FeatureMatrix columns(Sample... samples) {
    List<SampleColumn> columns = samples[0].columns();
    double[][] values = new double[columns.size()][];
    for (int column = 0; column < values.length; column++) {
      values[column] = joined(column, samples);
    }
    return FeatureMatrix.ofColumns(columns.stream().map(SampleColumn::name).toList(), values);
  }

  /** Returns finite features for a linear model: medians and 0/1 for missing, levels one-hot. */
  static FeatureMatrix linear(Sample... samples) {
    List<String> names = new ArrayList<>();
    List<double[]> features = new ArrayList<>();
    for (int column = 0; column < samples[0].columnCount(); column++) {
      SampleColumn kind = samples[0].columns().get(column);
      double[] values = joined(column, samples);
      if (kind.mayBeMissing()) {
        names.add(kind.name() + " is missing");
        features.add(Arrays.stream(values).map(v -> Double.isNaN(v) ? 1 : 0).toArray());
      }
      if (kind.isNumber()) {
        double median = filler(values);
        names.add(kind.name());
        features.add(Arrays.stream(values).map(v -> Double.isNaN(v) ? median : v).toArray());
      } else {
        for (int level = 0; level < Math.min(MOST_LEVELS, kind.levels().size()); level++) {
          int wanted = level;
          names.add(kind.name() + " = " + kind.levels().get(level));
          features.add(Arrays.stream(values).map(v -> v == wanted ? 1 : 0).toArray());
        }
      }
    }
    return FeatureMatrix.ofColumns(names, features.toArray(double[][]::new));
  }

  private static double[] joined(int column, Sample[] samples) {
    return Arrays.stream(samples)
        .flatMapToDouble(sample -> Arrays.stream(sample.values(column)))
        .map(value -> value + 0.0) // -0.0 becomes 0.0
        .toArray();
  }

  /** Returns what stands for a missing number: the upper median, and 0 where all are missing. */
  private static double filler(double[] values) {
    double median = Medians.upperMedian(values);
    return Double.isNaN(median) ? 0 : median;
  }

  /** Returns two samples as {@link #columns} has them. */
  static JoinedSamples joined(Sample first, Sample second) {
    return new JoinedSamples(columns(first, second), first.rowCount());
  }

  /** Returns for each row whether it is of the second sample. */
  static boolean[] secondSample(Sample first, Sample second) {
    boolean[] isSecond = new boolean[first.rowCount() + second.rowCount()];
    Arrays.fill(isSecond, first.rowCount(), isSecond.length, true);
    return isSecond;
  }
}
