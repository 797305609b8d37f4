package dev.synth.internal.validate.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.report.wording.metric.FindingSentence;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.TestSamples;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ModelTwoSampleTest {
  private static final int ROWS = 200;

  @Test
  void boostingSeesWhatLogisticRegressionIsBlindTo() {
    // y = x against y = -x: equal columns, opposite association.
    TestSamples real = crossed(1, 1);
    TestSamples turned = crossed(-1, 2);
    assertThat(value(ModelTwoSample.boosting(), real, turned)).isGreaterThan(0.9);
    assertThat(value(ModelTwoSample.logistic(), real, turned)).isLessThan(0.65);
  }

  @Test
  void freshRowsCanNotBeToldApart() {
    for (long seed = 0; seed < 5; seed++) {
      assertThat(value(ModelTwoSample.boosting(), crossed(1, 10 + seed), crossed(1, 20 + seed)))
          .isBetween(0.38, 0.62); // four standard errors of 0.029
    }
  }

  @Test
  void namesTheColumnThatGivesRowsAway() {
    TestSamples real = shifted(0, 1);
    TestSamples moved = shifted(2, 2);
    List<String> found = findings(ModelTwoSample.boosting(), real, moved);
    // two standard normals 2 apart in one column of three: the best possible area is Φ(√2) = .921
    assertThat(found.get(0))
        .matches(
            "over 200 real and 200 synthetic rows it is 0\\.(8\\d*|9[012]\\d*),"
                + ".*, p below 0\\.0001");
    assertThat(found.get(1)).startsWith("second is a discriminating column: the area falls by 0.");
    assertThat(findings(ModelTwoSample.logistic(), real, moved)).hasSize(1);
  }

  @Test
  void theForestHasAnIntervalAndAPValueToo() {
    List<String> found = findings(new TreeTwoSample(), shifted(0, 1), shifted(2, 2));
    assertThat(found).hasSize(1);
    // two standard normals 2 apart in one column of three: the best possible area is Φ(√2) = .921
    assertThat(found.getFirst())
        .matches(
            "over 200 real and 200 synthetic rows it is 0\\.[89]\\d*,"
                + " 95 % interval 0\\.\\d+ to 0\\.\\d+, p below 0\\.0001");
    assertThat(findings(new TreeTwoSample(), shifted(0, 1), shifted(0, 3)).getFirst())
        .matches(".* it is 0\\.[45].*, p = [01]\\.\\d+");
  }

  @Test
  void missingCellsAndLevelsAreFeaturesToo() {
    TestSamples real = TestSamples.rows().levels("x", "ab".repeat(30)).numbers("y", new double[60]);
    double[] gaps = new double[60];
    Arrays.fill(gaps, Double.NaN);
    TestSamples missing = TestSamples.rows().levels("x", "ab".repeat(30)).numbers("y", gaps);
    TestSamples level = TestSamples.rows().levels("x", "c".repeat(60)).numbers("y", new double[60]);
    for (Metric metric : List.of(ModelTwoSample.boosting(), ModelTwoSample.logistic())) {
      assertThat(value(metric, real, missing)).isEqualTo(1);
      assertThat(value(metric, real, level)).isEqualTo(1);
    }
  }

  @Test
  void constantColumnsTie() {
    TestSamples constant = TestSamples.rows().numbers("x", new double[30]);
    assertThat(value(ModelTwoSample.boosting(), constant, constant)).isEqualTo(0.5);
    assertThat(value(ModelTwoSample.logistic(), constant, constant)).isEqualTo(0.5);
  }

  private static TestSamples crossed(int sign, long seed) {
    RandomStream stream = new Seeds(seed).stream("crossed");
    double[] x = new double[ROWS];
    double[] y = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      x[row] = stream.nextGaussian();
      y[row] = sign * x[row] + 0.1 * stream.nextGaussian();
    }
    return TestSamples.rows().numbers("x", x).numbers("y", y);
  }

  private static TestSamples shifted(double shift, long seed) {
    RandomStream stream = new Seeds(seed).stream("shifted");
    double[][] columns = new double[3][ROWS];
    for (int column = 0; column < 3; column++) {
      for (int row = 0; row < ROWS; row++) {
        columns[column][row] = stream.nextGaussian() + (column == 1 ? shift : 0);
      }
    }
    return TestSamples.rows()
        .numbers("first", columns[0])
        .numbers("second", columns[1])
        .numbers("third", columns[2]);
  }

  private static double value(Metric metric, TestSamples real, TestSamples synthetic) {
    MetricOutcome outcome =
        metric.compute(real.besides(synthetic), real.sample(synthetic), Context.quiet(1));
    assertThat(outcome).isInstanceOf(MetricOutcome.Value.class);
    return ((MetricOutcome.Value) outcome).value();
  }

  private static List<String> findings(Metric metric, TestSamples real, TestSamples synthetic) {
    return FindingSentence.all(
        metric.findings(real.besides(synthetic), real.sample(synthetic), Context.quiet(1)));
  }
}
