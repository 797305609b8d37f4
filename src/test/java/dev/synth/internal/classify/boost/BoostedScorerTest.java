package dev.synth.internal.classify.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Cancellation;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.classify.feature.FeatureMatrix;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoostedScorerTest {
  private static final int ROWS = 200;

  private static FeatureMatrix matrix(double[]... columns) {
    return FeatureMatrix.ofColumns(
        IntStream.range(0, columns.length).mapToObj(i -> "x" + i).toList(), columns);
  }

  /** Rows of the second half are the second sample. */
  private static BitSet second() {
    BitSet second = new BitSet();
    second.set(ROWS / 2, ROWS);
    return second;
  }

  private static BoostedScorer fit(FeatureMatrix features) {
    return BoostedScorer.fit(features, second(), 1, new Seeds(1), new Cancellation());
  }

  private static double[] noise(String name) {
    RandomStream stream = new Seeds(7).stream(name);
    return DoubleStream.generate(stream::nextGaussian).limit(ROWS).toArray();
  }

  @Test
  void aTreeIsTheOneOfTheFormula() {
    double[] column = {0, 1, 2, 3, 4, 5, 6, 7};
    double[] gradients = {0.5, 0.5, 0.5, 0.5, -0.5, -0.5, -0.5, -0.5};
    double[] curvatures = new double[8];
    Arrays.fill(curvatures, 0.25);
    BinnedColumns columns = new BinnedColumns(matrix(column), 63);

    BoostedTree tree =
        new SmallTreeGrower(columns, 1, 0.2)
            .grow(IntStream.range(0, 8).toArray(), 8, new int[] {0}, gradients, curvatures);

    assertThat(tree.cut[0]).isEqualTo(3.5);
    assertThat(tree.value[1]).isEqualTo(-0.2); // -0.2 * (4 * 0.5) / (4 * 0.25 + 1)
    assertThat(tree.value[2]).isEqualTo(0.2);
  }

  @Test
  void missingNumbersGoToTheSideThatTheyResemble() {
    double nan = Double.NaN;
    double[] column = {0, 1, 2, 3, 4, 5, 6, 7, nan, nan};
    double[] gradients = {0.5, 0.5, 0.5, 0.5, -0.5, -0.5, -0.5, -0.5, 0.5, 0.5};
    double[] curvatures = new double[10];
    Arrays.fill(curvatures, 0.25);
    BinnedColumns columns = new BinnedColumns(matrix(column), 63);

    BoostedTree tree =
        new SmallTreeGrower(columns, 1, 1)
            .grow(IntStream.range(0, 10).toArray(), 10, new int[] {0}, gradients, curvatures);

    assertThat(tree.missingBelow[0]).isTrue();
    assertThat(tree.value[1]).isEqualTo(-3 / (1.5 + 1));
  }

  @Test
  void aShiftedColumnIsFoundAndNoiseIsNot() {
    double[] shifted = noise("shifted");
    for (int row = ROWS / 2; row < ROWS; row++) {
      shifted[row] += 4;
    }
    FeatureMatrix features = matrix(noise("a"), shifted, noise("b"));

    double[] scores = fit(features).score(features);

    assertThat(Arrays.stream(scores, 0, ROWS / 2).average().orElseThrow()).isLessThan(0.1);
    assertThat(Arrays.stream(scores, ROWS / 2, ROWS).average().orElseThrow()).isGreaterThan(0.9);
  }

  @Test
  void cellsThatAreMissingInOneSampleAreFound() {
    double[] column = noise("column");
    Arrays.fill(column, ROWS / 2, ROWS, Double.NaN);
    FeatureMatrix features = matrix(column);

    double[] scores = fit(features).score(features);

    assertThat(scores[0]).isLessThan(0.1);
    assertThat(scores[ROWS - 1]).isGreaterThan(0.9);
  }

  @Test
  void allScoresAreOneHalfWhereNothingVaries() {
    double[] constant = new double[ROWS];

    assertThat(fit(matrix(constant)).score(matrix(constant))).containsOnly(0.5);
  }

  @Test
  void scoresAreOneHalfWithoutFeatures() {
    FeatureMatrix none = FeatureMatrix.ofRows(new double[ROWS][0]);

    assertThat(fit(none).score(none)).containsOnly(0.5);
  }

  @Test
  void theSameSeedsGiveTheSameScores() {
    FeatureMatrix features = matrix(noise("a"), noise("b"));

    assertThat(fit(features).score(features)).isEqualTo(fit(features).score(features));
  }

  @Test
  void aShiftAmongManyColumnsIsFoundByTreesThatLookAtFew() {
    double[][] columns = new double[300][];
    for (int column = 0; column < columns.length; column++) {
      columns[column] = noise("column " + column);
      for (int row = ROWS / 2; row < ROWS && column % 10 == 0; row++) {
        columns[column][row] += 2;
      }
    }
    FeatureMatrix features = matrix(columns);

    double[] scores = fit(features).score(features);

    assertThat(Arrays.stream(scores, ROWS / 2, ROWS).average().orElseThrow()).isGreaterThan(0.8);
  }

  /** Huge and infinite numbers have a bin like any other. */
  @Test
  void numbersBeyondAllBoundsAreCut() {
    double[] column = noise("column");
    Arrays.fill(column, 0, ROWS / 2, -Double.MAX_VALUE);
    Arrays.fill(column, ROWS / 2, ROWS, Double.MAX_VALUE);
    column[0] = Double.NEGATIVE_INFINITY;
    column[ROWS - 1] = Double.POSITIVE_INFINITY;

    double[] scores = fit(matrix(column)).score(matrix(column));

    assertThat(scores[0]).isLessThan(0.1);
    assertThat(scores[ROWS - 1]).isGreaterThan(0.9);
  }

  @Test
  void moreValuesThanBinsAreCutByQuantiles() {
    double[] column = IntStream.range(0, 1000).mapToDouble(i -> i * (double) i).toArray();
    BinnedColumns columns = new BinnedColumns(matrix(column), 4);

    byte[] codes = columns.codes(0);

    assertThat(List.of(codes[0], codes[249], codes[250], codes[499], codes[500], codes[999]))
        .containsExactly((byte) 0, (byte) 0, (byte) 1, (byte) 1, (byte) 2, (byte) 3);
    assertThat(columns.end(0, 3)).isInfinite();
  }

  @Test
  void learningEndsWhereItIsCancelled() {
    Cancellation cancelled = new Cancellation();
    cancelled.request();

    assertThatThrownBy(
            () -> BoostedScorer.fit(matrix(noise("a")), second(), 1, new Seeds(1), cancelled))
        .isInstanceOf(CancellationException.class);
  }
}
