package dev.synth.internal.stats.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.stats.Moments;
import dev.synth.internal.stats.RowSampling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The intervals of money saved. */
class PairedSavingsTest {
  private static final int RARE = 100;
  private static final int ROWS = 1_100;
  private static final int PARTS = 5;
  private static final double REVIEW = 5;

  /** The share of the validation rows. */
  private static final double SHARE = 0.2;

  private static BitSet first(int count) {
    BitSet rare = new BitSet();
    rare.set(0, count);
    return rare;
  }

  /** Alerts save 10, 20, 30, 40 on rare rows and cost 5 on others: sums, by hand. */
  @Test
  void theVarianceIsThatOfASumOfRows() {
    TestRows rows = new TestRows(IntStream.range(0, 10).toArray(), first(4));
    BitSet arm = first(5); // all rare rows and one other
    BitSet reference = first(2);
    double[] losses = {15, 25, 35, 45, 0, 0, 0, 0, 0, 0}; // an alert costs 5
    RowSampling.RowEvidence said =
        RowInfluence.ofSavings(
            List.of(new PairedSavings(new PairedAlerts(rows, arm, reference), losses, 5)));
    // rare rows: differences 0, 0, 30, 40, mean 17.5, sum of squares 2500 - 4 * 17.5^2, times 4/3;
    // others: -5 once: mean -5/6, sum of squares 25 - 6 * (5/6)^2, times 6/5
    double expected = (2_500 - 4 * 17.5 * 17.5) * 4 / 3 + (25 - 25 / 6.0) * 6 / 5;
    assertThat(said.variance()).isCloseTo(expected, within(1e-10));
    // 15² + 25² + 35² + 45² = 4100, (15 + 25 + 35 + 45)² = 14400
    assertThat(said.concentration()).isCloseTo(4_100.0 / 14_400 - .25, within(1e-15));
  }

  /** Two parts that share a unit of two rows, whose losses are 1 and 3; the other one loses 4. */
  @Test
  void aUnitsLossCountsOnce() {
    BitSet none = new BitSet();
    TestRows one = new TestRows(new int[] {3, 3, 8}, first(2));
    TestRows other = new TestRows(new int[] {3, 3, 5, 9}, first(3));
    assertThat(
            PairedSavings.concentration(
                List.of(
                    new PairedSavings(new PairedAlerts(one, none, none), new double[] {1, 3, 0}, 5),
                    new PairedSavings(
                        new PairedAlerts(other, none, none), new double[] {1, 3, 4, 0}, 5))))
        .isZero(); // 4 and 4
    assertThat(
            PairedSavings.concentration(
                List.of(
                    new PairedSavings(
                        new PairedAlerts(other, none, none), new double[] {0, 0, 4, 0}, 5))))
        .isEqualTo(.5); // one loss of two
    assertThat(
            PairedSavings.effectiveLosses(
                List.of(
                    new PairedSavings(
                        new PairedAlerts(other, none, none), new double[] {1, 3, 12, 0}, 5))))
        .isEqualTo(1.6); // 16² / (16 + 144)
    assertThat(
            PairedSavings.concentration(
                List.of(new PairedSavings(new PairedAlerts(one, none, none), new double[3], 5))))
        .isZero();
  }

  /** Five splits of one data set: a threshold on validation rows, then test rows. */
  private static List<PairedSavings> dataSet(
      RandomStream stream, double spread, boolean isCheapest) {
    double[] one = new double[ROWS];
    double[] other = new double[ROWS];
    double[] losses = new double[ROWS];
    double[] saved = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      double common = stream.nextGaussian() + (row < RARE ? 2 : 0);
      one[row] = common + .5 * stream.nextGaussian();
      other[row] = common + .8 * stream.nextGaussian();
      double loss = StrictMath.exp(3 + spread * stream.nextGaussian());
      losses[row] = row < RARE ? loss : 0;
      saved[row] = losses[row] - REVIEW;
    }
    List<PairedSavings> pairs = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      int[] rare = stream.permutation(RARE);
      int[] others = stream.permutation(ROWS - RARE);
      int[] validation = rows(rare, 0, 20, others, 0, 200);
      int[] test = rows(rare, 20, 60, others, 200, 600);
      double[] ofTest = Arrays.stream(test).mapToDouble(row -> losses[row]).toArray();
      PairedAlerts alerts =
          new PairedAlerts(
              new TestRows(test, first(40)),
              alerts(test, one, threshold(validation, one, saved, isCheapest)),
              alerts(test, other, threshold(validation, other, saved, isCheapest)));
      pairs.add(new PairedSavings(alerts, ofTest, REVIEW));
    }
    return pairs;
  }

  private static int[] rows(int[] rare, int from, int to, int[] others, int low, int high) {
    return IntStream.concat(
            Arrays.stream(rare, from, to), Arrays.stream(others, low, high).map(row -> row + RARE))
        .toArray();
  }

  /** The one that saves most, alerting nobody among the candidates, or that of the largest F1. */
  private static double threshold(
      int[] validation, double[] scores, double[] saved, boolean isCheapest) {
    double best = isCheapest ? 0 : -1;
    double threshold = Double.POSITIVE_INFINITY;
    int caught = 0;
    int alarms = 0;
    double sum = 0;
    for (int row :
        Arrays.stream(validation)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> -scores[row]))
            .toList()) {
      caught += row < RARE ? 1 : 0;
      alarms += row < RARE ? 0 : 1;
      sum += saved[row];
      double value = isCheapest ? sum : AlertFigure.F1.value(caught, alarms, 20);
      if (value > best) {
        best = value;
        threshold = scores[row];
      }
    }
    return threshold;
  }

  private static BitSet alerts(int[] test, double[] scores, double threshold) {
    BitSet alerts = new BitSet();
    for (int row = 0; row < test.length; row++) {
      alerts.set(row, scores[test[row]] >= threshold);
    }
    return alerts;
  }

  private static double difference(PairedSavings pair) {
    return Arrays.stream(pair.added(pair.alerts().arm())).sum()
        - Arrays.stream(pair.added(pair.alerts().reference())).sum();
  }

  /** The intervals of 300 data sets against the mean of their estimates. */
  private static final class Trial {
    final long below;
    final long above;
    final double width;

    Trial(double spread, boolean isCheapest) {
      RandomStream stream = new Seeds(3).stream("data-sets");
      List<RowSampling> tests = new ArrayList<>();
      List<Double> estimates = new ArrayList<>();
      for (int set = 0; set < 300; set++) {
        List<PairedSavings> pairs = dataSet(stream, spread, isCheapest);
        List<Double> differences = pairs.stream().map(PairedSavingsTest::difference).toList();
        tests.add(
            RowSampling.of(differences, RowInfluence.ofSavings(pairs)).withRefitCorrelation(SHARE));
        estimates.add(Moments.mean(differences));
      }
      double truth = Moments.mean(estimates);
      below = tests.stream().filter(t -> t.mean() + t.halfWidth(.95) < truth).count();
      above = tests.stream().filter(t -> t.mean() - t.halfWidth(.95) > truth).count();
      double half = tests.stream().mapToDouble(t -> t.halfWidth(.95)).average().orElseThrow();
      width = half / 1.96 / Moments.standardDeviation(estimates);
    }
  }

  /**
   * Losses of nearly one amount, and such whose logarithms have a deviation of 1. A rate of .025 a
   * tail is 7.5 misses of 300, and 15 come by chance once in 200 times.
   */
  @ParameterizedTest
  @CsvSource({"0.1, false", "0.1, true", "1, false", "1, true"})
  void intervalsHoldTheMeanOfManyDataSets(double spread, boolean isCheapest) {
    Trial trial = new Trial(spread, isCheapest);
    assertThat(trial.below).isLessThan(15);
    assertThat(trial.above).isLessThan(15);
    assertThat(trial.width).isBetween(.9, 1.5);
  }

  /**
   * Losses whose logarithms have a deviation of 2: data sets without a large loss say too small a
   * sum, so that intervals lie too far to the left, hardly one to the right. A rate of .025 is 7.5
   * misses, and without regard to how few losses make up the sum, there are 15 and more.
   */
  @ParameterizedTest
  @CsvSource({"false", "true"})
  void fewLargeLossesWidenThem(boolean isCheapest) {
    Trial trial = new Trial(2, isCheapest);
    assertThat(trial.above).isLessThanOrEqualTo(trial.below);
    assertThat(trial.below).isLessThan(12);
    assertThat(trial.width).isBetween(1.0, 1.7);
  }

  /** Losses of nearly one size change nothing, and moderately unequal ones less than a tenth. */
  @ParameterizedTest
  @CsvSource({"0.1, 1.001", "1, 1.1"})
  void losesNothingWhereLossesAreAlike(double spread, double most) {
    RandomStream stream = new Seeds(3).stream("data-sets");
    double ratios = 0;
    for (int set = 0; set < 20; set++) {
      RowSampling.RowEvidence rows = RowInfluence.ofSavings(dataSet(stream, spread, false));
      List<Double> differences = List.of(0.0, 0.0);
      double wide = RowSampling.of(differences, rows).standardError();
      double plain = RowSampling.of(differences, rows.withConcentration(0)).standardError();
      ratios += wide / plain / 20;
    }
    assertThat(ratios).isBetween(1.0, most);
  }
}
