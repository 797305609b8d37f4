package dev.synth.internal.neural.gan;

import dev.synth.base.RandomStream;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.Span;
import dev.synth.internal.neural.layer.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The meaning of the numbers that leave a GAN's generator: for each one-hot span the logits of its
 * cases, for each scalar span the number itself.
 *
 * <p>In training a choice is a draw that has a gradient, softmax((logits + Gumbel noise)/τ) (Jang,
 * Gu and Poole, ICLR 2017; Maddison, Mnih and Teh, ICLR 2017). A scalar is multiplied by the case
 * that it needs. So a critic sees as little of a number behind a closed gate as in a real row,
 * where it is 0. When rows are drawn, the largest of logits and noise decides, which is a draw with
 * the softmax's probabilities.
 */
final class GumbelHeads {
  /** CTGAN's τ (Xu et al., NeurIPS 2019, section 4.4). */
  static final double TEMPERATURE = 0.2;

  private final List<Span.OneHot> choices = new ArrayList<>();
  private final List<Span.Scalar> scalars = new ArrayList<>();
  private final Span.OneHot[] choiceAt;

  GumbelHeads(EncodedLayout layout) {
    choiceAt = new Span.OneHot[layout.width()];
    for (Span span : layout.spans()) {
      switch (span) {
        case Span.OneHot choice -> {
          choices.add(choice);
          Arrays.fill(choiceAt, choice.offset(), choice.offset() + choice.width(), choice);
        }
        case Span.Scalar scalar -> scalars.add(scalar);
      }
    }
  }

  /**
   * Turns outputs into rows that a critic can take.
   *
   * @param outputs the generator's, rows × width
   * @param rows where they go, rows × width
   */
  void forward(Matrix outputs, RandomStream stream, Matrix rows) {
    int count = outputs.rows();
    for (Span.OneHot choice : choices) {
      int start = choice.offset() * count;
      int end = start + choice.width() * count;
      for (int i = start; i < end; i++) {
        rows.set(i, (outputs.get(i) + gumbel(stream)) / TEMPERATURE);
      }
      for (int row = 0; row < count; row++) {
        softmax(rows, start + row, end, count);
      }
    }
    for (Span.Scalar scalar : scalars) {
      for (int row = 0; row < count; row++) {
        int i = scalar.offset() * count + row;
        rows.set(i, outputs.get(i) * gate(scalar, rows, row));
      }
    }
  }

  /** −ln E with E from the exponential distribution; finite where E is drawn as 0. */
  private static double gumbel(RandomStream stream) {
    return -Math.log(Math.max(Double.MIN_NORMAL, -Math.log(1 - stream.nextDouble())));
  }

  private static void softmax(Matrix values, int first, int end, int stride) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = first; i < end; i += stride) {
      most = Math.max(most, values.get(i));
    }
    double sum = 0;
    for (int i = first; i < end; i += stride) {
      double weight = Math.exp(values.get(i) - most);
      values.set(i, weight);
      sum += weight;
    }
    for (int i = first; i < end; i += stride) {
      values.set(i, values.get(i) / sum);
    }
  }

  private static double gate(Span.Scalar scalar, Matrix rows, int row) {
    return scalar.gate() == Span.Scalar.ALWAYS ? 1 : rows.get(scalar.gate() * rows.rows() + row);
  }

  /**
   * Leaves the gradient by the outputs.
   *
   * @param outputs what {@link #forward} was given
   * @param rows what it made of them
   * @param rowsGradient the gradient by the rows, which is spent
   * @param outputsGradient where the gradient by the outputs goes
   */
  void backward(Matrix outputs, Matrix rows, Matrix rowsGradient, Matrix outputsGradient) {
    int count = outputs.rows();
    for (Span.Scalar scalar : scalars) {
      for (int row = 0; row < count; row++) {
        int i = scalar.offset() * count + row;
        double slope = rowsGradient.get(i);
        outputsGradient.set(i, slope * gate(scalar, rows, row));
        if (scalar.gate() != Span.Scalar.ALWAYS) {
          int gate = scalar.gate() * count + row;
          rowsGradient.set(gate, rowsGradient.get(gate) + slope * outputs.get(i));
        }
      }
    }
    for (Span.OneHot choice : choices) {
      int start = choice.offset() * count;
      int end = start + choice.width() * count;
      for (int row = 0; row < count; row++) {
        double mean = 0;
        for (int i = start + row; i < end; i += count) {
          mean += rows.get(i) * rowsGradient.get(i);
        }
        for (int i = start + row; i < end; i += count) {
          outputsGradient.set(i, rows.get(i) * (rowsGradient.get(i) - mean) / TEMPERATURE);
        }
      }
    }
  }

  /**
   * Returns how far the outputs are from the cases that were asked for, the mean of −ln p(case)
   * over all rows, and adds its gradient.
   *
   * @param cases for each row the position of the case in an encoded row, or {@link
   *     LevelConditions#NONE}
   */
  double conditionLoss(Matrix outputs, int[] cases, Matrix outputsGradient) {
    int count = outputs.rows();
    double loss = 0;
    for (int row = 0; row < count; row++) {
      if (cases[row] != LevelConditions.NONE) {
        loss += caseLoss(outputs, cases[row], row, outputsGradient);
      }
    }
    return loss / count;
  }

  private double caseLoss(Matrix outputs, int position, int row, Matrix gradient) {
    Span.OneHot choice = choiceAt[position];
    int count = outputs.rows();
    int first = choice.offset() * count + row;
    int end = first + choice.width() * count;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = first; i < end; i += count) {
      most = Math.max(most, outputs.get(i));
    }
    double sum = 0;
    for (int i = first; i < end; i += count) {
      sum += Math.exp(outputs.get(i) - most);
    }
    int asked = position * count + row;
    for (int i = first; i < end; i += count) {
      double probability = Math.exp(outputs.get(i) - most) / sum;
      gradient.set(i, gradient.get(i) + (probability - (i == asked ? 1 : 0)) / count);
    }
    return Math.log(sum) + most - outputs.get(asked);
  }

  /** Draws an encoded row from the distribution that a row of outputs stands for. */
  void draw(Matrix outputs, int row, RandomStream stream, double[] into) {
    int count = outputs.rows();
    for (Span.OneHot choice : choices) {
      int best = 0;
      double most = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < choice.width(); k++) {
        double value = outputs.get((choice.offset() + k) * count + row) + gumbel(stream);
        if (value > most) {
          most = value;
          best = k;
        }
      }
      for (int k = 0; k < choice.width(); k++) {
        into[choice.offset() + k] = k == best ? 1 : 0;
      }
    }
    for (Span.Scalar scalar : scalars) {
      boolean open = scalar.gate() == Span.Scalar.ALWAYS || into[scalar.gate()] > 0.5;
      into[scalar.offset()] = open ? outputs.get(scalar.offset() * count + row) : 0;
    }
  }
}
