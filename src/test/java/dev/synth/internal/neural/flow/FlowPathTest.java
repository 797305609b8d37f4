package dev.synth.internal.neural.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Seeds;
import dev.synth.internal.neural.layer.Matrix;
import dev.synth.internal.neural.vae.ElboGradientTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

final class FlowPathTest {
  private static final int ROWS = 2000;

  private final FlowShape shape = new FlowShape(ElboGradientTest.LAYOUT, List.of(4), 1);
  private final double[][] rows = FlowGradientTest.rows(ROWS, new Seeds(1).stream("rows"));
  private final Matrix input = Matrix.zeros(DataType.DOUBLE, ROWS, 7 + StepFeatures.COUNT + 1);
  private final Matrix targets = Matrix.zeros(DataType.DOUBLE, ROWS, 7);
  private final boolean[] hidden = new boolean[2 * ROWS];

  FlowPathTest() {
    FlowHeads heads = new FlowHeads(ElboGradientTest.LAYOUT);
    new FlowPath(shape, heads, input, targets, hidden)
        .place(rows, IntStream.range(0, ROWS).toArray(), new Seeds(1).stream("noise"));
  }

  @Test
  void timesFillTheUnitIntervalEvenly() {
    double[] times = IntStream.range(0, ROWS).mapToDouble(this::time).sorted().toArray();
    for (int i = 0; i < ROWS; i++) {
      assertThat(times[i] * ROWS).isBetween(i - 1e-6, i + 1 + 1e-6);
    }
    assertThat(IntStream.range(0, ROWS).mapToDouble(this::time).toArray()).isNotEqualTo(times);
  }

  @Test
  void numbersAreOnTheStraightLineToTheirData() {
    for (int row = 0; row < ROWS; row++) {
      double rest = 1 - time(row);
      assertThat(get(input, 3, row) + rest * get(targets, 3, row))
          .isCloseTo(rows[row][3], within(1e-9));
      double end = get(input, 6, row) + rest * get(targets, 6, row);
      if (rows[row][5] == 1) {
        assertThat(end).isCloseTo(rows[row][6], within(1e-9));
      } else {
        assertThat(end).isNotCloseTo(0, within(1e-9)); // fresh noise, not the encoder's 0
      }
    }
  }

  @Test
  void casesAreHiddenUntilATimeThatIsUniform() {
    for (int choice = 0; choice < 2; choice++) {
      int offset = choice == 0 ? 0 : 4;
      int width = choice == 0 ? 3 : 2;
      double early = 0;
      for (int row = 0; row < ROWS; row++) {
        boolean isHidden = hidden[choice * ROWS + row];
        for (int k = offset; k < offset + width; k++) {
          assertThat(get(input, k, row)).isEqualTo(isHidden ? 0 : rows[row][k]);
          assertThat(get(targets, k, row)).isEqualTo(rows[row][k]);
        }
        early += isHidden && time(row) < .5 ? 1 : 0;
      }
      // 1,000 rows before the middle, hidden with probability ¾ on average; 4 standard errors.
      assertThat(early / 1000).isCloseTo(.75, within(.055));
    }
  }

  @Test
  void conditionsStandLast() {
    for (int row = 0; row < ROWS; row++) {
      assertThat(get(input, 7 + StepFeatures.COUNT, row)).isEqualTo(rows[row][7]);
    }
    assertThat(Arrays.stream(rows).mapToDouble(row -> row[7]).sum()).isBetween(900.0, 1100.0);
  }

  /** The first time feature is sin(π/2·t). */
  private double time(int row) {
    return Math.asin(get(input, 7, row)) * 2 / Math.PI;
  }

  private static double get(Matrix matrix, int column, int row) {
    return matrix.get(column * ROWS + row);
  }
}
