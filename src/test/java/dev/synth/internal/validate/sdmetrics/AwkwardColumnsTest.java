package dev.synth.internal.validate.sdmetrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.TestSamples;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Points in time, booleans with gaps, constant and empty columns.
 *
 * <p>Expected scores from a program in NumPy and SciPy that follows the source of SDMetrics step by
 * step, with points in time as int64 nanoseconds ({@code pandas.to_numeric}), as floats where one
 * is missing: {@code scipy.stats.ks_2samp} without rounding of integers, {@code
 * scipy.stats.pearsonr}, {@code numpy.digitize} by {@code numpy.histogram_bin_edges} of each side's
 * present values, {@code scipy.stats.contingency.association(table, method='cramer')}.
 */
final class AwkwardColumnsTest {
  private static final double PROMISED = 1e-9;
  private static final double GAP = Double.NaN;
  private static final double START = 1_700_000_000_000_000.0;
  private static final double DAY = 86_400_000_000.0;

  // k = numpy.arange(80)
  private static final TestSamples REAL =
      TestSamples.rows()
          .times("t", numbers(80, k -> START + k * 37 % 81 * DAY))
          .times(
              "u",
              numbers(
                  80, k -> k % 9 == 0 ? GAP : START + k * 37 % 81 * 3.6e9 + k % 7 * 1_234_567.0))
          .numbers("x", numbers(80, k -> k * 37 % 81 * 1.5 + k % 4))
          .levels("b", letters(80, k -> k % 13 == 0 ? '.' : k * 37 % 81 > 40 ? 't' : 'f'))
          .numbers("c", numbers(80, k -> 7))
          .numbers("z", numbers(80, k -> GAP))
          .numbers("w", numbers(80, k -> k % 3 == 0 ? GAP : k * 37 % 81));
  // k = numpy.arange(60)
  private static final TestSamples SYNTHETIC =
      TestSamples.rows()
          .times("t", numbers(60, k -> START + k * 23 % 61 * DAY + DAY / 2))
          .times("u", numbers(60, k -> k % 7 == 0 ? GAP : START + k * 23 % 61 * 4e9))
          .numbers("x", numbers(60, k -> k * 23 % 61 * 2 + k % 6))
          .levels("b", letters(60, k -> k % 11 == 0 ? '.' : k * 23 % 61 > 25 ? 't' : 'f'))
          .numbers("c", numbers(60, k -> 7))
          .numbers("z", numbers(60, k -> 1))
          .numbers("w", numbers(60, k -> k % 5 == 0 ? GAP : k * 23 % 61));

  private static final Sample REAL_ROWS = REAL.besides(SYNTHETIC);
  private static final Sample SYNTHETIC_ROWS = REAL.sample(SYNTHETIC);

  @Test
  void columnsScoreAsInTheLibrary() {
    double[] shapes = {
      0.75, 0.8169014084507042, 0.9666666666666667, 0.8779807204464739, 1, GAP, 0.7358490566037736
    };
    for (int column = 0; column < shapes.length; column++) {
      double score =
          ColumnShapes.score(
              new ScoredColumn(REAL_ROWS, column), new ScoredColumn(SYNTHETIC_ROWS, column));
      if (Double.isNaN(shapes[column])) {
        assertThat(score).as("column %d", column).isNaN();
      } else {
        assertThat(score).as("column %d", column).isCloseTo(shapes[column], within(PROMISED));
      }
    }
  }

  @Test
  void pairsScoreAsInTheLibrary() {
    assertThat(pair(0, 1)).isCloseTo(0.9999999997873119, within(PROMISED));
    assertThat(pair(0, 2)).isCloseTo(0.9996892146104449, within(PROMISED));
    assertThat(pair(0, 3)).isCloseTo(0.8166666666666667, within(PROMISED));
    assertThat(pair(0, 6)).isCloseTo(1, within(PROMISED));
    assertThat(pair(1, 2)).isCloseTo(0.9996821032307999, within(PROMISED));
    assertThat(pair(1, 3)).isCloseTo(0.7916666666666667, within(PROMISED));
    assertThat(pair(2, 3)).isCloseTo(0.8, within(PROMISED));
    assertThat(pair(2, 6)).isCloseTo(0.9996478881311556, within(PROMISED));
    assertThat(pair(3, 6)).isCloseTo(0.7708333333333334, within(PROMISED));
  }

  @Test
  void theReportAveragesWhatIsScored() {
    QualityReport report = QualityReport.of(REAL_ROWS, SYNTHETIC_ROWS);
    assertThat(report.columns()).isEqualTo(6); // the empty column has no score
    assertThat(report.pairs()).hasSize(10);
    assertThat(report.allPairs()).isEqualTo(21);
    assertThat(report.columnShapes()).isCloseTo(0.8578996420279363, within(PROMISED));
    assertThat(report.pairTrends()).isCloseTo(0.9178185872216693, within(PROMISED));
    assertThat(report.qualityScore()).isCloseTo(0.8878591146248028, within(PROMISED));
  }

  private static double pair(int first, int second) {
    return PairTrends.score(
        new PairTrends.Pair(
            new ScoredColumn(REAL_ROWS, first),
            new ScoredColumn(REAL_ROWS, second),
            new ScoredColumn(SYNTHETIC_ROWS, first),
            new ScoredColumn(SYNTHETIC_ROWS, second)));
  }

  private static double[] numbers(int count, IntToDoubleFunction formula) {
    return IntStream.range(0, count).mapToDouble(formula).toArray();
  }

  private static String letters(int count, IntUnaryOperator formula) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append((char) formula.applyAsInt(i));
    }
    return letters.toString();
  }
}
