package dev.synth.internal.neural.flow;

import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.Span;
import dev.synth.internal.neural.layer.Heads;
import dev.synth.internal.neural.layer.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * The meaning of the numbers that leave a flow model's network: for each one-hot span the logits of
 * its cases, for each scalar span the velocity of its number.
 */
final class FlowHeads {
  private final List<Span.OneHot> choices = new ArrayList<>();
  private final List<Span.Scalar> scalars = new ArrayList<>();

  FlowHeads(EncodedLayout layout) {
    for (Span span : layout.spans()) {
      switch (span) {
        case Span.OneHot choice -> choices.add(choice);
        case Span.Scalar scalar -> scalars.add(scalar);
      }
    }
  }

  List<Span.OneHot> choices() {
    return choices;
  }

  List<Span.Scalar> scalars() {
    return scalars;
  }

  /** Returns whether an encoded row has a number. */
  static boolean isOpen(Span.Scalar scalar, double[] row) {
    return scalar.gate() == Span.Scalar.ALWAYS || row[scalar.gate()] > 0.5;
  }

  /**
   * Returns the losses and leaves their total's gradient.
   *
   * @param outputs the network's outputs, rows × width
   * @param targets velocities and cases, rows × width
   * @param hidden which cases are hidden, by choice · rows + row
   * @param gradient where the gradient by the outputs goes, rows × width
   */
  FlowLoss loss(Matrix outputs, Matrix targets, boolean[] hidden, Matrix gradient) {
    int rows = outputs.rows();
    double squares = 0;
    for (Span.Scalar scalar : scalars) {
      int end = (scalar.offset() + 1) * rows;
      for (int i = scalar.offset() * rows; i < end; i++) {
        double error = outputs.get(i) - targets.get(i);
        squares += error * error;
        gradient.set(i, 2 * error / rows);
      }
    }
    double nats = 0;
    int hiddenCases = 0;
    for (int choice = 0; choice < choices.size(); choice++) {
      for (int row = 0; row < rows; row++) {
        if (hidden[choice * rows + row]) {
          hiddenCases++;
          nats += Heads.choiceLoss(choices.get(choice), row, outputs, targets, gradient);
        } else {
          clear(choices.get(choice), row, gradient);
        }
      }
    }
    return new FlowLoss(
        scalars.isEmpty() ? 0 : squares / rows / scalars.size(),
        hiddenCases == 0 ? 0 : nats / hiddenCases,
        (squares + nats) / rows);
  }

  private static void clear(Span.OneHot choice, int row, Matrix gradient) {
    for (int k = choice.offset(); k < choice.offset() + choice.width(); k++) {
      gradient.set(k * gradient.rows() + row, 0);
    }
  }
}
