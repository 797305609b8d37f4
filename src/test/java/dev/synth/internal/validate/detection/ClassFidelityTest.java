package dev.synth.internal.validate.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.report.wording.metric.FindingSentence;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.TestSamples;
import dev.synth.validate.SkipReason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rare rows lie around (3, 0), those of the other class around (0, 0). */
final class ClassFidelityTest {
  private static final ClassFidelity METRIC = new ClassFidelity();

  @Test
  void rareRowsAreCalledRareAndMajorityRowsAreNot() {
    assertThat(value(rows(3, 200, 1), rows(3, 200, 2))).isGreaterThan(0.85);
    assertThat(value(rows(3, 200, 1), rows(0, 200, 2))).isLessThan(0.15);
  }

  @Test
  void listsTheRowsInTheHeartland() {
    TestSamples synthetic = TestSamples.rows().numbers("x", 3, 4, -1, 3).numbers("y", 0, 0, 0, 1);
    List<String> found = findings(rows(3, 200, 1), synthetic);
    assertThat(found.get(0)).isEqualTo("scored 0.9 to 1.0: 75.0 % of the rows");
    assertThat(found.get(4)).startsWith("1 of 4 rows lie in the majority's heartland");
    assertThat(found.get(5))
        .startsWith("row 3 in the heartland, scored 0.")
        .endsWith(": x is -1, y is 0");
    assertThat(found).hasSize(6);
  }

  @Test
  void isSkippedWithoutRowsOfTheOtherClass() {
    Sample rare = rows(3, 20, 1).sample();
    assertThat(METRIC.compute(rare, rare, Context.quiet(1)))
        .isEqualTo(new MetricOutcome.Skipped(new SkipReason.TooFewOthers(10)));
    assertThat(METRIC.findings(rare, rare, Context.quiet(1))).isEmpty();
  }

  private static TestSamples rows(double centre, int count, long seed) {
    RandomStream stream = new Seeds(seed).stream("rows");
    double[] x = new double[count];
    double[] y = new double[count];
    for (int row = 0; row < count; row++) {
      x[row] = centre + stream.nextGaussian();
      y[row] = stream.nextGaussian();
    }
    return TestSamples.rows().numbers("x", x).numbers("y", y);
  }

  private static double value(TestSamples real, TestSamples synthetic) {
    MetricOutcome outcome =
        METRIC.compute(
            real.besideMajority(synthetic, rows(0, 600, 9)),
            real.sample(synthetic),
            Context.quiet(1));
    assertThat(outcome).isInstanceOf(MetricOutcome.Value.class);
    return ((MetricOutcome.Value) outcome).value();
  }

  private static List<String> findings(TestSamples real, TestSamples synthetic) {
    return FindingSentence.all(
        METRIC.findings(
            real.besideMajority(synthetic, rows(0, 600, 9)),
            real.sample(synthetic),
            Context.quiet(1)));
  }
}
