package dev.synth.internal.validate.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.internal.classify.discriminate.ForestTwoSample;
import dev.synth.internal.classify.discriminate.JoinedSamples;
import dev.synth.internal.validate.RareTables;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.SampleSpace;
import dev.synth.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeTwoSampleTest {
  /** Early stopping asks the forest below the validation; both must see the same numbers. */
  @Test
  void tablesGiveTheAreaOfTheirSamples() {
    Table real = RareTables.draw(60, 1);
    Table drawn = RareTables.draw(50, 2);
    Context context = Context.quiet(3);
    SampleSpace space = SampleSpace.of(real, List.of(drawn));
    MetricOutcome metric =
        new TreeTwoSample().compute(space.sample(real), space.sample(drawn), context);
    double area =
        ForestTwoSample.area(
            JoinedSamples.of(real, drawn), context.seeds().below("forest"), context.cancellation());
    assertThat(metric).isEqualTo(MetricOutcome.Value.of(area));
  }
}
