package dev.synth.internal.neural.flow;

import dev.synth.base.RandomStream;
import dev.synth.internal.neural.layer.DenseStack;
import dev.synth.internal.neural.layer.Matrix;
import org.nd4j.linalg.api.buffer.DataType;

/** One evaluation of a flow model's loss on a fixed number of rows, and of its gradient. */
final class FlowPass implements AutoCloseable {
  private final FlowHeads heads;
  private final DenseStack.Pass pass;
  private final Matrix targets;
  private final boolean[] hidden;
  private final FlowPath path;

  FlowPass(FlowModel model, int rows) {
    heads = model.heads();
    pass = model.stack().pass(rows);
    DataType type = pass.input().array().dataType();
    targets = Matrix.zeros(type, rows, model.shape().layout().width());
    hidden = new boolean[heads.choices().size() * rows];
    path = new FlowPath(model.shape(), heads, pass.input(), targets, hidden);
  }

  /** Returns the loss of rows at random times, and readies {@link #backward}. */
  FlowLoss forward(double[][] rows, int[] batch, RandomStream stream) {
    path.place(rows, batch, stream);
    pass.forward();
    return heads.loss(pass.output(), targets, hidden, pass.outputGradient());
  }

  /** Leaves the gradient of the total loss in the stack. */
  void backward() {
    pass.backward();
  }

  @Override
  public void close() {
    pass.close();
    targets.close();
  }
}
