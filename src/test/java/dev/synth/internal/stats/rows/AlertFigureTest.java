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
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The evidence of rows on figures of alerts. */
class AlertFigureTest {
  private static final int RARE = 100;
  private static final int ROWS = 1_100;
  private static final int PARTS = 5;

  private static BitSet first(int count) {
    BitSet rare = new BitSet();
    rare.set(0, count);
    return rare;
  }

  /** Each row is left out, and the others of its class make up for it. */
  @ParameterizedTest
  @EnumSource(AlertFigure.class)
  void theLossIsThatOfTheValueWithoutTheRow(AlertFigure figure) {
    TestRows rows = new TestRows(IntStream.range(0, 40).toArray(), first(8));
    BitSet alerts = first(5);
    alerts.set(20, 31);
    double[] losses = figure.losses(rows, alerts);
    for (int row = 0; row < 40; row++) {
      int own = alerts.get(row) ? 1 : 0;
      double without =
          row < 8
              ? figure.value((5 - own) * 8.0 / 7, 11, 8)
              : figure.value(5, (11 - own) * 32.0 / 31, 8);
      double size = row < 8 ? 8 : 32;
      assertThat(losses[row]).isCloseTo(-without * (size - 1) / size, within(1e-14));
    }
  }

  /** McNemar's variance: of 10 rare rows 4 and 2 are caught by one arm alone. */
  @Test
  void theVarianceOfRecallIsThatOfPairedProportions() {
    TestRows rows = new TestRows(IntStream.range(0, 30).toArray(), first(10));
    BitSet arm = first(6);
    BitSet reference = new BitSet();
    reference.set(4, 8);
    RowSampling.RowEvidence said =
        RowInfluence.jackknife(List.of(new PairedAlerts(rows, arm, reference)), AlertFigure.RECALL);
    // differences: four of 1, two of -1, four of 0; mean .2, sum of squares 6 - 10/25, over n(n -
    // 1)
    assertThat(said.variance()).isCloseTo((6 - 10 * .04) / 90, within(1e-15));
  }

  /** Five splits of one data set: a threshold by F1 on validation rows, then test rows. */
  private static List<PairedAlerts> dataSet(RandomStream stream) {
    double[] one = new double[ROWS];
    double[] other = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      double common = stream.nextGaussian() + (row < RARE ? 2 : 0);
      one[row] = common + .5 * stream.nextGaussian();
      other[row] = common + .8 * stream.nextGaussian();
    }
    List<PairedAlerts> pairs = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      int[] rare = stream.permutation(RARE);
      int[] others = stream.permutation(ROWS - RARE);
      int[] validation = rows(rare, 0, 20, others, 0, 200);
      int[] test = rows(rare, 20, 60, others, 200, 600);
      TestRows rows = new TestRows(test, first(40));
      pairs.add(
          new PairedAlerts(rows, alerts(one, validation, test), alerts(other, validation, test)));
    }
    return pairs;
  }

  private static int[] rows(int[] rare, int from, int to, int[] others, int low, int high) {
    return IntStream.concat(
            Arrays.stream(rare, from, to), Arrays.stream(others, low, high).map(row -> row + RARE))
        .toArray();
  }

  private static BitSet alerts(double[] scores, int[] validation, int[] test) {
    double best = -1;
    double threshold = 0;
    for (int at : validation) {
      int caught = 0;
      int alarms = 0;
      for (int row : validation) {
        caught += row < RARE && scores[row] >= scores[at] ? 1 : 0;
        alarms += row >= RARE && scores[row] >= scores[at] ? 1 : 0;
      }
      double f1 = AlertFigure.F1.value(caught, alarms, 20);
      if (f1 > best) {
        best = f1;
        threshold = scores[at];
      }
    }
    BitSet alerts = new BitSet();
    for (int row = 0; row < test.length; row++) {
      alerts.set(row, scores[test[row]] >= threshold);
    }
    return alerts;
  }

  private static double value(AlertFigure figure, PairedAlerts pair) {
    return of(figure, pair.rows(), pair.arm()) - of(figure, pair.rows(), pair.reference());
  }

  private static double of(AlertFigure figure, TestRows rows, BitSet alerts) {
    int caught = (int) alerts.stream().filter(rows::isRare).count();
    return figure.value(caught, alerts.cardinality() - caught, rows.rareCount());
  }

  /**
   * 300 data sets; a rate of .025 a tail is 7.5 misses, and 15 come by chance once in 200 times.
   */
  @ParameterizedTest
  @CsvSource({"RECALL, 0", "F1, 0", "ALERTS_PER_RARE_ROW, 0.2"})
  void intervalsHoldTheMeanOfManyDataSets(AlertFigure figure, double share) {
    RandomStream stream = new Seeds(3).stream("data-sets");
    List<RowSampling> tests = new ArrayList<>();
    List<Double> estimates = new ArrayList<>();
    for (int set = 0; set < 300; set++) {
      List<PairedAlerts> pairs = dataSet(stream);
      List<Double> differences = pairs.stream().map(pair -> value(figure, pair)).toList();
      tests.add(
          RowSampling.of(differences, RowInfluence.jackknife(pairs, figure))
              .withRefitCorrelation(share));
      estimates.add(Moments.mean(differences));
    }
    double truth = Moments.mean(estimates);
    long below = tests.stream().filter(t -> t.mean() + t.halfWidth(.95) < truth).count();
    long above = tests.stream().filter(t -> t.mean() - t.halfWidth(.95) > truth).count();
    double width = tests.stream().mapToDouble(t -> t.halfWidth(.95)).average().orElseThrow();
    assertThat(below).isLessThan(15);
    assertThat(above).isLessThan(15);
    assertThat(width / 1.96 / Moments.standardDeviation(estimates)).isBetween(.95, 1.5);
  }
}
