package dev.synth.internal.neural.layer;

import dev.synth.internal.encode.Span;
import java.util.List;

/**
 * The losses of all one-hot spans of a batch in single precision, as {@link Heads#choiceLoss}
 * computes each, to the last bit.
 *
 * <p>Loops run over copies of the matrices in arrays, column by column, so that the compiler leaves
 * nothing to check in them. The largest logit of a row has a weight of exactly 1, and so half of
 * the exponentials of two cases need not be computed.
 */
public final class ChoiceLosses {
  private final List<Span.OneHot> choices;
  private final int rows;
  private final float[] outputs;
  private final float[] targets;
  private final float[] gradient;
  private final double[] most;
  private final double[] sum;
  private final double[] chosen;

  /**
   * Losses of batches of one size.
   *
   * @param choices the spans, at least one
   * @param like a matrix of the batch's size
   */
  ChoiceLosses(List<Span.OneHot> choices, Matrix like) {
    this.choices = choices;
    rows = like.rows();
    outputs = new float[like.size()];
    targets = new float[like.size()];
    gradient = new float[like.size()];
    most = new double[rows];
    sum = new double[rows];
    chosen = new double[rows];
  }

  /**
   * Returns the losses' sum, and leaves the gradient of the mean over rows.
   *
   * @param from the decoder's outputs, rows × width
   * @param wanted the encoded rows, rows × at least that width
   * @param into where the gradient goes; numbers outside of one-hot spans are not kept
   */
  double sum(Matrix from, Matrix wanted, Matrix into) {
    from.copyTo(outputs);
    wanted.copyTo(targets);
    double loss = 0;
    for (Span.OneHot choice : choices) {
      loss = add(choice, loss);
    }
    into.copyFrom(gradient);
    return loss;
  }

  private double add(Span.OneHot choice, double before) {
    int first = choice.offset() * rows;
    int end = first + choice.width() * rows;
    findMost(first, end);
    for (int row = 0; row < rows; row++) {
      sum[row] = 0;
      chosen[row] = 0;
    }
    for (int i = first; i < end; i += rows) {
      weigh(i);
    }
    for (int i = first; i < end; i += rows) {
      for (int row = 0; row < rows; row++) {
        gradient[i + row] = (float) ((gradient[i + row] / sum[row] - targets[i + row]) / rows);
      }
    }
    double loss = before;
    for (int row = 0; row < rows; row++) {
      loss += Math.log(sum[row]) - chosen[row];
    }
    return loss;
  }

  private void findMost(int first, int end) {
    for (int row = 0; row < rows; row++) {
      most[row] = outputs[first + row];
    }
    for (int i = first + rows; i < end; i += rows) {
      for (int row = 0; row < rows; row++) {
        most[row] = Math.max(most[row], outputs[i + row]);
      }
    }
  }

  private void weigh(int column) {
    for (int row = 0; row < rows; row++) {
      double logit = outputs[column + row] - most[row];
      double weight = logit == 0 ? 1 : Math.exp(logit);
      sum[row] += weight;
      chosen[row] += targets[column + row] * logit;
      gradient[column + row] = (float) weight;
    }
  }
}
