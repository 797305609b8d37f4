package dev.synth.internal.neural.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.Span;
import dev.synth.internal.neural.layer.Tensors;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small flow model on toys whose distribution is known. */
final class FlowModelTest {
  private static final int BATCH = 256;

  private static final EncodedLayout PLANE =
      new EncodedLayout(
          List.of(
              new Span.Scalar("x", 0, Span.Scalar.ALWAYS),
              new Span.Scalar("y", 1, Span.Scalar.ALWAYS)));

  private static final EncodedLayout TWO_CHOICES =
      new EncodedLayout(List.of(new Span.OneHot("a", 0, 4), new Span.OneHot("b", 4, 3)));

  private static final EncodedLayout GATED =
      new EncodedLayout(
          List.of(
              new Span.OneHot("a", 0, 2), new Span.OneHot("b", 2, 2), new Span.Scalar("b", 4, 3)));

  /** Eight normal distributions with standard deviation .05, evenly on a circle of radius 1.4. */
  @Test
  @Tag("slow")
  void coversARingOfEightGaussians() {
    FlowModel model =
        train(
            new FlowShape(PLANE, List.of(64, 64, 64), 0),
            2500,
            1,
            stream -> {
              double angle = stream.nextInt(8) * Math.PI / 4;
              return new double[] {
                1.4 * Math.cos(angle) + .05 * stream.nextGaussian(),
                1.4 * Math.sin(angle) + .05 * stream.nextGaussian()
              };
            });
    int[] counts = new int[8];
    int near = 0;
    int draws = 2000;
    for (double[] point : model.draw(draws, 20, 0, new Seeds(1).stream("draws"))) {
      int mode = Math.floorMod(Math.round(Math.atan2(point[1], point[0]) * 4 / Math.PI), 8);
      double angle = mode * Math.PI / 4;
      double distance =
          Math.hypot(point[0] - 1.4 * Math.cos(angle), point[1] - 1.4 * Math.sin(angle));
      counts[mode]++;
      near += distance <= 6 * .05 ? 1 : 0;
    }
    assertThat(near / (double) draws).isGreaterThan(.9);
    assertThat(IntStream.of(counts).min().orElse(0)).isGreaterThan(draws / 8 / 2);
  }

  /** P(a, b) is proportional to 1 + 5·[b = a mod 3] + a, over 4 × 3 cases. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void recoversTheJointLawOfTwoChoices(int seed) {
    double[] law =
        IntStream.range(0, 12).mapToDouble(i -> 1 + (i % 3 == i / 3 % 3 ? 5 : 0) + i / 3).toArray();
    double sum = IntStream.range(0, 12).mapToDouble(i -> law[i]).sum();
    FlowModel model =
        train(
            new FlowShape(TWO_CHOICES, List.of(32, 32), 0),
            700,
            seed,
            stream -> {
              double left = stream.nextDouble() * sum;
              int drawn = 0;
              while (drawn < 11 && left >= law[drawn]) {
                left -= law[drawn++];
              }
              double[] row = new double[7];
              row[drawn / 3] = 1;
              row[4 + drawn % 3] = 1;
              return row;
            });
    double[] counts = new double[12];
    int draws = 5000;
    for (double[] row : model.draw(draws, 20, 0, new Seeds(seed).stream("draws"))) {
      int a = IntStream.range(0, 4).filter(k -> row[k] == 1).sum();
      int b = IntStream.range(0, 3).filter(k -> row[4 + k] == 1).sum();
      counts[3 * a + b]++;
    }
    double distance =
        IntStream.range(0, 12)
            .mapToDouble(i -> Math.abs(counts[i] / draws - law[i] / sum) / 2)
            .sum();
    // Independent draws from the margins would be .20 away; 5,000 draws of the law itself are .02.
    assertThat(distance).isLessThan(.06);
  }

  /** b has a number in 30 % of the rows of a's first case and in 80 % of the others: 2, sd .5. */
  @Test
  void keepsTheShareOfRowsThatHaveANumber() {
    FlowModel model =
        train(
            new FlowShape(GATED, List.of(48, 48), 0),
            800,
            1,
            stream -> {
              int a = stream.nextInt(2);
              boolean open = stream.nextDouble() < (a == 0 ? .3 : .8);
              double number = open ? 2 + .5 * stream.nextGaussian() : 0;
              return new double[] {1 - a, a, open ? 0 : 1, open ? 1 : 0, number};
            });
    double[] rows = new double[2];
    double[] open = new double[2];
    double sum = 0;
    double squares = 0;
    for (double[] row : model.draw(4000, 20, 0, new Seeds(1).stream("draws"))) {
      int a = row[1] == 1 ? 1 : 0;
      rows[a]++;
      open[a] += row[3];
      sum += row[4];
      squares += row[3] * (row[4] - 2) * (row[4] - 2);
      assertThat(row[4] != 0).isEqualTo(row[3] == 1);
    }
    double numbers = open[0] + open[1];
    assertThat(rows[1] / 4000).isCloseTo(.5, within(.06));
    assertThat(open[0] / rows[0]).isCloseTo(.3, within(.08));
    assertThat(open[1] / rows[1]).isCloseTo(.8, within(.08));
    assertThat(sum / numbers).isCloseTo(2, within(.1));
    assertThat(Math.sqrt(squares / numbers)).isCloseTo(.5, within(.1));
  }

  @Test
  void drawsFromTheConditionThatItIsTold() {
    FlowModel model =
        train(
            new FlowShape(PLANE, List.of(32, 32), 1),
            600,
            1,
            stream -> {
              double condition = stream.nextInt(2);
              double centre = 3 * condition - 1.5;
              return new double[] {
                centre + .3 * stream.nextGaussian(), .3 * stream.nextGaussian(), condition
              };
            });
    for (int condition = 0; condition < 2; condition++) {
      double mean = 0;
      for (double[] row : model.draw(500, 20, condition, new Seeds(1).stream("draws"))) {
        mean += row[0] / 500;
      }
      assertThat(mean).isCloseTo(3 * condition - 1.5, within(.2));
    }
  }

  @Test
  void isTheSameAfterBeingSavedAndRestored() {
    FlowShape shape = new FlowShape(GATED, List.of(8), 0);
    FlowModel model = new FlowModel(shape, new Seeds(1).stream("weights"));
    Tensors tensors = new Tensors();
    model.saveTo(tensors);
    FlowModel restored = FlowModel.restore(shape, tensors);
    assertThat(restored.draw(50, 5, 0, new Seeds(2).stream("draws")))
        .isDeepEqualTo(model.draw(50, 5, 0, new Seeds(2).stream("draws")));
  }

  private static FlowModel train(
      FlowShape shape, int steps, int seed, Function<RandomStream, double[]> law) {
    RandomStream stream = new Seeds(seed).stream("rows");
    double[][] rows =
        IntStream.range(0, 4000).mapToObj(i -> law.apply(stream)).toArray(double[][]::new);
    FlowModel model = new FlowModel(shape, new Seeds(seed).stream("weights"));
    FlowOptimiser.Settings plan = new FlowOptimiser.Settings(steps, .01, .01, .99);
    try (FlowOptimiser optimiser = new FlowOptimiser(model, BATCH, plan)) {
      RandomStream noise = new Seeds(seed).stream("noise");
      int[] batch = new int[BATCH];
      for (int step = 0; step < steps; step++) {
        for (int i = 0; i < BATCH; i++) {
          batch[i] = noise.nextInt(rows.length);
        }
        optimiser.step(rows, batch, noise);
      }
      return optimiser.averaged();
    }
  }
}
