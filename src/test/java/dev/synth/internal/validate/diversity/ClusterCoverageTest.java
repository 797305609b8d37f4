package dev.synth.internal.validate.diversity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.report.wording.metric.FindingSentence;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.TestSamples;
import dev.synth.validate.Finding;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Three patterns of fraud with amounts around 10, 100 and 300, the last one online. */
final class ClusterCoverageTest {
  private static final ClusterCoverage METRIC = new ClusterCoverage();

  @Test
  void isNearOneForFreshRowsAndZeroWhereAPatternIsLost() {
    for (long seed = 0; seed < 5; seed++) {
      TestSamples real = rows(seed, 60, 60, 60);
      // a missing hour moves a row between clusters now and then
      assertThat(value(real, rows(100 + seed, 60, 60, 60))).isGreaterThan(0.85);
      assertThat(value(real, rows(100 + seed, 90, 90, 0))).isLessThan(0.1);
    }
    // 20 of 200 rows against a third: a ratio of 0.3.
    assertThat(value(rows(1, 60, 60, 60), rows(2, 90, 90, 20))).isBetween(0.25, 0.4);
  }

  @Test
  void namesTheLostPattern() {
    TestSamples real = rows(1, 60, 60, 60);
    TestSamples synthetic = rows(2, 90, 90, 0);
    List<String> found =
        FindingSentence.all(
            METRIC.findings(real.besides(synthetic), real.sample(synthetic), Context.quiet(1)));
    assertThat(found).hasSize(3);
    assertThat(found.getFirst())
        .startsWith("0.0 % of the synthetic and 31.7 % of the real rows are of the pattern: ")
        .contains("amount about 3", "place is o in 100 %");
  }

  @Test
  void isTheSameTwiceAndOneWhereAllRowsAreEqual() {
    TestSamples real = rows(1, 60, 60, 60);
    TestSamples synthetic = rows(2, 80, 60, 40);
    assertThat(value(real, synthetic)).isEqualTo(value(real, synthetic));
    TestSamples equal = TestSamples.rows().numbers("x", new double[12]).levels("y", "............");
    assertThat(value(equal, equal)).isEqualTo(1);
    assertThat(METRIC.findings(equal.sample(), equal.sample(), Context.quiet(1)))
        .containsExactly(new Finding.Pattern(1, 1, List.of()));
  }

  private static TestSamples rows(long seed, int small, int middle, int online) {
    RandomStream stream = new Seeds(seed).stream("rows");
    int count = small + middle + online;
    double[] amounts = new double[count];
    double[] hours = new double[count];
    for (int row = 0; row < count; row++) {
      double centre = row < small ? 10 : row < small + middle ? 100 : 300;
      amounts[row] = centre + 5 * stream.nextGaussian();
      hours[row] = stream.nextInt(20) == 0 ? Double.NaN : centre / 20 + stream.nextGaussian();
    }
    String places =
        List.of("s".repeat(small), "m".repeat(middle), "o".repeat(online)).stream()
            .collect(Collectors.joining())
            .toLowerCase(Locale.ROOT);
    return TestSamples.rows()
        .numbers("amount", amounts)
        .numbers("hour", hours)
        .levels("place", places);
  }

  private static double value(TestSamples real, TestSamples synthetic) {
    MetricOutcome outcome =
        METRIC.compute(real.besides(synthetic), real.sample(synthetic), Context.quiet(1));
    assertThat(outcome).isInstanceOf(MetricOutcome.Value.class);
    return ((MetricOutcome.Value) outcome).value();
  }
}
