package dev.synth.internal.neural.gan;

import dev.synth.base.RandomStream;
import dev.synth.internal.neural.layer.DenseStack;
import dev.synth.internal.neural.layer.InputSlope;
import dev.synth.internal.neural.layer.Matrix;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * One evaluation of the critic's and one of the generator's loss on a fixed number of packs, and of
 * their gradients: Wasserstein GAN with gradient penalty (Gulrajani et al., NeurIPS 2017, algorithm
 * 1) on packs of rows (Lin et al., NeurIPS 2018) under conditions (Xu et al., NeurIPS 2019).
 *
 * <p>A critic's input is a pack's encoded rows, then its conditions, which are the same for the
 * real pack, the made one and the point between them at which the slope is penalised. The slope is
 * taken by the rows alone, since a condition is given and not compared.
 */
final class WganPass implements AutoCloseable {
  private final GanNetwork network;
  private final int packs;
  private final int pack;
  private final int width;
  private final int conditionWidth;
  private final DenseStack.Pass generator;
  private final Matrix made;
  private final Matrix madeGradient;
  private final DenseStack.Pass judged;
  private final InputSlope slope;
  private final GradientPenalty penalty;

  /**
   * Prepares evaluations.
   *
   * @param critic a stack of the shape's critic widths
   * @param packs how many packs of real, and as many of made rows, an evaluation takes
   * @param penaltyWeight λ, at least 0
   */
  WganPass(GanNetwork network, DenseStack critic, int packs, double penaltyWeight) {
    this.network = network;
    this.packs = packs;
    pack = network.shape().pack();
    width = network.shape().layout().width();
    conditionWidth = network.shape().conditionWidth();
    DataType type = critic.parameters().array().dataType();
    generator = network.stack().pass(packs * pack);
    made = Matrix.zeros(type, packs * pack, width);
    madeGradient = Matrix.zeros(type, packs * pack, width);
    judged = critic.pass(2 * packs);
    slope = new InputSlope(critic, packs);
    penalty = new GradientPenalty(slope, pack * width, penaltyWeight);
  }

  /** Returns how many rows an evaluation takes. */
  int rows() {
    return packs * pack;
  }

  /** Returns the latest packs that the critic judged: the real ones, then the made ones. */
  Matrix judgedInput() {
    return judged.input();
  }

  /**
   * Returns the critic's loss and leaves its gradient.
   *
   * @param real encoded rows that meet the conditions, as many as {@link #rows}
   * @param conditions what the rows meet, and the made ones are to meet
   */
  CriticLoss critic(double[][] real, LevelConditions conditions, RandomStream stream) {
    make(conditions, stream);
    for (int p = 0; p < packs; p++) {
      double share = stream.nextDouble();
      for (int slot = 0; slot < pack; slot++) {
        place(real, p, slot, share);
        placeConditions(conditions, p, slot);
      }
    }
    judged.forward();
    double distance = distance();
    judged.backward();
    return new CriticLoss(distance, penalty.add());
  }

  private void make(LevelConditions conditions, RandomStream stream) {
    network.fill(conditions, stream, generator.input());
    generator.forward();
    network.heads().forward(generator.output(), stream, made);
  }

  /**
   * Returns how much higher real packs are judged, and leaves the gradient of what is minimised.
   */
  private double distance() {
    Matrix outputs = judged.output();
    Matrix gradient = judged.outputGradient();
    double distance = 0;
    for (int p = 0; p < packs; p++) {
      distance += outputs.get(p) - outputs.get(packs + p);
      gradient.set(p, -1.0 / packs);
      gradient.set(packs + p, 1.0 / packs);
    }
    return distance / packs;
  }

  /** Puts a real row, a made one and the point between them where the critic takes them. */
  private void place(double[][] real, int p, int slot, double share) {
    Matrix rows = judged.input();
    Matrix between = slope.input();
    double[] realRow = real[p * pack + slot];
    for (int k = 0; k < width; k++) {
      double madeValue = made.get(k * made.rows() + p * pack + slot);
      int column = slot * width + k;
      rows.set(column * rows.rows() + p, realRow[k]);
      rows.set(column * rows.rows() + packs + p, madeValue);
      between.set(column * packs + p, share * realRow[k] + (1 - share) * madeValue);
    }
  }

  private void placeConditions(LevelConditions conditions, int p, int slot) {
    int first = pack * width + slot * conditionWidth;
    int index = p * pack + slot;
    network.columns().write(conditions, index, judged.input(), p, first);
    network.columns().write(conditions, index, judged.input(), packs + p, first);
    network.columns().write(conditions, index, slope.input(), p, first);
  }

  /**
   * Returns the generator's loss and leaves its gradient.
   *
   * @param conditions what the made rows are to meet, as many as {@link #rows}
   */
  GeneratorLoss generator(LevelConditions conditions, RandomStream stream) {
    make(conditions, stream);
    Matrix input = slope.input();
    int first = pack * width;
    for (int i = 0; i < rows(); i++) {
      int p = i / pack;
      int slot = i % pack;
      for (int k = 0; k < width; k++) {
        input.set((slot * width + k) * packs + p, made.get(k * made.rows() + i));
      }
      int column = first + slot * conditionWidth;
      network.columns().write(conditions, i, input, p, column);
    }
    double score = slope.compute();
    takeGradient();
    network.heads().backward(generator.output(), made, madeGradient, generator.outputGradient());
    double condition =
        network
            .heads()
            .conditionLoss(generator.output(), conditions.cases(), generator.outputGradient());
    generator.backward();
    return new GeneratorLoss(score, condition);
  }

  /** The loss is minus the critic's mean output over packs. */
  private void takeGradient() {
    Matrix slopes = slope.slope();
    for (int i = 0; i < rows(); i++) {
      for (int k = 0; k < width; k++) {
        double value = slopes.get(((i % pack) * width + k) * packs + i / pack);
        madeGradient.set(k * made.rows() + i, -value / packs);
      }
    }
  }

  @Override
  public void close() {
    generator.close();
    made.close();
    madeGradient.close();
    judged.close();
    penalty.close();
  }
}
