package dev.synth.internal.classify.smile.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Cancellation;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.feature.Targets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForestTest {
  private static final TreeOptions PLAIN = new TreeOptions(30, 20, 1, 1);

  /**
   * Rows on which Smile's own tree finds no cut, since it looks between tied values by chance only.
   */
  @Test
  void cutsBetweenTiedValues() {
    double[][] rows = new double[1000][1];
    BitSet rare = new BitSet();
    for (int row = 0; row < 1000; row++) {
      rows[row][0] = row < 900 ? 0 : 1;
      rare.set(row, row >= 900 && row % 10 == 0); // 10 of the 100 ones
    }
    double[] scores = fit(rows, rare, PLAIN).score(FeatureMatrix.ofRows(new double[][] {{0}, {1}}));
    assertThat(scores[0]).isLessThan(0.001);
    assertThat(scores[1]).isBetween(0.05, 0.15);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0x1p-60, 1, 0x1p60})
  void growsTheSameOnAnyScale(double scale) {
    BitSet rare = new BitSet();
    rare.set(80, 100);
    double[] plain = fit(normal(1), rare, PLAIN).score(FeatureMatrix.ofRows(normal(1)));
    double[] scaled = fit(normal(scale), rare, PLAIN).score(FeatureMatrix.ofRows(normal(scale)));
    assertThat(scaled).isEqualTo(plain);
  }

  /** Nearly all features drawn differ in one row only, so that most nodes draw constant ones. */
  @Test
  void goesOnUntilAFeatureCutsANode() {
    double[][] rows = new double[200][400];
    BitSet rare = new BitSet();
    rare.set(100, 200);
    for (int row = 0; row < 200; row++) {
      rows[row][0] = row;
      rows[row][1 + row] = 1;
    }
    double[] scores = fit(rows, rare, PLAIN).score(FeatureMatrix.ofRows(rows));
    assertThat(Arrays.stream(scores, 0, 100).max().orElseThrow()).isLessThan(0.5);
    assertThat(Arrays.stream(scores, 100, 200).min().orElseThrow()).isGreaterThan(0.5);
  }

  @Test
  void weighsRareRowsInTheLeaves() {
    double[][] rows = new double[100][1];
    BitSet rare = new BitSet();
    for (int row = 0; row < 100; row++) {
      rows[row][0] = row % 2; // says nothing
      rare.set(row, row < 10);
    }
    FeatureMatrix one = FeatureMatrix.ofRows(new double[][] {{1}});
    // 10 of 100 rows are rare; at a weight of 9 each they weigh as much as the 90 others
    assertThat(fit(rows, rare, PLAIN).score(one)[0]).isBetween(0.06, 0.14);
    assertThat(fit(rows, rare, new TreeOptions(30, 20, 1, 9)).score(one)[0]).isBetween(0.4, 0.6);
  }

  @Test
  void codesKeepTheOrderOfValues() {
    RandomStream stream = new Seeds(4).stream("values");
    double[][] rows = new double[3000][1];
    BitSet rare = new BitSet();
    for (int row = 0; row < rows.length; row++) {
      rows[row][0] = row % 3 == 0 ? stream.nextInt(5) : stream.nextGaussian();
      rare.set(row, stream.nextInt(4) == 0); // some 750 values, of which 512 are used
    }
    CutCodes codes = CutCodes.of(FeatureMatrix.ofRows(rows), Targets.of(rare, rows.length));
    assertThat(codes.count(0)).isEqualTo(1025);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows.length; j += 97) {
        if (rows[i][0] < rows[j][0]) {
          assertThat(codes.codes(0)[i]).isLessThanOrEqualTo(codes.codes(0)[j]);
        }
      }
    }
  }

  /** The hashes are those of forests whose nodes Smile 4's own CART parted. */
  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 4, -1642379009",
    "3, 4, 4, 4, 1887055276",
    "13, 14, 2, 16, 1727356460",
    "17, 18, 2, 16, 423963405"
  })
  void growsTheTreesOfSmilesCart(int seed, int columns, int leafRows, int depth, int hash) {
    RandomStream stream = new Seeds(seed).stream("x");
    double[][] rows = new double[60 + 10 * seed][columns];
    for (int column = 0; column < columns; column++) {
      for (double[] row : rows) {
        row[column] = column % 3 == 0 ? stream.nextInt(5) : stream.nextGaussian();
      }
    }
    FeatureMatrix features = FeatureMatrix.ofRows(rows);
    BitSet rare = new BitSet();
    rare.set(0, rows.length / 2);
    TreeOptions options = new TreeOptions(5, depth, leafRows, 1.0 + seed % 2);

    Forest forest =
        Forest.fit(
            features,
            Targets.of(rare, features.rowCount()),
            options,
            new Seeds(seed),
            new Cancellation());

    assertThat(Arrays.hashCode(forest.score(features))).isEqualTo(hash);
  }

  /** Counting codes must find what trying every threshold finds. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsTheBestOfAllCuts(int seed) {
    RandomStream stream = new Seeds(seed).stream("rows");
    double[][] rows = new double[60][1];
    BitSet rare = new BitSet();
    int[] samples = new int[60];
    int size = 0;
    int rareRows = 0;
    for (int row = 0; row < 60; row++) {
      rows[row][0] = stream.nextInt(20);
      rare.set(row, row < 12);
      samples[row] = 1 + stream.nextInt(3);
      size += samples[row];
      rareRows += row < 12 ? samples[row] : 0;
    }
    TreeOptions options = new TreeOptions(1, 2, 1, 3);
    ForestRows all =
        new ForestRows(FeatureMatrix.ofRows(rows), Targets.of(rare, rows.length), options);
    CutSearch.@Nullable Cut best =
        new CutSearch(all, options, samples, 0)
            .best(
                0, new CutTree.Leaf(size, rareRows, false), NodeRows.drawn(samples, all.shares()));
    double expected = 0;
    for (double threshold = 0.5; threshold < 19; threshold++) {
      expected = Math.max(expected, gain(rows, rare, samples, threshold));
    }
    // the gains differ only by the order of a few products and sums of numbers below 1e4
    assertThat(Objects.requireNonNull(best).gain()).isCloseTo(expected, within(1e-9));
  }

  /**
   * The drop in weight × p × (1 − p), at a weight of 3 for rare rows, straight from its definition.
   */
  private static double gain(double[][] rows, BitSet rare, int[] samples, double threshold) {
    double[][] weights = new double[2][2];
    for (int row = 0; row < rows.length; row++) {
      weights[rows[row][0] <= threshold ? 0 : 1][rare.get(row) ? 1 : 0] +=
          samples[row] * (rare.get(row) ? 3 : 1);
    }
    double others = weights[0][0] + weights[1][0];
    double rares = weights[0][1] + weights[1][1];
    return impurity(others, rares)
        - impurity(weights[0][0], weights[0][1])
        - impurity(weights[1][0], weights[1][1]);
  }

  private static double impurity(double others, double rares) {
    double all = others + rares;
    return all == 0 ? 0 : all * (rares / all) * (1 - rares / all);
  }

  private static Forest fit(double[][] rows, BitSet rare, TreeOptions options) {
    return Forest.fit(
        FeatureMatrix.ofRows(rows),
        Targets.of(rare, rows.length),
        options,
        new Seeds(7),
        new Cancellation());
  }

  /** Normal numbers times a power of two, which rounds nothing. */
  private static double[][] normal(double scale) {
    RandomStream stream = new Seeds(9).stream("normal");
    double[][] rows = new double[100][4];
    for (double[] row : rows) {
      for (int column = 0; column < 4; column++) {
        row[column] = stream.nextGaussian() * scale;
      }
    }
    return rows;
  }
}
