package dev.synth.internal.neural.flow;

import dev.synth.base.RandomStream;
import dev.synth.internal.encode.Span;
import dev.synth.internal.neural.layer.Matrix;

/**
 * Rows on their way from noise to data, and what the network is to predict there.
 *
 * <p>A number moves in a straight line from standard normal noise x₀ to the row's number x₁: at
 * time t it stands at (1 − t)·x₀ + t·x₁, and its velocity is x₁ − x₀ (Lipman et al., Flow Matching
 * for Generative Modeling, ICLR 2023, equations 22 and 23 with σ = 0). A number whose gate is
 * closed moves to fresh noise: it says nothing about the gate, and nobody reads it.
 *
 * <p>A case is hidden, all zeros, until a time that is uniform in [0, 1], and then stands (the
 * masked path of Gat et al., Discrete Flow Matching, NeurIPS 2024, with κ(t) = t). What is
 * predicted is the case, while it is hidden.
 */
final class FlowPath {
  private final FlowShape shape;
  private final FlowHeads heads;
  private final Matrix input;
  private final Matrix targets;
  private final boolean[] hidden;

  /**
   * Paths.
   *
   * @param input the network's input, rows × its width
   * @param targets where the predicted numbers and cases go, rows × the layout's width
   * @param hidden where it is marked which cases are hidden, by choice · rows + row
   */
  FlowPath(FlowShape shape, FlowHeads heads, Matrix input, Matrix targets, boolean[] hidden) {
    this.shape = shape;
    this.heads = heads;
    this.input = input;
    this.targets = targets;
    this.hidden = hidden;
  }

  /**
   * Places rows at random times: one in each of as many equal parts of [0, 1], in random order,
   * which varies less from step to step than independent times do.
   *
   * @param rows encoded rows with their conditions, among which the step's are chosen
   * @param batch the positions of the step's rows
   */
  void place(double[][] rows, int[] batch, RandomStream stream) {
    int[] order = stream.permutation(batch.length);
    for (int i = 0; i < batch.length; i++) {
      double time = (order[i] + stream.nextDouble()) / batch.length;
      placeCases(rows[batch[i]], i, time, stream);
      placeNumbers(rows[batch[i]], i, time, stream);
      StepFeatures.write(time, input, i, shape.timeOffset());
      for (int k = 0; k < shape.conditions(); k++) {
        double condition = rows[batch[i]][shape.layout().width() + k];
        input.set((shape.conditionOffset() + k) * input.rows() + i, condition);
      }
    }
  }

  private void placeCases(double[] row, int i, double time, RandomStream stream) {
    for (int choice = 0; choice < heads.choices().size(); choice++) {
      Span.OneHot span = heads.choices().get(choice);
      boolean isHidden = stream.nextDouble() >= time;
      hidden[choice * input.rows() + i] = isHidden;
      for (int k = span.offset(); k < span.offset() + span.width(); k++) {
        input.set(k * input.rows() + i, isHidden ? 0 : row[k]);
        targets.set(k * input.rows() + i, row[k]);
      }
    }
  }

  private void placeNumbers(double[] row, int i, double time, RandomStream stream) {
    for (Span.Scalar scalar : heads.scalars()) {
      double from = stream.nextGaussian();
      double to = FlowHeads.isOpen(scalar, row) ? row[scalar.offset()] : stream.nextGaussian();
      int position = scalar.offset() * input.rows() + i;
      input.set(position, (1 - time) * from + time * to);
      targets.set(position, to - from);
    }
  }
}
