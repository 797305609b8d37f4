package dev.synth.internal.neural.layer;

import dev.synth.base.RandomStream;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The meaning of the numbers that leave a decoder: for each one-hot span the logits of its cases,
 * for each scalar span the mean of a normal distribution whose standard deviation is learned, one a
 * column.
 *
 * <p>The loss of a row is −ln p(row): softmax cross-entropy for the cases, plus the normal
 * distribution's negative log density for the scalars whose gate is open in that row.
 */
public final class Heads {
  /** Bounds of the scalars' standard deviation, on the encoder's standard normal scale. */
  static final double LEAST_DEVIATION = 0.05;

  static final double LARGEST_DEVIATION = 2;
  private static final double FIRST_DEVIATION = 0.5;
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  private final List<Span.OneHot> choices = new ArrayList<>();
  private final List<Span.Scalar> scalars = new ArrayList<>();
  private final Matrix logDeviations;
  private final Matrix logDeviationsGradient;

  public Heads(EncodedLayout layout, DataType type) {
    for (Span span : layout.spans()) {
      switch (span) {
        case Span.OneHot choice -> choices.add(choice);
        case Span.Scalar scalar -> scalars.add(scalar);
      }
    }
    int size = Math.max(1, scalars.size()); // ND4J has no matrix without columns
    logDeviations = Matrix.zeros(type, 1, size);
    logDeviationsGradient = Matrix.zeros(type, 1, size);
    for (int i = 0; i < size; i++) {
      logDeviations.set(i, Math.log(FIRST_DEVIATION));
    }
  }

  /** Returns the natural logarithms of the scalars' standard deviations, in the layout's order. */
  public Matrix logDeviations() {
    return logDeviations;
  }

  /** Returns the gradient by {@link #logDeviations} that the latest loss left. */
  public Matrix logDeviationsGradient() {
    return logDeviationsGradient;
  }

  /** Brings standard deviations that a step took out of their bounds back to them. */
  public void keepWithinBounds() {
    for (int i = 0; i < logDeviations.size(); i++) {
      double within =
          Math.clamp(logDeviations.get(i), Math.log(LEAST_DEVIATION), Math.log(LARGEST_DEVIATION));
      logDeviations.set(i, within);
    }
  }

  /**
   * Returns the mean loss per row and leaves its gradients.
   *
   * @param outputs the decoder's outputs, rows × width
   * @param targets the encoded rows, rows × width
   * @param outputsGradient where the gradient by the outputs goes, rows × width
   * @return nats per row
   */
  public double loss(Matrix outputs, Matrix targets, Matrix outputsGradient) {
    return loss(outputs, targets, outputsGradient, choiceLosses(outputs));
  }

  /**
   * Returns the mean loss per row and leaves its gradients.
   *
   * @param choiceLosses of {@link #choiceLosses}, which may be used again by one thread
   */
  public double loss(
      Matrix outputs, Matrix targets, Matrix outputsGradient, @Nullable ChoiceLosses choiceLosses) {
    double loss =
        choiceLosses == null
            ? choiceLoss(outputs, targets, outputsGradient)
            : choiceLosses.sum(outputs, targets, outputsGradient);
    for (int i = 0; i < scalars.size(); i++) {
      loss += scalarLoss(i, outputs, targets, outputsGradient);
    }
    return loss / outputs.rows();
  }

  /**
   * Returns what the one-hot spans' losses of one batch size are computed in, or null where there
   * are none or not in single precision.
   *
   * @param outputs a matrix of the batch's size
   */
  public @Nullable ChoiceLosses choiceLosses(Matrix outputs) {
    return choices.isEmpty() || outputs.array().dataType() != DataType.FLOAT
        ? null
        : new ChoiceLosses(choices, outputs);
  }

  private double choiceLoss(Matrix outputs, Matrix targets, Matrix gradient) {
    double loss = 0;
    for (Span.OneHot choice : choices) {
      for (int row = 0; row < outputs.rows(); row++) {
        loss += choiceLoss(choice, row, outputs, targets, gradient);
      }
    }
    return loss;
  }

  /** Returns −ln p of a row's case, and leaves the gradient of the mean over rows. */
  public static double choiceLoss(
      Span.OneHot choice, int row, Matrix outputs, Matrix targets, Matrix gradient) {
    int rows = outputs.rows();
    int first = choice.offset() * rows + row;
    int end = first + choice.width() * rows;
    double most = largest(outputs, first, end, rows);
    double sum = 0;
    double chosen = 0;
    for (int i = first; i < end; i += rows) {
      double logit = outputs.get(i) - most;
      double weight = Math.exp(logit);
      sum += weight;
      chosen += targets.get(i) * logit;
      gradient.set(i, weight);
    }
    for (int i = first; i < end; i += rows) {
      gradient.set(i, (gradient.get(i) / sum - targets.get(i)) / rows);
    }
    return Math.log(sum) - chosen;
  }

  private static double largest(Matrix outputs, int first, int end, int stride) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = first; i < end; i += stride) {
      largest = Math.max(largest, outputs.get(i));
    }
    return largest;
  }

  private double scalarLoss(int index, Matrix outputs, Matrix targets, Matrix gradient) {
    Span.Scalar scalar = scalars.get(index);
    int rows = outputs.rows();
    double logDeviation = logDeviations.get(index);
    double precision = Math.exp(-2 * logDeviation);
    double loss = 0;
    double deviationGradient = 0;
    for (int row = 0; row < rows; row++) {
      int i = scalar.offset() * rows + row;
      if (scalar.gate() == Span.Scalar.ALWAYS || targets.get(scalar.gate() * rows + row) > 0.5) {
        double error = outputs.get(i) - targets.get(i);
        double scaled = error * error * precision;
        loss += 0.5 * scaled + logDeviation + HALF_LOG_TWO_PI;
        deviationGradient += 1 - scaled;
        gradient.set(i, error * precision / rows);
      } else {
        gradient.set(i, 0);
      }
    }
    logDeviationsGradient.set(index, deviationGradient / rows);
    return loss;
  }

  /** Draws an encoded row from the distribution that a row of outputs stands for. */
  public void draw(Matrix outputs, int row, RandomStream stream, double[] into) {
    int rows = outputs.rows();
    for (Span.OneHot choice : choices) {
      int drawn = drawCase(choice, outputs, row, stream);
      for (int k = 0; k < choice.width(); k++) {
        into[choice.offset() + k] = k == drawn ? 1 : 0;
      }
    }
    for (int i = 0; i < scalars.size(); i++) {
      Span.Scalar scalar = scalars.get(i);
      double noise = stream.nextGaussian();
      boolean open = scalar.gate() == Span.Scalar.ALWAYS || into[scalar.gate()] > 0.5;
      double mean = outputs.get(scalar.offset() * rows + row);
      into[scalar.offset()] = open ? mean + Math.exp(logDeviations.get(i)) * noise : 0;
    }
  }

  /** Draws a case by a row's logits. */
  public static int drawCase(Span.OneHot choice, Matrix outputs, int row, RandomStream stream) {
    int rows = outputs.rows();
    int first = choice.offset() * rows + row;
    int end = first + choice.width() * rows;
    double most = largest(outputs, first, end, rows);
    double sum = 0;
    for (int i = first; i < end; i += rows) {
      sum += Math.exp(outputs.get(i) - most);
    }
    double left = stream.nextDouble() * sum;
    for (int k = 0; k < choice.width() - 1; k++) {
      left -= Math.exp(outputs.get(first + k * rows) - most);
      if (left < 0) {
        return k;
      }
    }
    return choice.width() - 1;
  }
}
