package dev.synth.internal.neural.layer;

import java.util.List;

/**
 * The make-up of a stack of dense layers.
 *
 * @param widths numbers per row before the first layer and after each, at least two widths, each at
 *     least 1
 * @param activation what follows each layer but the last, which is linear
 * @param normalised whether each layer but the last is normalised over its row (Ba, Kiros and
 *     Hinton, 2016) before its bias and activation, as DL4J's {@code hasLayerNorm} has it
 * @param residual whether each layer that is as wide as its input, but the last, is added to it (He
 *     et al., CVPR 2016)
 */
public record StackShape(
    List<Integer> widths, HiddenActivation activation, boolean normalised, boolean residual) {
  public StackShape {
    widths = List.copyOf(widths);
    if (widths.size() < 2 || widths.stream().anyMatch(width -> width < 1)) {
      throw new IllegalArgumentException("widths " + widths);
    }
  }

  /** Returns plain layers with leaky ReLU. */
  static StackShape plain(List<Integer> widths) {
    return new StackShape(widths, HiddenActivation.LEAKY_RELU, false, false);
  }

  /** Returns the number of layers. */
  int layers() {
    return widths.size() - 1;
  }

  int inputs(int layer) {
    return widths.get(layer);
  }

  int outputs(int layer) {
    return widths.get(layer + 1);
  }

  /** Returns whether a layer is followed by another. */
  boolean isHidden(int layer) {
    return layer + 1 < layers();
  }

  boolean isNormalised(int layer) {
    return normalised && isHidden(layer);
  }

  /** Returns whether a layer is added to its input. */
  boolean isResidual(int layer) {
    return residual && isHidden(layer) && inputs(layer) == outputs(layer);
  }

  /** Returns whether any layer is. */
  boolean hasSkips() {
    for (int layer = 0; layer < layers(); layer++) {
      if (isResidual(layer)) {
        return true;
      }
    }
    return false;
  }

  /** Returns how many parameters a layer has: weights, biases, and gains where it is normalised. */
  long parameters(int layer) {
    return (inputs(layer) + (isNormalised(layer) ? 2L : 1L)) * outputs(layer);
  }
}
