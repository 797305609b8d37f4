package dev.synth.internal.neural.gan;

import dev.synth.internal.neural.layer.DenseStack;
import dev.synth.internal.neural.layer.InputSlope;
import dev.synth.internal.neural.layer.Matrix;
import dev.synth.internal.neural.layer.MatrixProduct;
import java.util.ArrayList;
import java.util.List;

/**
 * The gradient penalty λ·mean (‖∇ₓD‖ − 1)² of a Wasserstein critic (Gulrajani et al., NeurIPS 2017,
 * equation 3), and its exact gradient by the critic's weights, without second derivatives.
 *
 * <p>A stack with leaky ReLUs is linear around almost every point, so that g = ∇ₓD is a product of
 * weights and constant masks. With u = ∂penalty/∂g pushed up through the layers as a tangent, t₀ =
 * u and t_{l+1} = (t_l W_l) ⊙ mask_l, the gradient by W_l is t_lᵀ δ_{l+1}, where δ is the slope of
 * the output by what each layer gives; the biases' is 0.
 *
 * <p>The norm is taken over the leading columns alone: a critic is told conditions too, which are
 * not what it compares.
 */
final class GradientPenalty implements AutoCloseable {
  private final InputSlope slope;
  private final double weight;
  private final int columns;
  private final List<Matrix> tangents = new ArrayList<>();
  private final List<MatrixProduct> up = new ArrayList<>();
  private final List<MatrixProduct> toWeights = new ArrayList<>();

  /**
   * Prepares penalties of a fixed number of rows.
   *
   * @param slope of the critic, for as many rows
   * @param columns how many of the input's leading columns the norm is taken over
   * @param weight λ, at least 0
   */
  GradientPenalty(InputSlope slope, int columns, double weight) {
    this.slope = slope;
    this.columns = columns;
    this.weight = weight;
    Matrix input = slope.input();
    tangents.add(Matrix.zeros(input.array().dataType(), input.rows(), input.columns()));
    List<DenseStack.Layer> layers = slope.layers();
    for (int l = 0; l < layers.size(); l++) {
      DenseStack.Layer layer = layers.get(l);
      Matrix in = tangents.getLast();
      toWeights.add(
          new MatrixProduct(in, true, slope.slopeAfter(l), false, layer.weightGradient()));
      if (l + 1 < layers.size()) {
        int outputs = layer.weights().columns();
        tangents.add(Matrix.zeros(input.array().dataType(), input.rows(), outputs));
        up.add(new MatrixProduct(in, false, layer.weights(), false, tangents.getLast()));
      }
    }
  }

  /** Returns where the rows go in at which the slope is penalised. */
  Matrix input() {
    return slope.input();
  }

  /**
   * Returns the penalty and adds its gradient to the one that the critic's latest backward pass
   * left.
   */
  double add() {
    slope.compute();
    double penalty = startTangents();
    for (int l = 0; l < toWeights.size(); l++) {
      toWeights.get(l).add();
      if (l < up.size()) {
        up.get(l).compute();
        slope.throughActivation(tangents.get(l + 1), l);
      }
    }
    return penalty;
  }

  /** u = 2λ(‖g‖ − 1)/‖g‖ · g / rows; 0 where g is 0, at which the norm has no gradient. */
  private double startTangents() {
    Matrix gradient = slope.slope();
    Matrix tangent = tangents.getFirst();
    int rows = gradient.rows();
    double penalty = 0;
    for (int row = 0; row < rows; row++) {
      double squares = 0;
      for (int column = 0; column < columns; column++) {
        double value = gradient.get(column * rows + row);
        squares += value * value;
      }
      double norm = Math.sqrt(squares);
      penalty += weight * (norm - 1) * (norm - 1) / rows;
      double factor = norm == 0 ? 0 : 2 * weight * (norm - 1) / norm / rows;
      for (int column = 0; column < columns; column++) {
        int i = column * rows + row;
        tangent.set(i, factor * gradient.get(i));
      }
    }
    return penalty;
  }

  @Override
  public void close() {
    tangents.forEach(Matrix::close);
    slope.close();
  }
}
