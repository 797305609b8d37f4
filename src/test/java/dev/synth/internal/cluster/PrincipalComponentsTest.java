package dev.synth.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
  /** Points on the line y = x, and one coordinate that never changes: all variance is in one. */
  @Test
  void aLineHasOneComponent() {
    double[][] points = {{0, 0, 7}, {1, 1, 7}, {2, 2, 7}, {3, 3, 7}};
    PrincipalComponents components = PrincipalComponents.of(points);

    assertThat(components.shares().getFirst()).isCloseTo(1, offset(1e-12));
    assertThat(components.keeping(0.9)).isEqualTo(2);
    // the mean is (1.5, 1.5); the first point lies 1.5·√2 before it
    assertThat(components.project(points, 1)[0][0]).isCloseTo(-1.5 * Math.sqrt(2), offset(1e-12));
  }

  /** Covariance (2, 1; 1, 2) of the points ±(√3, √3)·√½…: eigenvalues 3 and 1, shares ¾ and ¼. */
  @Test
  void sharesAreThoseOfTheEigenvalues() {
    double a = Math.sqrt(3);
    double[][] points = {{a, a}, {-a, -a}, {1, -1}, {-1, 1}};

    List<Double> shares = PrincipalComponents.of(points).shares();

    assertThat(shares.get(0)).isCloseTo(0.75, offset(1e-12));
    assertThat(shares.get(1)).isCloseTo(0.25, offset(1e-12));
  }

  @Test
  void allComponentsKeepDistances() {
    RandomStream stream = new Seeds(1).stream("points");
    double[][] points = new double[20][6];
    for (double[] point : points) {
      for (int i = 0; i < point.length; i++) {
        point[i] = stream.nextGaussian() * (i + 1);
      }
    }
    double[][] projected = PrincipalComponents.of(points).project(points, 6);

    assertThat(apart(projected[3], projected[11]))
        .isCloseTo(apart(points[3], points[11]), offset(1e-9));
  }

  private static double apart(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }
}
