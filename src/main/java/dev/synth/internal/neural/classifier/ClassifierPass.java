package dev.synth.internal.neural.classifier;

import dev.synth.internal.neural.layer.DenseStack;

/** One evaluation of a classifier's loss on a batch, and of its gradient. */
final class ClassifierPass implements AutoCloseable {
  private final FocalLoss loss;
  private final BatchShape shape;
  private final DenseStack.Pass pass;

  ClassifierPass(ClassifierNetwork network, FocalLoss loss, BatchShape shape) {
    this.loss = loss;
    this.shape = shape;
    this.pass = network.stack().pass(shape.size());
  }

  /**
   * Returns the weighted mean loss of a batch, and readies {@link #backward}.
   *
   * @param rows rows to choose from
   * @param batch the positions of the batch's rows, the rare ones first
   */
  double forward(double[][] rows, int[] batch) {
    pass.input().setRows(rows, batch);
    pass.forward();
    double sum = 0;
    for (int row = 0; row < shape.size(); row++) {
      double logit = pass.output().get(row);
      boolean rare = row < shape.rareRows();
      sum += shape.weight(row) * loss.of(logit, rare);
      pass.outputGradient().set(row, shape.weight(row) * loss.slope(logit, rare));
    }
    return sum;
  }

  /** Leaves the gradient of the loss in the network's stack. */
  void backward() {
    pass.backward();
  }

  @Override
  public void close() {
    pass.close();
  }
}
