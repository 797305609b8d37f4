package dev.synth.internal.validate.diversity;

import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.TestSamples;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** 60 real and 40 synthetic rows by formula, so that NumPy can make the same. */
final class FormulaRows {
  // i = numpy.arange(60); x = i * 37 % 61 / 7; y = i * 23 % 59 / 5 * (1 + i % 3); z = i % 3
  private static final TestSamples REAL =
      rows(60, i -> i * 37 % 61 / 7.0, i -> i * 23 % 59 / 5.0 * (1 + i % 3), 3);
  // j = numpy.arange(40); x = j * 29 % 41 / 9 + 4.2; y = j * 17 % 43 / 6 * (1 + j % 2); z = j % 2
  private static final TestSamples SYNTHETIC =
      rows(40, j -> j * 29 % 41 / 9.0 + 4.2, j -> j * 17 % 43 / 6.0 * (1 + j % 2), 2);

  private FormulaRows() {}

  private static TestSamples rows(
      int count, IntToDoubleFunction x, IntToDoubleFunction y, int levels) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append((char) ('a' + i % levels));
    }
    return TestSamples.rows()
        .numbers("x", IntStream.range(0, count).mapToDouble(x).toArray())
        .numbers("y", IntStream.range(0, count).mapToDouble(y).toArray())
        .levels("z", letters.toString());
  }

  static Sample real() {
    return REAL.besides(SYNTHETIC);
  }

  static Sample synthetic() {
    return REAL.sample(SYNTHETIC);
  }
}
