package dev.synth.internal.stats.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.stats.AveragePrecision;
import dev.synth.internal.stats.RowSampling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The evidence of rows on a difference, by influences and by resampling. */
class RowInfluenceTest {
  private static final WeightedFigure PRECISION = new WeightedPrecision();

  private static BitSet first(int count) {
    BitSet rare = new BitSet();
    rare.set(0, count);
    return rare;
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Scores of few values, so that many are equal; rare rows are higher by one. */
  private static double[] tied(int rows, int rare, RandomStream stream) {
    double[] scores = new double[rows];
    Arrays.setAll(scores, i -> stream.nextInt(6) + (i < rare ? 1 : 0));
    return scores;
  }

  @Test
  void ranksEqualScoresEqually() {
    assertThat(Ranking.ranks(new double[] {.5, 0.0, .9, -0.0, .5})).containsExactly(1, 0, 2, 0, 1);
    Ranking ranking = Ranking.of(new double[] {.5, 0.0, .9, -0.0, .5});
    assertThat(IntStream.range(0, 5).map(ranking::row)).containsExactly(2, 0, 4, 1, 3);
    assertThat(IntStream.range(0, ranking.steps()).map(ranking::end)).containsExactly(1, 3, 5);
  }

  @Test
  void weightedPrecisionIsScikitLearns() {
    // sklearn.metrics.average_precision_score([1, 0, 0, 1, 1, 0], [.9, .9, .5, .5, .5, .1],
    // sample_weight=[2, 2, .5, .5, .5, 1]), 1.9.1
    BitSet rare = new BitSet();
    rare.set(0);
    rare.set(3, 5);
    TestRows rows = new TestRows(new int[] {0, 1, 2, 3, 4, 5}, rare);
    Ranking ranking = Ranking.of(new double[] {.9, .9, .5, .5, .5, .1});
    assertThat(PRECISION.value(rows, ranking, new double[] {2, 2, .5, .5, .5, 1}))
        .isCloseTo(0.5151515151515151, within(1e-15));
  }

  /** The derivative by central differences, whose error is of the order of the step's square. */
  @Test
  void theDerivativeIsThatOfTheValueWithTies() {
    RandomStream stream = new Seeds(5).stream("tied");
    double[] scores = tied(60, 12, stream);
    TestRows rows = new TestRows(IntStream.range(0, 60).toArray(), first(12));
    Ranking ranking = Ranking.of(scores);
    double[] derivatives = PRECISION.derivatives(rows, ranking);
    double step = 1e-5;
    for (int row = 0; row < 60; row++) {
      double[] more = ones(60);
      double[] less = ones(60);
      more[row] += step;
      less[row] -= step;
      double slope =
          (PRECISION.value(rows, ranking, more) - PRECISION.value(rows, ranking, less))
              / (2 * step);
      assertThat(derivatives[row]).isCloseTo(slope, within(1e-9));
    }
    assertThat(PRECISION.value(rows, ranking, ones(60)))
        .isCloseTo(AveragePrecision.of(scores, first(12)), within(1e-15));
  }

  /** Each row is left out by a weight of 0, and the others of its class make up for it. */
  @Test
  void theLossIsThatOfTheValueWithoutTheRow() {
    RandomStream stream = new Seeds(6).stream("tied");
    double[] scores = tied(40, 8, stream);
    TestRows rows = new TestRows(IntStream.range(0, 40).toArray(), first(8));
    Ranking ranking = Ranking.of(scores);
    double[] losses = PRECISION.losses(rows, ranking);
    for (int row = 0; row < 40; row++) {
      double size = row < 8 ? 8 : 32;
      double[] weights = ones(40);
      for (int other = row < 8 ? 0 : 8; other < (row < 8 ? 8 : 40); other++) {
        weights[other] = other == row ? 0 : size / (size - 1);
      }
      assertThat(losses[row])
          .isCloseTo(-PRECISION.value(rows, ranking, weights) * (size - 1) / size, within(1e-14));
    }
  }

  /** Two rare rows that change places about one other row, and one row below all. */
  @Test
  void theVarianceIsTheSumOfSquaredInfluences() {
    TestRows rows = new TestRows(new int[] {0, 1, 2, 3}, first(2));
    Ranking one = Ranking.of(new double[] {.9, .1, .5, .05});
    Ranking other = Ranking.of(new double[] {.1, .9, .5, .05});
    RowSampling.RowEvidence said =
        RowInfluence.infinitesimal(List.of(new PairedPart(rows, one, other)), PRECISION);
    double[] derivatives = PRECISION.derivatives(rows, one);
    // rows 0 and 1 change places, rows 2 and 3 have no difference; two units widen by 2/(2 − 1)
    double influence = derivatives[0] - derivatives[1];
    assertThat(said.variance()).isCloseTo(2 * influence * influence * 2, within(1e-15));
    assertThat(said.ofOne()).isEqualTo(said.variance());
    // by hand: the first rare row has C/T = 1 and the second 2/3, and the sums over the steps below
    // differ by P(T − C)/T² = 0 of the first step: (1 − 2/3)/2
    assertThat(influence).isCloseTo(1.0 / 6, within(1e-15));
  }

  /** One repeat, parts of 60 rare rows and 300 others; 4,000 draws know a deviation to 1.1 %. */
  @Test
  void influencesAndDrawsAgreeOnLargeParts() {
    RandomStream stream = new Seeds(9).stream("large");
    List<PairedPart> pairs = new ArrayList<>();
    for (int part = 0; part < 3; part++) {
      int[] units = stream.permutation(600);
      int[] rows = Arrays.copyOf(units, 360);
      double[] one = new double[360];
      double[] other = new double[360];
      for (int row = 0; row < 360; row++) {
        double common = stream.nextGaussian() + (row < 60 ? 1.5 : 0);
        one[row] = common + stream.nextGaussian();
        other[row] = common + stream.nextGaussian();
      }
      pairs.add(new PairedPart(new TestRows(rows, first(60)), Ranking.of(one), Ranking.of(other)));
    }
    double drawn = Math.sqrt(RowBootstrap.variance(pairs, PRECISION, 4_000, stream));
    double summed = Math.sqrt(RowInfluence.infinitesimal(pairs, PRECISION).variance());
    // what is left is the curvature of average precision, a few percent at 60 rare rows
    assertThat(summed / drawn).isBetween(0.9, 1.1);
  }

  @Test
  void rowsOfOneUnitAreOneDraw() {
    RandomStream stream = new Seeds(11).stream("units");
    double[] one = tied(200, 40, stream);
    double[] other = tied(200, 40, stream);
    int[] alone = IntStream.range(0, 200).toArray();
    RowSampling.RowEvidence single =
        RowInfluence.infinitesimal(
            List.of(
                new PairedPart(new TestRows(alone, first(40)), Ranking.of(one), Ranking.of(other))),
            PRECISION);
    // every row twice in one unit: the same figure from as many units, so the same variance
    int[] pairs = IntStream.range(0, 400).map(i -> i / 2).toArray();
    double[] oneTwice = new double[400];
    double[] otherTwice = new double[400];
    for (int i = 0; i < 400; i++) {
      oneTwice[i] = one[i / 2];
      otherTwice[i] = other[i / 2];
    }
    RowSampling.RowEvidence twice =
        RowInfluence.infinitesimal(
            List.of(
                new PairedPart(
                    new TestRows(pairs, first(80)), Ranking.of(oneTwice), Ranking.of(otherTwice))),
            PRECISION);
    assertThat(twice.variance()).isCloseTo(single.variance(), within(1e-12));
    assertThat(twice.freedom()).isCloseTo(single.freedom(), within(1e-9));
  }

  @Test
  void equalArmsVaryInNothing() {
    TestRows rows = new TestRows(new int[] {0, 1, 2, 3}, first(2));
    Ranking ranking = Ranking.of(new double[] {.9, .1, .5, .05});
    RowSampling.RowEvidence said =
        RowInfluence.infinitesimal(List.of(new PairedPart(rows, ranking, ranking)), PRECISION);
    assertThat(said.variance()).isZero();
    assertThat(said.freedom()).isEqualTo(1);
  }

  @Test
  void refusesPartsOfOneClassAndRanksOfOtherRows() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TestRows(new int[] {0, 1}, first(2)))
        .withMessageContaining("2 of 2 test rows are rare");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TestRows(new int[] {0, -1}, first(1)));
    TestRows rows = new TestRows(new int[] {0, 1}, first(1));
    Ranking tooShort = Ranking.of(new double[] {1});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PairedPart(rows, tooShort, tooShort))
        .withMessageContaining("1 and 1 ranks of 2 rows");
  }

  /** The mean of ten ones, added up as tenths, is a little below 1. */
  @Test
  void oneRareUnitInEachOfTenPartsIsOne() {
    TestRows rows = new TestRows(new int[] {0, 0, 1, 2}, first(2));
    Ranking high = Ranking.of(new double[] {.9, .2, .5, .1});
    Ranking low = Ranking.of(new double[] {.9, .8, .5, .1});
    List<PairedPart> parts =
        IntStream.range(0, 10).mapToObj(part -> new PairedPart(rows, high, low)).toList();
    assertThat(RowInfluence.jackknife(parts, PRECISION).rareUnits()).isEqualTo(1);
  }

  @Test
  void ranksHaveNoGaps() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ranking.ofRanks(new int[] {0, 2, 0}))
        .withMessage("no row has the rank 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ranking.ofRanks(new int[] {0, 2_000_000_000}))
        .withMessage("2000000001 distinct ranks of 2 rows");
  }
}
