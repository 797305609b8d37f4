package dev.synth.internal.validate.sdmetrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.internal.report.wording.metric.FindingSentence;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.TestSamples;
import dev.synth.validate.Finding;
import dev.synth.validate.SkipReason.Cause;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Expected scores from a program in NumPy and SciPy that follows the source of SDMetrics 0.29 step
 * by step: {@code scipy.stats.ks_2samp} after {@code round(14)}, {@code collections.Counter} with a
 * millionth for unseen levels, {@code scipy.stats.pearsonr}, {@code
 * scipy.stats.contingency.association(table, method='cramer')}, and {@code numpy.digitize} by
 * {@code numpy.histogram_bin_edges} of each side. (The library itself was not at hand.)
 */
final class QualityMetricTest {
  private static final double PROMISED = 1e-12;
  private static final double GAP = Double.NaN;

  // i = numpy.arange(90)
  private static final TestSamples REAL =
      TestSamples.rows()
          .numbers("a", numbers(90, i -> i * 37 % 91 / 7.0))
          .numbers("b", numbers(90, i -> i * 37 % 91 / 7.0 * 2 + i % 5))
          .numbers("c", numbers(90, i -> i % 11 == 0 ? GAP : i * 29 % 90))
          .levels("d", letters(90, i -> i * 37 % 91 / 31))
          .levels("e", letters(90, i -> i % 10 == 0 ? -1 : i * 37 % 91 / 46 + (i % 7 == 0 ? 1 : 0)))
          .numbers("f", numbers(90, i -> 5))
          .levels("g", letters(90, i -> i % 4));
  // j = numpy.arange(70)
  private static final TestSamples SYNTHETIC =
      TestSamples.rows()
          .numbers("a", numbers(70, j -> j * 31 % 71 / 6.0))
          .numbers("b", numbers(70, j -> j * 31 % 71 / 6.0 * 2 + j % 9))
          .numbers("c", numbers(70, j -> j % 13 == 0 ? GAP : j * 17 % 70))
          .levels("d", letters(70, j -> j * 31 % 71 / 24))
          .levels("e", letters(70, j -> j % 8 == 0 ? -1 : j * 31 % 71 / 36 + (j % 5 == 0 ? 2 : 0)))
          .numbers("f", numbers(70, j -> j == 69 ? 6 : 5))
          .levels("g", letters(70, j -> j % 5));

  @Test
  void scoresEqualThoseOfTheLibrary() {
    assertThat(value(0)).isCloseTo(0.8877447793335661, within(PROMISED));
    assertThat(value(1)).isCloseTo(0.81141217749583, within(PROMISED));
    assertThat(value(2)).isCloseTo(0.849578478414698, within(PROMISED));
  }

  @Test
  void eachColumnAndPairEqualsThatOfTheLibrary() {
    double[] shapes = {
      0.9,
      0.892063492063492,
      0.7654320987654322,
      0.9936507936507937,
      0.8773527740298483,
      0.9857142857142858,
      0.800000011111111
    };
    for (int i = 0; i < shapes.length; i++) {
      assertThat(ColumnShapes.score(column(real(), i), column(synthetic(), i)))
          .as("column %d", i)
          .isCloseTo(shapes[i], within(PROMISED));
    }
    assertThat(pair(0, 1)).isCloseTo(0.9748222713241859, within(PROMISED));
    assertThat(pair(0, 3)).isCloseTo(0.9634920634920635, within(PROMISED));
    assertThat(pair(0, 4)).isCloseTo(0.7111111111111111, within(PROMISED));
    assertThat(pair(1, 3)).isCloseTo(0.8095238095238095, within(PROMISED));
    assertThat(pair(1, 4)).isCloseTo(0.6634920634920636, within(PROMISED));
    assertThat(pair(3, 4)).isCloseTo(0.746031746031746, within(PROMISED));
    assertThat(pair(2, 6)).isNaN();
    assertThat(pair(0, 5)).isNaN(); // constant
  }

  @Test
  void saysHowManyPairsWereScored() {
    assertThat(FindingSentence.all(metric(1).findings(real(), synthetic(), Context.quiet(1))))
        .startsWith(
            "6 of 21 pairs are scored; the others have no strong trend in the real rows",
            "b / e: 0.663")
        .hasSize(6);
    assertThat(metric(0).findings(real(), synthetic(), Context.quiet(1)))
        .containsExactly(new Finding.ScoredColumns(7, 7));
  }

  @Test
  void aDrawIsReadThreeTimes() {
    MetricOutcome drawn = metric(0).compute(real(), synthetic(), Context.quiet(1));
    for (Metric metric : QualityMetric.all()) {
      assertThat(metric.readsDrawsOf()).isEqualTo("column_shapes");
      assertThat(((MetricOutcome.Value) metric.read(drawn)).value())
          .isEqualTo(
              ((MetricOutcome.Value) metric.compute(real(), synthetic(), Context.quiet(1)))
                  .value());
    }
  }

  @Test
  void leavesOutWhatHasNoScore() {
    TestSamples some = TestSamples.rows().numbers("x", 1, 2, 3).levels("y", "...");
    TestSamples none = TestSamples.rows().numbers("x", 1, 2, 5).levels("y", "abc");
    QualityReport report = QualityReport.of(some.besides(none), some.sample(none));
    assertThat(report.columns()).isEqualTo(1);
    assertThat(report.pairs()).isEmpty();
    assertThat(report.qualityScore()).isEqualTo(report.columnShapes());
    assertThat(metric(1).compute(some.besides(none), some.sample(none), Context.quiet(1)))
        .isEqualTo(MetricOutcome.Skipped.because(Cause.NO_STRONG_TREND));
    TestSamples empty = TestSamples.rows().numbers("x", GAP, GAP, GAP);
    assertThat(metric(2).compute(empty.sample(), empty.sample(), Context.quiet(1)))
        .isEqualTo(MetricOutcome.Skipped.because(Cause.NO_SCORED_COLUMN));
  }

  /** Tables of many levels take another way to the same number. */
  @Test
  void largeTablesAreCountedAlike() {
    TestSamples large = TestSamples.rows().levels("x", wide(1_200)).levels("y", wide(1_200));
    Sample sample = large.sample();
    assertThat(
            PairTrends.score(
                new PairTrends.Pair(
                    column(sample, 0), column(sample, 1), column(sample, 0), column(sample, 1))))
        .isEqualTo(1);
  }

  private static String wide(int letters) {
    return letters(letters, i -> i + 1_000);
  }

  private static Sample real() {
    return REAL.besides(SYNTHETIC);
  }

  private static Sample synthetic() {
    return REAL.sample(SYNTHETIC);
  }

  private static double pair(int first, int second) {
    return PairTrends.score(
        new PairTrends.Pair(
            column(real(), first),
            column(real(), second),
            column(synthetic(), first),
            column(synthetic(), second)));
  }

  private static ScoredColumn column(Sample sample, int column) {
    return new ScoredColumn(sample, column);
  }

  private static Metric metric(int place) {
    List<Metric> all = QualityMetric.all();
    return all.get(place);
  }

  private static double value(int place) {
    MetricOutcome outcome = metric(place).compute(real(), synthetic(), Context.quiet(1));
    assertThat(outcome).isInstanceOf(MetricOutcome.Value.class);
    return ((MetricOutcome.Value) outcome).value();
  }

  private static double[] numbers(int count, IntToDoubleFunction formula) {
    return IntStream.range(0, count).mapToDouble(formula).toArray();
  }

  private static String letters(int count, IntUnaryOperator formula) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int level = formula.applyAsInt(i);
      letters.append(level < 0 ? '.' : (char) ('a' + level));
    }
    return letters.toString();
  }
}
