package dev.synth.internal.neural.flow;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.neural.layer.DenseStack;
import dev.synth.internal.neural.layer.Matrix;
import dev.synth.internal.neural.layer.Tensors;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A generative model of encoded table rows by flow matching: a network that knows, at each time
 * between noise and data, where a row's numbers are heading and what its hidden cases will be.
 *
 * <p>Safe to read from several threads once it is trained; trained by one at a time.
 */
public final class FlowModel {
  private final FlowShape shape;
  private final DenseStack stack;
  private final FlowHeads heads;

  /**
   * An untrained model.
   *
   * @param initial where the first weights come from
   */
  public FlowModel(FlowShape shape, RandomStream initial) {
    this(shape, initial, DataType.FLOAT);
  }

  FlowModel(FlowShape shape, RandomStream initial, DataType type) {
    this.shape = shape;
    stack = new DenseStack(shape.stack(), type, initial);
    heads = new FlowHeads(shape.layout());
  }

  /** Returns the sizes. */
  public FlowShape shape() {
    return shape;
  }

  DenseStack stack() {
    return stack;
  }

  FlowHeads heads() {
    return heads;
  }

  /**
   * Draws encoded rows.
   *
   * @param rows how many, at least 1
   * @param steps steps from noise to data, at least 1
   * @param condition what each of the row's conditions is
   */
  public double[][] draw(int rows, int steps, double condition, RandomStream stream) {
    return draw(rows, steps, condition, new int[0], stream);
  }

  /**
   * Draws encoded rows that have given cases: they are known from the start, and all else is drawn
   * beside them.
   *
   * @param cases positions of one-hot cases in an encoded row, at most one of a span
   */
  public double[][] draw(int rows, int steps, double condition, int[] cases, RandomStream stream) {
    try (FlowSampler draw = new FlowSampler(this, rows, condition, stream)) {
      for (int position : cases) {
        draw.pin(position);
      }
      for (int step = 0; step < steps; step++) {
        draw.advance((double) step / steps, (step + 1.0) / steps);
      }
      return draw.rows();
    }
  }

  /** Adds everything learned to what is saved. */
  public void saveTo(Tensors tensors) {
    float[] values = new float[stack.parameters().size()];
    stack.parameters().copyTo(values);
    tensors.put("network", values);
  }

  /**
   * Returns a model as it was saved.
   *
   * @throws dev.synth.base.Problem if the tensor is missing or of another size
   */
  public static FlowModel restore(FlowShape shape, Tensors tensors) {
    FlowModel model = new FlowModel(shape, new Seeds(0).stream("unused"));
    Matrix parameters = model.stack.parameters();
    parameters.copyFrom(tensors.get("network", parameters.size()));
    return model;
  }
}
