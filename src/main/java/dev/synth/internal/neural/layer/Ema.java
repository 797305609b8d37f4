package dev.synth.internal.neural.layer;

/**
 * The exponential moving average of a network's parameters over its steps, which samples better
 * than the parameters themselves where steps are noisy.
 *
 * <p>The average forgets faster at first, by min(decay, (1 + n) / (10 + n)) at step n, so that the
 * first weights do not linger.
 */
public final class Ema {
  private final Matrix parameters;
  private final double decay;
  private final float[] average;
  private final float[] values;
  private int steps;

  /**
   * An average that starts at the parameters as they are.
   *
   * @param parameters the live parameters
   * @param decay how much of the average a step keeps in the end, in [0, 1)
   */
  public Ema(Matrix parameters, double decay) {
    if (!(decay >= 0 && decay < 1)) {
      throw new IllegalArgumentException("decay " + decay);
    }
    this.parameters = parameters;
    this.decay = decay;
    average = new float[parameters.size()];
    values = new float[parameters.size()];
    parameters.copyTo(average);
  }

  /** Takes the parameters into the average; called after each of the optimiser's steps. */
  public void update() {
    steps++;
    float rest = (float) (1 - Math.min(decay, (1.0 + steps) / (10.0 + steps)));
    parameters.copyTo(values);
    for (int i = 0; i < average.length; i++) {
      average[i] += rest * (values[i] - average[i]);
    }
  }

  /**
   * Exchanges the parameters with the average: once before sampling, and once more before training
   * goes on.
   */
  public void swap() {
    parameters.copyTo(values);
    parameters.copyFrom(average);
    System.arraycopy(values, 0, average, 0, values.length);
  }

  /** Copies the average into parameters of the same size, another network's say. */
  public void copyInto(Matrix target) {
    target.copyFrom(average);
  }
}
