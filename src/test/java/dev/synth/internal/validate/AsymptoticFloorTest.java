package dev.synth.internal.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.stats.Quantiles;
import dev.synth.internal.validate.fidelity.Aggregation;
import dev.synth.internal.validate.fidelity.ColumnMetric;
import dev.synth.internal.validate.fidelity.PairMetric;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.NullDistribution;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SummedMetrics;
import dev.synth.internal.validate.metric.TestSamples;
import dev.synth.validate.ValidationReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Analytic floors beside drawn ones, at sizes at which both can be had. */
@Tag("slow")
final class AsymptoticFloorTest {
  private static final int REAL = 1_500;
  private static final int SYNTHETIC = 1_000;
  private static final int DRAWS = 300;

  /**
   * Each part's law has the mean and the 97.5 % quantile of 300 pairs of samples of 1,500 and 1,000
   * rows. The drawn mean has an error of 2 to 4 %, the quantile of 4 to 8 %; four of these.
   */
  @Test
  void lawsEqualDrawsOfTheSameSize() {
    for (Metric metric : SummedMetrics.all()) {
      TestSamples first = rows(REAL, 0);
      List<MetricOutcome> drawn = new ArrayList<>();
      for (long seed = 1; seed <= DRAWS; seed++) {
        TestSamples one = rows(REAL, 2 * seed);
        TestSamples other = rows(SYNTHETIC, 2 * seed + 1);
        drawn.add(metric.compute(first.sample(one), first.sample(other), Context.quiet(1)));
      }
      List<NullDistribution> nullDistributions =
          metric.nullDistributions(first.sample(), SYNTHETIC, Context.quiet(1));
      assertThat(nullDistributions).isNotEmpty();
      for (NullDistribution law : nullDistributions) {
        double[] values = part(drawn, law.part());
        String name = metric.description().id() + " " + law.part();
        assertThat(mean(law)).as(name).isCloseTo(mean(values), within(0.12 * mean(values)));
        double high = Quantiles.of(values, 0.975);
        assertThat(law.quantile(0.975)).as(name).isCloseTo(high, within(0.25 * high));
      }
    }
  }

  /** The floor of means and of largest values, beside fresh pairs of 10,500 rows. */
  @Test
  void floorsHoldFreshRows() {
    int size = AsymptoticFloor.MOST_DRAWN + 500;
    Sample real = rows(size, 1).sample();
    for (Aggregation summary : Aggregation.values()) {
      Metric metric = ColumnMetric.kolmogorovSmirnov(summary);
      Sample synthetic = rows(size, 1).sample(rows(size, 2));
      HalfSamples floor = large(metric, real, synthetic);
      assertThat(floor.analytic()).isTrue();
      assertThat(floor.rowsPerSide()).isEqualTo(size);
      assertThat(floor.realAgainstSynthetic())
          .containsExactly(metric.compute(real, synthetic, Context.quiet(1)));
      double[] values = SampledValues.of(metric, floor.realAgainstReal()).values();
      Arrays.sort(values);
      List<MetricOutcome> fresh = new ArrayList<>();
      for (long seed = 10; seed < 40; seed++) {
        fresh.add(
            metric.compute(
                rows(size, 1).sample(rows(size, seed)),
                rows(size, 1).sample(rows(size, seed + 100)),
                Context.quiet(1)));
      }
      double[] drawn = SampledValues.of(metric, fresh).values();
      Arrays.sort(drawn);
      // thirty draws have an error of a fifth of a deviation in the median, about 8 % of it
      assertThat(Quantiles.of(values, 0.5))
          .isCloseTo(Quantiles.of(drawn, 0.5), within(0.25 * Quantiles.of(drawn, 0.5)));
      double high = Quantiles.of(values, 0.975);
      // of 30 in a band of 97.5 %, 27 or more with probability 0.99
      assertThat(Arrays.stream(drawn).filter(value -> value <= high).count())
          .isGreaterThanOrEqualTo(27);
    }
  }

  @Test
  void theReadingIsOfAllRows() {
    int size = AsymptoticFloor.MOST_DRAWN + 500;
    Sample real = rows(size, 1).sample();
    Sample synthetic = rows(size, 1).sample(rows(size, 2));
    Metric metric = ColumnMetric.missingRate(Aggregation.WORST);
    MetricRunner measuring =
        new MetricRunner(new ComparedSamples(real, null, synthetic), Context.quiet(1));
    ValidationReport.Reading reading =
        measuring.measure(metric, ValidationReport.Reference.TRAINING).reading();
    double value =
        ((MetricOutcome.Value) metric.compute(real, synthetic, Context.quiet(1))).value();
    assertThat(reading.value()).isEqualTo(value);
    assertThat(reading.atFloorSize()).isEqualTo(value);
    ValidationReport.Floor floor = Objects.requireNonNull(reading.floor());
    assertThat(floor.analytic()).isTrue();
    assertThat(floor.rowsPerSide()).isEqualTo(size);
    // one column misses a tenth: scipy.stats.norm.ppf(.75) * sqrt(.1 * .9 * 2 / 10500)
    assertThat(floor.median()).isCloseTo(0.00279, within(0.0003));
    assertThat(reading.parts()).singleElement().extracting("name").isEqualTo("tied");
  }

  @Test
  void smallerSamplesAndUnknownLawsKeepTheirDraws() {
    Sample few = rows(AsymptoticFloor.MOST_DRAWN, 1).sample();
    Metric metric = ColumnMetric.kolmogorovSmirnov(Aggregation.MEAN);
    HalfSamples draws = new HalfSamples(2_000, List.of(), List.of(), false);
    assertThat(AsymptoticFloor.of(metric, few, few, draws, Context.quiet(1))).isSameAs(draws);
    Sample many = rows(AsymptoticFloor.MOST_DRAWN + 1, 1).sample();
    for (Metric unknown :
        List.of(
            PairMetric.associations(Aggregation.MEAN),
            ColumnMetric.levelLoss(Aggregation.MEAN),
            ColumnMetric.rangeLoss(Aggregation.MEAN))) {
      assertThat(AsymptoticFloor.of(unknown, many, many, draws, Context.quiet(1))).isSameAs(draws);
    }
  }

  private static HalfSamples large(Metric metric, Sample real, Sample synthetic) {
    Halves halves = new Halves(real.rowCount(), synthetic.rowCount(), new Seeds(1));
    HalfSamples drawn = HalfSamples.of(metric, real, synthetic, halves, Context.quiet(1));
    return AsymptoticFloor.of(metric, real, synthetic, drawn, Context.quiet(1));
  }

  private static double[] part(List<MetricOutcome> outcomes, String name) {
    return outcomes.stream()
        .flatMap(outcome -> ((MetricOutcome.Value) outcome).parts().stream())
        .filter(part -> part.name().equals(name))
        .mapToDouble(MetricOutcome.Part::value)
        .sorted()
        .toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double mean(NullDistribution law) {
    double sum = 0;
    for (int i = 0; i < 1_000; i++) {
      sum += law.quantile((i + 0.5) / 1_000) / 1_000;
    }
    return sum;
  }

  /** A number, one with ties and gaps, one that is mostly 0, and two columns of levels. */
  private static TestSamples rows(int count, long seed) {
    RandomStream stream = new Seeds(seed).stream("rows");
    double[] plain = new double[count];
    double[] tied = new double[count];
    double[] zeros = new double[count];
    StringBuilder few = new StringBuilder();
    StringBuilder many = new StringBuilder();
    for (int row = 0; row < count; row++) {
      plain[row] = stream.nextGaussian();
      double other = 0.8 * plain[row] + 0.6 * stream.nextGaussian();
      tied[row] = stream.nextDouble() < 0.1 ? Double.NaN : Math.rint(2 * other) / 2;
      zeros[row] = other < 0.5 ? 0 : other;
      few.append(other > 0 ? 'y' : 'n');
      many.append((char) ('a' + Math.clamp(Math.round(2 * other) + 4, 0, 8)));
    }
    return TestSamples.rows()
        .numbers("plain", plain)
        .numbers("tied", tied)
        .numbers("zeros", zeros)
        .levels("few", few.toString())
        .levels("many", many.toString());
  }
}
