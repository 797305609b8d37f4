package dev.synth.validate;

/** Student's t distribution for whole degrees of freedom. */
final class StudentT {
  private StudentT() {}

  /**
   * Returns P(T ≤ t), by the finite sums of Abramowitz and Stegun (1964), 26.7.3 and 26.7.4.
   *
   * @param degrees degrees of freedom, at least 1
   */
  static double cumulative(double t, int degrees) {
    double angle = StrictMath.atan(t / Math.sqrt(degrees));
    double cosine = StrictMath.cos(angle);
    double sine = StrictMath.sin(angle);
    boolean odd = degrees % 2 == 1;
    double term = odd ? cosine : 1;
    double sum = degrees == 1 ? 0 : term;
    for (int k = odd ? 3 : 2; k <= degrees - 2; k += 2) {
      term *= cosine * cosine * (k - 1) / k;
      sum += term;
    }
    double within = odd ? 2 / Math.PI * (angle + sine * sum) : sine * sum;
    return (1 + within) / 2;
  }

  /**
   * Returns the t with P(T ≤ t) = probability, to 1e-12 or so, by bisection.
   *
   * @param probability in (0, 1)
   * @param degrees degrees of freedom, at least 1
   */
  static double quantile(double probability, int degrees) {
    if (probability < 0.5) {
      return -quantile(1 - probability, degrees);
    }
    double low = 0;
    double high = 1;
    while (cumulative(high, degrees) < probability && high < 1e12) {
      high *= 2;
    }
    for (int i = 0; i < 100; i++) {
      double middle = (low + high) / 2;
      if (cumulative(middle, degrees) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
