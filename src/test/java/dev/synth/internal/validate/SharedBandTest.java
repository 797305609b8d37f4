package dev.synth.internal.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.validate.metric.BadSide;
import dev.synth.internal.validate.metric.Metric.Band;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SharedBandTest {
  private static final int DRAWS = 200;

  /** Tails 1/200, 2/200 … 1 in some order: what a floor without ties gives. */
  private static double[] tails(long seed) {
    int[] order = new Seeds(seed).stream("ranks").permutation(DRAWS);
    return IntStream.of(order).mapToDouble(rank -> (rank + 1.0) / DRAWS).toArray();
  }

  @Test
  void oneGateHasItsOwnBand() {
    // 190 of 200 draws have a tail above 10/200.
    assertThat(SharedBand.tail(List.of(tails(1)), 0, 0.95)).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void gatesThatMoveAsOneCountAsOne() {
    List<double[]> same = List.of(tails(1), tails(1), tails(1), tails(1));
    assertThat(SharedBand.tail(same, 0, 0.95)).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void independentGatesShareTheError() {
    List<double[]> ten = new ArrayList<>();
    for (int seed = 0; seed < 10; seed++) {
      ten.add(tails(seed));
    }
    // 1 - 0.95^(1/10) = 0.0051; ranks come in steps of 0.005.
    assertThat(SharedBand.tail(ten, 0, 0.95)).isCloseTo(0.0051, within(0.005));
  }

  @Test
  void gatesOfModelsEnterByTheirQuantile() {
    // (1 - t)^3 = 0.95 has t = 0.01695; the search goes by steps of 0.05/400.
    assertThat(SharedBand.tail(List.of(), 3, 0.95)).isCloseTo(0.01695, within(0.05 / 400));
  }

  @Test
  void realRowsPassAllGatesTogetherAsOftenAsAsked() {
    RandomStream stream = new Seeds(3).stream("values");
    List<NoiseFloor> floors = new ArrayList<>();
    double[][] values = new double[6][DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double shared = stream.nextGaussian();
      for (int gate = 0; gate < 6; gate++) {
        values[gate][draw] = shared + stream.nextGaussian();
      }
    }
    for (double[] gate : values) {
      floors.add(new NoiseFloor(gate, Band.EMPIRICAL));
    }
    double tail =
        SharedBand.tail(
            floors.stream().map(floor -> new SharedBand.BandFigure(floor, BadSide.HIGH)).toList(),
            0.95);
    int passed = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      boolean all = true;
      for (int gate = 0; gate < 6; gate++) {
        all &= floors.get(gate).inside(BadSide.HIGH, tail).contains(values[gate][draw]);
      }
      passed += all ? 1 : 0;
    }
    assertThat(passed).isBetween(190 - 6, 190 + 6);
  }
}
