package dev.synth.internal.neural.gan;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.neural.layer.DenseStack;
import dev.synth.internal.neural.layer.Matrix;
import dev.synth.internal.neural.layer.Tensors;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The generator of a generative adversarial network for encoded table rows: it makes a row from
 * random numbers and a condition.
 *
 * <p>Safe to read from several threads once it is trained; trained by one at a time.
 */
public final class GanNetwork {
  private final GanShape shape;
  private final DenseStack stack;
  private final GumbelHeads heads;
  private final ConditionColumns columns;

  /**
   * An untrained generator.
   *
   * @param initial where the first weights come from
   */
  public GanNetwork(GanShape shape, RandomStream initial) {
    this(shape, initial, DataType.FLOAT);
  }

  GanNetwork(GanShape shape, RandomStream initial, DataType type) {
    this.shape = shape;
    stack = new DenseStack(shape.generatorWidths(), type, initial);
    heads = new GumbelHeads(shape.layout());
    columns = new ConditionColumns(shape);
  }

  /** Returns the sizes. */
  public GanShape shape() {
    return shape;
  }

  DenseStack stack() {
    return stack;
  }

  GumbelHeads heads() {
    return heads;
  }

  ConditionColumns columns() {
    return columns;
  }

  /**
   * Draws encoded rows, one a condition: choices by their probabilities, numbers as they come.
   *
   * @param conditions at least one
   */
  public double[][] draw(LevelConditions conditions, RandomStream stream) {
    double[][] rows = new double[conditions.size()][shape.layout().width()];
    try (DenseStack.Pass pass = stack.pass(rows.length)) {
      fill(conditions, stream, pass.input());
      pass.forward();
      for (int row = 0; row < rows.length; row++) {
        heads.draw(pass.output(), row, stream, rows[row]);
      }
    }
    return rows;
  }

  /** Fills an input with random numbers and the conditions behind them. */
  void fill(LevelConditions conditions, RandomStream stream, Matrix input) {
    int numbers = shape.latentDimension() * input.rows();
    for (int i = 0; i < numbers; i++) {
      input.set(i, stream.nextGaussian());
    }
    for (int row = 0; row < input.rows(); row++) {
      columns.write(conditions, row, input, row, shape.latentDimension());
    }
  }

  /** Adds everything learned to what is saved. */
  public void saveTo(Tensors tensors) {
    float[] values = new float[stack.parameters().size()];
    stack.parameters().copyTo(values);
    tensors.put("generator", values);
  }

  /**
   * Returns a generator as it was saved.
   *
   * @throws dev.synth.base.Problem if the tensor is missing or of another size
   */
  public static GanNetwork restore(GanShape shape, Tensors tensors) {
    GanNetwork network = new GanNetwork(shape, new Seeds(0).stream("unused"));
    Matrix parameters = network.stack.parameters();
    parameters.copyFrom(tensors.get("generator", parameters.size()));
    return network;
  }
}
