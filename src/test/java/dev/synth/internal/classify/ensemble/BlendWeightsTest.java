package dev.synth.internal.classify.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlendWeightsTest {
  /** Log-odds that are right about every row, or say the same of all. */
  private static double[] member(int rows, int rare, double right) {
    double[] logOdds = new double[rows];
    Arrays.setAll(logOdds, row -> row < rare ? right : -right);
    return logOdds;
  }

  private static BitSet first(int rare) {
    BitSet rows = new BitSet();
    rows.set(0, rare);
    return rows;
  }

  @Test
  void equalMembersWeighTheSame() {
    List<double[]> members = List.of(member(40, 10, 1), member(40, 10, 1), member(40, 10, 1));
    assertThat(BlendWeights.learn(members, first(10)))
        .containsExactly(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, within(1e-9));
  }

  @Test
  void aMemberThatIsRightPrevailsOverOneThatIsWrongWhereRowsAreMany() {
    List<double[]> members = List.of(member(4000, 400, 3), member(4000, 400, -3));
    double[] weights = BlendWeights.learn(members, first(400));
    assertThat(weights[0]).isGreaterThan(0.99);
    assertThat(weights[0] + weights[1]).isCloseTo(1, within(1e-12));
  }

  @Test
  void fewRowsMoveTheWeightsLittle() {
    List<double[]> members = List.of(member(8, 2, 1), member(8, 2, 0.5));
    double[] weights = BlendWeights.learn(members, first(2));
    // The minimum of 8·ln(1 + e^−(w + (1 − w)/2)) + 5·(w ln 2w + (1 − w) ln 2(1 − w)), by bisection
    // of its derivative −4·σ(−(1 + w)/2) + 5·ln(w/(1 − w)).
    assertThat(weights[0]).isCloseTo(minimum(), within(1e-4));
    assertThat(weights[0]).isBetween(0.5, 0.65);
  }

  private static double minimum() {
    double low = 0.5;
    double high = 1 - 1e-12;
    for (int i = 0; i < 100; i++) {
      double middle = (low + high) / 2;
      double slope = -4 / (1 + Math.exp((1 + middle) / 2)) + 5 * Math.log(middle / (1 - middle));
      if (slope < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
