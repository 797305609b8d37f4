package dev.synth.internal.neural.flow;

import dev.synth.base.RandomStream;
import dev.synth.internal.encode.Span;
import dev.synth.internal.neural.layer.DenseStack;
import dev.synth.internal.neural.layer.Heads;
import dev.synth.internal.neural.layer.Matrix;
import java.util.Arrays;

/**
 * Rows on their way from noise to data, step by step.
 *
 * <p>Numbers follow the network's velocity by Heun's method: a step along the velocity at its
 * start, then corrected by the mean of that and the velocity at its end. A hidden case appears
 * within a step from t to s with probability (s − t) / (1 − t), and then by the network's
 * probabilities (Gat et al., NeurIPS 2024, section 3, for the masked path).
 */
final class FlowSampler implements AutoCloseable {
  private static final int HIDDEN = -1;

  private final FlowShape shape;
  private final FlowHeads heads;
  private final RandomStream stream;
  private final DenseStack.Pass pass;
  private final Matrix input;
  private final int rows;
  private final double[][] numbers;
  private final double[][] velocities;
  private final int[][] cases;

  /** Rows of pure noise, with all cases hidden. */
  FlowSampler(FlowModel model, int rows, double condition, RandomStream stream) {
    this.shape = model.shape();
    this.heads = model.heads();
    this.rows = rows;
    this.stream = stream;
    pass = model.stack().pass(rows);
    input = pass.input();
    numbers = new double[heads.scalars().size()][rows];
    velocities = new double[heads.scalars().size()][rows];
    cases = new int[heads.choices().size()][rows];
    for (double[] number : numbers) {
      Arrays.setAll(number, row -> stream.nextGaussian());
    }
    for (int[] hidden : cases) {
      Arrays.fill(hidden, HIDDEN);
    }
    int end = (shape.conditionOffset() + shape.conditions()) * rows;
    for (int i = shape.conditionOffset() * rows; i < end; i++) {
      input.set(i, condition);
    }
  }

  /** Gives all rows the one-hot case at a position of an encoded row. */
  void pin(int position) {
    for (int choice = 0; choice < cases.length; choice++) {
      Span.OneHot span = heads.choices().get(choice);
      int pinned = position - span.offset();
      if (pinned >= 0 && pinned < span.width()) {
        for (int row = 0; row < rows; row++) {
          show(choice, row, pinned);
        }
      }
    }
  }

  private void show(int choice, int row, int shown) {
    cases[choice][row] = shown;
    input.set((heads.choices().get(choice).offset() + shown) * rows + row, 1);
  }

  /** Moves all rows from one time to a later one, at most 1. */
  void advance(double from, double to) {
    look(from);
    double share = to >= 1 ? 1 : (to - from) / (1 - from);
    for (int choice = 0; choice < cases.length; choice++) {
      reveal(choice, share);
    }
    double[][] first = new double[velocities.length][];
    for (int scalar = 0; scalar < numbers.length; scalar++) {
      first[scalar] = velocities[scalar].clone();
      move(scalar, velocities[scalar], to - from);
    }
    if (numbers.length == 0 || to >= 1) {
      return; // at the end the velocity says nothing that the cases' appearance could change
    }
    look(to);
    for (int scalar = 0; scalar < numbers.length; scalar++) {
      move(scalar, first[scalar], (from - to) / 2);
      move(scalar, velocities[scalar], (to - from) / 2);
    }
  }

  /** Asks the network about the rows as they are. */
  private void look(double time) {
    for (int scalar = 0; scalar < numbers.length; scalar++) {
      int offset = heads.scalars().get(scalar).offset() * rows;
      for (int row = 0; row < rows; row++) {
        input.set(offset + row, numbers[scalar][row]);
      }
    }
    for (int row = 0; row < rows; row++) {
      StepFeatures.write(time, input, row, shape.timeOffset());
    }
    pass.forward();
    for (int scalar = 0; scalar < numbers.length; scalar++) {
      int offset = heads.scalars().get(scalar).offset() * rows;
      for (int row = 0; row < rows; row++) {
        velocities[scalar][row] = pass.output().get(offset + row);
      }
    }
  }

  private void reveal(int choice, double share) {
    Span.OneHot span = heads.choices().get(choice);
    for (int row = 0; row < rows; row++) {
      if (cases[choice][row] == HIDDEN && stream.nextDouble() < share) {
        show(choice, row, Heads.drawCase(span, pass.output(), row, stream));
      }
    }
  }

  private void move(int scalar, double[] velocity, double time) {
    for (int row = 0; row < rows; row++) {
      numbers[scalar][row] += time * velocity[row];
    }
  }

  /** Returns the rows as they are once their time is 1; a number whose gate is closed is 0. */
  double[][] rows() {
    double[][] encoded = new double[rows][shape.layout().width()];
    for (int row = 0; row < rows; row++) {
      for (int choice = 0; choice < cases.length; choice++) {
        encoded[row][heads.choices().get(choice).offset() + cases[choice][row]] = 1;
      }
      for (int scalar = 0; scalar < numbers.length; scalar++) {
        Span.Scalar span = heads.scalars().get(scalar);
        encoded[row][span.offset()] =
            FlowHeads.isOpen(span, encoded[row]) ? numbers[scalar][row] : 0;
      }
    }
    return encoded;
  }

  @Override
  public void close() {
    pass.close();
  }
}
