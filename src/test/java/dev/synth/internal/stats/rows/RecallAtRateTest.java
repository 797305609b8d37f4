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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The evidence of rows on recall at a fixed rate of false alarms. */
class RecallAtRateTest {
  private static final int RARE = 100;
  private static final int OTHERS = 4_000;
  private static final int PARTS = 5;
  private static final RecallAtRate AT_ONE_PERCENT = new RecallAtRate(0.01);

  private static TestRows rows(int[] units, int rareCount) {
    BitSet rare = new BitSet();
    rare.set(0, rareCount);
    return new TestRows(units, rare);
  }

  /** Of 200 others two may raise an alarm: rare rows above the third of them are found. */
  @Test
  void theValueIsTheRecallOfTheLowestThresholdThatKeepsTheRate() {
    double[] scores = new double[204];
    Arrays.setAll(scores, row -> row < 4 ? 0 : row / 1_000.0);
    scores[0] = 0.9;
    scores[1] = 0.2015; // between the second and the third of the others
    scores[2] = 0.2005; // below the third
    TestRows rows = rows(IntStream.range(0, 204).toArray(), 4);
    double[] ones = new double[204];
    Arrays.fill(ones, 1);
    assertThat(AT_ONE_PERCENT.value(rows, Ranking.of(scores), ones)).isEqualTo(0.5);
    scores[1] = scores[201]; // alerts with the third
    assertThat(AT_ONE_PERCENT.value(rows, Ranking.of(scores), ones)).isEqualTo(0.25);
  }

  /** Five splits of one data set, 40 rare and 2,000 other test rows each. */
  private static List<PairedPart> dataSet(RandomStream stream) {
    double[] one = new double[RARE + OTHERS];
    double[] other = new double[RARE + OTHERS];
    for (int row = 0; row < one.length; row++) {
      double common = stream.nextGaussian() + (row < RARE ? 2 : 0);
      one[row] = common + .5 * stream.nextGaussian();
      other[row] = common + .8 * stream.nextGaussian();
    }
    List<PairedPart> pairs = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      int[] test =
          IntStream.concat(
                  Arrays.stream(stream.permutation(RARE)).limit(40),
                  Arrays.stream(stream.permutation(OTHERS)).limit(2_000).map(row -> row + RARE))
              .toArray();
      pairs.add(
          new PairedPart(
              rows(test, 40), Ranking.of(scores(one, test)), Ranking.of(scores(other, test))));
    }
    return pairs;
  }

  private static double[] scores(double[] all, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
  }

  private static double difference(PairedPart pair) {
    double[] ones = new double[pair.rows().size()];
    Arrays.fill(ones, 1);
    return pair.difference(AT_ONE_PERCENT, ones);
  }

  /**
   * 200 data sets; a rate of .025 a tail is 5 misses, and 12 or more come by chance once in 200
   * times.
   */
  @Test
  @Tag("slow")
  void intervalsHoldTheMeanOfManyDataSets() {
    RandomStream stream = new Seeds(5).stream("data-sets");
    List<RowSampling> tests = new ArrayList<>();
    List<Double> estimates = new ArrayList<>();
    for (int set = 0; set < 200; set++) {
      List<PairedPart> pairs = dataSet(stream);
      List<Double> differences = pairs.stream().map(RecallAtRateTest::difference).toList();
      tests.add(RowSampling.of(differences, RowInfluence.infinitesimal(pairs, AT_ONE_PERCENT)));
      estimates.add(Moments.mean(differences));
    }
    double truth = Moments.mean(estimates);
    long below = tests.stream().filter(t -> t.mean() + t.halfWidth(.95) < truth).count();
    long above = tests.stream().filter(t -> t.mean() - t.halfWidth(.95) > truth).count();
    double width = tests.stream().mapToDouble(t -> t.halfWidth(.95)).average().orElseThrow();
    assertThat(below).isLessThan(12);
    assertThat(above).isLessThan(12);
    assertThat(width / 1.96 / Moments.standardDeviation(estimates)).isBetween(.95, 1.6);
  }

  /** The sum of the derivatives over a class is nothing: a class keeps its weight. */
  @Test
  void derivativesOfRareRowsSumToNothing() {
    TestRows rows = rows(IntStream.range(0, 1_010).toArray(), 10);
    RandomStream stream = new Seeds(1).stream("scores");
    double[] scores = new double[1_010];
    Arrays.setAll(scores, row -> stream.nextGaussian() + (row < 10 ? 2 : 0));
    double[] derivatives = AT_ONE_PERCENT.derivatives(rows, Ranking.of(scores));
    assertThat(Arrays.stream(derivatives, 0, 10).sum()).isCloseTo(0, within(1e-12));
  }
}
