package dev.synth.internal.neural.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.neural.layer.DenseStack;
import dev.synth.internal.neural.layer.InputSlope;
import dev.synth.internal.neural.layer.Matrix;
import dev.synth.internal.neural.vae.ElboGradientTest;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Every gradient of the GAN: the critic's with its penalty, the generator's through the critic, the
 * heads and the conditions, against central differences in double precision and against DL4J.
 */
final class WganGradientTest {
  private static final double STEP = 1e-6;

  @ParameterizedTest
  @CsvSource({"1, 1, 10, false", "2, 3, 10, true", "3, 2, 0, true", "4, 4, 0.5, false"})
  void theCriticsAgreesWithCentralDifferences(
      int seed, int pack, double penaltyWeight, boolean toldTheClass) {
    Toy toy = new Toy(seed, pack, penaltyWeight, toldTheClass, DataType.DOUBLE);
    try (WganPass pass = toy.pass) {
      CriticLoss loss = pass.critic(toy.real, toy.conditions, toy.noise());
      assertThat(loss.penalty() > 0).isEqualTo(penaltyWeight > 0);
      check(
          copy(toy.critic.gradient()),
          toy.critic.parameters(),
          () -> pass.critic(toy.real, toy.conditions, toy.noise()).total());
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, false", "2, 3, true", "3, 2, true", "4, 4, false"})
  void theGeneratorsAgreesWithCentralDifferences(int seed, int pack, boolean toldTheClass) {
    Toy toy = new Toy(seed, pack, 10, toldTheClass, DataType.DOUBLE);
    try (WganPass pass = toy.pass) {
      GeneratorLoss loss = pass.generator(toy.conditions, toy.noise());
      assertThat(loss.condition()).isPositive();
      check(
          copy(toy.network.stack().gradient()),
          toy.network.stack().parameters(),
          () -> pass.generator(toy.conditions, toy.noise()).total());
    }
  }

  /**
   * Error of the difference, relative to the largest of the gradient's numbers: rounding, 1e-16 /
   * 1e-6 times a loss near 10, and O(step²).
   */
  private static void check(double[] analytic, Matrix parameters, DoubleSupplier loss) {
    double largest = Arrays.stream(analytic).map(Math::abs).max().orElseThrow();
    assertThat(largest).isGreaterThan(1e-3);
    for (int i = 0; i < analytic.length; i++) {
      double value = parameters.get(i);
      parameters.set(i, value + STEP);
      double above = loss.getAsDouble();
      parameters.set(i, value - STEP);
      double below = loss.getAsDouble();
      parameters.set(i, value);
      assertThat(analytic[i])
          .as("parameter %d", i)
          .isCloseTo((above - below) / (2 * STEP), within(1e-7 * Math.max(1, largest)));
    }
  }

  @Test
  void thePenaltyOfALinearCriticIsWorkedOutByHand() {
    DenseStack critic =
        new DenseStack(List.of(3, 1), DataType.DOUBLE, new Seeds(1).stream("weights"));
    for (int i = 0; i < 3; i++) {
      critic.parameters().set(i, new double[] {3, 4, 7}[i]);
    }
    // ‖(3, 4)‖ = 5, whatever the row; the third column is not compared. λ (5 − 1)² = 8, and its
    // gradient is 2 λ (5 − 1)/5 · (3, 4) = (2.4, 3.2) with λ = ½.
    try (GradientPenalty penalty = new GradientPenalty(new InputSlope(critic, 2), 2, 0.5)) {
      critic.gradient().set(0, 100);
      assertThat(penalty.add()).isCloseTo(8, within(1e-12));
      assertThat(copy(critic.gradient()))
          .containsExactly(new double[] {102.4, 3.2, 0, 0}, within(1e-12));
    }
  }

  @Test
  void aCriticThatIsFlatIsPenalisedWithoutAGradient() {
    DenseStack critic =
        new DenseStack(List.of(2, 3, 1), DataType.DOUBLE, new Seeds(1).stream("weights"));
    for (int i = 0; i < critic.parameters().size(); i++) {
      critic.parameters().set(i, 0);
    }
    try (GradientPenalty penalty = new GradientPenalty(new InputSlope(critic, 4), 2, 10)) {
      assertThat(penalty.add()).isEqualTo(10);
      assertThat(copy(critic.gradient())).containsOnly(0);
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void thePlainPartsAgreeWithDl4j(int seed) {
    Toy toy = new Toy(seed, 2, 0, true, DataType.FLOAT);
    try (WganPass pass = toy.pass;
        InputSlope slope = new InputSlope(toy.critic, 5)) {
      pass.critic(toy.real, toy.conditions, toy.noise());
      assertDl4jGives(toy.critic.gradient(), toy, pass.judgedInput());
      RandomStream stream = toy.noise();
      for (int i = 0; i < slope.input().size(); i++) {
        slope.input().set(i, stream.nextGaussian());
      }
      slope.compute();
      MultiLayerNetwork network = (MultiLayerNetwork) toy.critic.network();
      network.setInput(slope.input().array());
      network.feedForward(true, false);
      INDArray ones = slope.slopeAfter(toy.critic.layers().size() - 1).array().dup();
      INDArray expected = network.backpropGradient(ones, null).getSecond();
      for (int row = 0; row < 5; row++) {
        for (int column = 0; column < slope.slope().columns(); column++) {
          // Single precision: 24 bits, sums of at most 12 products of numbers around 1.
          assertThat(slope.slope().get(column * 5 + row))
              .isCloseTo(expected.getDouble(row, column), within(1e-5));
        }
      }
    }
  }

  private static void assertDl4jGives(Matrix gradient, Toy toy, Matrix input) {
    MultiLayerNetwork network = (MultiLayerNetwork) toy.critic.network();
    network.setInput(input.array());
    network.feedForward(true, false);
    int packs = input.rows() / 2;
    Matrix epsilon = Matrix.zeros(DataType.FLOAT, input.rows(), 1);
    for (int i = 0; i < input.rows(); i++) {
      epsilon.set(i, (i < packs ? -1.0 : 1.0) / packs);
    }
    Pair<Gradient, INDArray> expected = network.backpropGradient(epsilon.array(), null);
    for (int i = 0; i < gradient.size(); i++) {
      assertThat(gradient.get(i))
          .isCloseTo(expected.getFirst().gradient().getDouble(i), within(1e-5));
    }
  }

  private static double[] copy(Matrix gradient) {
    double[] copy = new double[gradient.size()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = gradient.get(i);
    }
    return copy;
  }

  /** Small networks, and rows of {@link ElboGradientTest#LAYOUT} that meet their conditions. */
  private static final class Toy {
    private static final int PACKS = 3;

    final GanNetwork network;
    final DenseStack critic;
    final WganPass pass;
    final double[][] real;
    final LevelConditions conditions;
    private final int seed;

    Toy(int seed, int pack, double penaltyWeight, boolean toldTheClass, DataType type) {
      this.seed = seed;
      GanShape shape = new GanShape(ElboGradientTest.LAYOUT, List.of(8, 6), 3, pack, toldTheClass);
      network = new GanNetwork(shape, new Seeds(seed).stream("generator"), type);
      critic = new DenseStack(shape.criticWidths(), type, new Seeds(seed).stream("critic"));
      pass = new WganPass(network, critic, PACKS, penaltyWeight);
      int rows = PACKS * pack;
      RandomStream stream = new Seeds(seed).stream("rows");
      Matrix filled = Matrix.zeros(DataType.DOUBLE, rows, 7);
      ElboGradientTest.fill(filled, stream);
      real = new double[rows][7];
      conditions = new LevelConditions(new int[rows], new boolean[rows]);
      for (int row = 0; row < rows; row++) {
        filled.copyRow(row, real[row]);
        conditions.rare()[row] = stream.nextInt(2) == 0;
        conditions.cases()[row] =
            switch (row % 3) {
              case 0 -> real[row][0] == 1 ? 0 : real[row][1] == 1 ? 1 : 2;
              case 1 -> real[row][4] == 1 ? 4 : 5;
              default -> LevelConditions.NONE;
            };
      }
    }

    RandomStream noise() {
      return new Seeds(seed).stream("noise");
    }
  }
}
