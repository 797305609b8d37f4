package dev.synth.internal.cluster;

/** The place where a curve bends: the point farthest from the straight line between its ends. */
final class Knee {
  private Knee() {}

  /**
   * Returns the place of the bend.
   *
   * @param values of a curve at equal steps, at least one
   * @return from 0; 0 where nothing bends
   */
  static int of(double[] values) {
    int last = values.length - 1;
    int knee = 0;
    double farthest = 0;
    for (int i = 1; i < last; i++) {
      double straight = values[0] + (values[last] - values[0]) * i / last;
      double apart = Math.abs(values[i] - straight);
      if (apart > farthest) {
        farthest = apart;
        knee = i;
      }
    }
    return knee;
  }
}
