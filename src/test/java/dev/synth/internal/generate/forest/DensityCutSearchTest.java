package dev.synth.internal.generate.forest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.generate.forest.DensityCutSearch.Cut;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search against all ways to part a node in two. */
final class DensityCutSearchTest {
  private static final int ROWS = 24;
  private static final int REAL = 12;
  private static final int CODES = 6;

  private int least = 3;
  private final int[] cases = new int[ROWS];
  private final int[] ranks = new int[ROWS];
  private final int[] weights = new int[ROWS];
  private final int[] index = IntStream.range(0, ROWS).toArray();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsTheBestOfAllPartsOfTheCases(int seed) {
    fill(seed);
    least = 0; // a limit on the parts' sizes can exclude the theorem's cut, and leave another
    double most = 0;
    for (int left = 1; left < 1 << CODES; left++) {
      most = Math.max(most, gain(cases, left));
    }
    check(search().best(0, index, 0, ROWS), cases, most);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsTheBestThresholdOfANumber(int seed) {
    fill(seed);
    double most = 0;
    for (int code = 0; code < CODES; code++) {
      most = Math.max(most, gain(ranks, (2 << code) - 1));
    }
    Cut cut = search().best(1, index, 0, ROWS);
    check(cut, ranks, most);
    for (int code = 0; cut != null && code < CODES; code++) {
      assertThat(cut.isLeft().test(code)).isEqualTo(code <= cut.code());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void leavesEnoughRealRowsOnBothSides(int seed) {
    fill(seed);
    Cut cut = search().best(0, index, 0, ROWS);
    if (cut != null) {
      int left =
          Math.toIntExact(
              IntStream.range(0, REAL).filter(row -> cut.isLeft().test(cases[row])).count());
      assertThat(left).isBetween(least, REAL - least);
    }
  }

  private DensityCutSearch search() {
    List<double[]> numbers = List.of(Arrays.stream(ranks).asDoubleStream().toArray());
    return new DensityCutSearch(new TreeRows(List.of(cases, ranks), numbers, REAL, weights), least);
  }

  private void fill(int seed) {
    RandomStream stream = new Seeds(seed).stream("rows");
    for (int row = 0; row < ROWS; row++) {
      cases[row] = stream.nextInt(CODES);
      ranks[row] = stream.nextInt(CODES);
      weights[row] = stream.nextInt(3);
    }
  }

  private void check(@Nullable Cut cut, int[] codes, double most) {
    if (most < 1e-9) {
      assertThat(cut).isNull();
      return;
    }
    requireNonNull(cut);
    int left = IntStream.range(0, CODES).filter(cut.isLeft()).map(code -> 1 << code).sum();
    assertThat(cut.gain()).isCloseTo(most, within(1e-12));
    assertThat(gain(codes, left)).isCloseTo(most, within(1e-12));
  }

  /**
   * The decrease of the impurity 2·p·(1 − p), times weight and halved; 0 if a side is too small.
   */
  private double gain(int[] codes, int left) {
    double[][] sums = new double[2][2];
    int[] reals = new int[2];
    for (int row = 0; row < ROWS; row++) {
      int side = left >> codes[row] & 1;
      sums[side][row < REAL ? 1 : 0] += weights[row];
      reals[side] += row < REAL ? 1 : 0;
    }
    if (Math.min(reals[0], reals[1]) < least) {
      return 0;
    }
    double[] all = {sums[0][0] + sums[1][0], sums[0][1] + sums[1][1]};
    return impurity(all) - impurity(sums[0]) - impurity(sums[1]);
  }

  private static double impurity(double[] sums) {
    double weight = sums[0] + sums[1];
    double share = weight == 0 ? 0 : sums[1] / weight;
    return weight * share * (1 - share);
  }
}
