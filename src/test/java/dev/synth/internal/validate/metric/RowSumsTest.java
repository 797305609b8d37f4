package dev.synth.internal.validate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.validate.fidelity.Aggregation;
import dev.synth.internal.validate.fidelity.ColumnMetric;
import dev.synth.internal.validate.fidelity.PairMetric;
import dev.synth.internal.validate.privacy.IdenticalMatchShare;
import dev.synth.table.Table;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sums over all rows, beside what metrics compute of the rows themselves. */
class RowSumsTest {
  private static final int ROWS = 3_000;
  private static final Context CONTEXT = Context.quiet(1);

  private final TestSamples real = rows(1, 0);
  private final TestSamples synthetic = rows(2, 0.2);
  private final SampleSpace space = SampleSpace.of(real.table(), List.of(synthetic.table()));

  /** Times and amounts with few different values, heavy ties and gaps; levels; times of day. */
  private static TestSamples rows(long seed, double shift) {
    RandomStream stream = new Seeds(seed).stream("rows");
    double[] amounts = new double[ROWS];
    double[] times = new double[ROWS];
    double[] hours = new double[ROWS];
    StringBuilder letters = new StringBuilder();
    for (int row = 0; row < ROWS; row++) {
      double value = Math.rint(100 * (stream.nextGaussian() + shift)) / 100;
      amounts[row] = stream.nextDouble() < 0.1 + shift / 4 ? Double.NaN : value;
      times[row] = 1e9 * stream.nextInt(500);
      hours[row] = stream.nextInt(shift > 0 ? 18 : 24); // all of them cuts
      letters.append("abcd.".charAt(stream.nextInt(5)));
    }
    return TestSamples.rows()
        .numbers("amount", amounts)
        .times("when", times)
        .clock("hour", hours)
        .levels("letter", letters.toString());
  }

  private RowSums sums(Table... parts) {
    RowSums sums = new RowSums(space, space.sample(real.table()), 200);
    for (Table part : parts) {
      sums.add(part);
    }
    return sums;
  }

  private static Table part(Table all, int first, int step) {
    return all.rows(
        IntStream.iterate(first, row -> row < all.rowCount(), row -> row + step).toArray());
  }

  /** The same lines, whether rows come at once, in any order, or are summed apart. */
  @Test
  void partsAndOrderDoNotShow() {
    Table all = synthetic.table();
    List<String> once = sums(all).lines();
    assertThat(sums(part(all, 2, 3), part(all, 0, 3), part(all, 1, 3)).lines()).isEqualTo(once);

    RowSums joined = sums(part(all, 1, 7));
    for (int first : new int[] {0, 6, 3, 5, 2, 4}) {
      joined.add(sums(part(all, first, 7)).lines());
    }
    assertThat(joined.lines()).isEqualTo(once);
    assertThat(sums(part(all, 1, 2)).lines()).isNotEqualTo(once);
  }

  /** With fewer than 2,048 different real values each is a cut; a few others lie between. */
  @Test
  void valuesAreThoseOfTheRows() {
    for (Metric metric : SummedMetrics.all()) {
      MetricOutcome.Value rows =
          (MetricOutcome.Value)
              metric.compute(space.sample(real.table()), space.sample(synthetic.table()), CONTEXT);
      OverAll all = overAll(metric);
      MetricOutcome.Value sums = (MetricOutcome.Value) all.value();
      assertThat(sums.parts()).hasSameSizeAs(rows.parts());
      for (int i = 0; i < rows.parts().size(); i++) {
        assertThat(sums.parts().get(i).name()).isEqualTo(rows.parts().get(i).name());
        assertThat(sums.parts().get(i).value())
            .as(metric.description().id() + " " + rows.parts().get(i).name())
            .isCloseTo(rows.parts().get(i).value(), within(1e-3));
      }
      assertThat(all.realRows()).isEqualTo(ROWS);
      assertThat(all.nullDistributions()).hasSameSizeAs(rows.parts());
    }
  }

  private OverAll overAll(Metric metric) {
    return Objects.requireNonNull(
        metric.overAll(
            sums(real.table()), sums(synthetic.table()), space.sample(real.table()), CONTEXT));
  }

  /** Ranks are no sums, nor is the range of a sample. */
  @Test
  void otherMetricsHaveNone() {
    for (Metric metric :
        List.of(
            PairMetric.associations(Aggregation.MEAN), ColumnMetric.rangeLoss(Aggregation.MEAN))) {
      assertThat(
              metric.overAll(
                  sums(real.table()), sums(real.table()), space.sample(real.table()), CONTEXT))
          .isNull();
    }
  }

  /** A tenth of the rows are copies; 200 of 3,300 contents are looked at on both sides. */
  @Test
  void copiesAreFoundAmongTheContentsWithTheLeastHashes() {
    RandomStream stream = new Seeds(7).stream("rows");
    double[] own = stream.doubles(ROWS).toArray();
    double[] other = stream.doubles(ROWS).toArray();
    System.arraycopy(own, 0, other, 0, ROWS / 10);
    TestSamples some = TestSamples.rows().numbers("x", own).levels("y", "ab".repeat(ROWS / 2));
    TestSamples more = TestSamples.rows().numbers("x", other).levels("y", "ab".repeat(ROWS / 2));
    SampleSpace both = SampleSpace.of(some.table(), List.of(more.table()));
    Sample sample = both.sample(some.table());
    RowSums first = new RowSums(both, sample, 200);
    RowSums second = new RowSums(both, sample, 200);
    first.add(some.table());
    second.add(more.table());

    OverAll all =
        Objects.requireNonNull(new IdenticalMatchShare().overAll(first, second, sample, CONTEXT));
    assertThat(all.syntheticRows()).isBetween(150L, 200L);
    // Binomial of about 200 rows: 0.1 with a deviation of 0.021.
    assertThat(((MetricOutcome.Value) all.value()).value()).isCloseTo(0.1, within(0.07));
  }
}
