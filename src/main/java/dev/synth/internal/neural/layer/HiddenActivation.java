package dev.synth.internal.neural.layer;

import org.nd4j.linalg.activations.Activation;

/** The function that follows each layer of a stack but the last. */
public enum HiddenActivation {
  /** max(x, 0.01 x), as DL4J's {@code LEAKYRELU} has it; at 0 the derivative is 1. */
  LEAKY_RELU(Activation.LEAKYRELU),
  /** x / (1 + e⁻ˣ), also called SiLU (Ramachandran, Zoph and Le, 2017): smooth, and dearer. */
  SWISH(Activation.SWISH);

  /** The slope of DL4J's {@code LEAKYRELU}. */
  public static final double SLOPE = 0.01;

  private final Activation name;

  HiddenActivation(Activation name) {
    this.name = name;
  }

  /** Returns what DL4J calls it. */
  Activation dl4j() {
    return name;
  }
}
