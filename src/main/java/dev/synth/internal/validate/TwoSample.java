package dev.synth.internal.validate;

import dev.synth.base.Context;
import dev.synth.internal.validate.detection.TreeTwoSample;
import dev.synth.internal.validate.metric.Outcome;
import dev.synth.internal.validate.metric.SampleSpace;
import dev.synth.table.Table;
import java.util.List;

/** The forest's two-sample test on two tables alone, for a trainer that watches itself. */
public final class TwoSample {
  private TwoSample() {}

  /**
   * Returns how well a forest tells drawn rows from real ones: the area of {@link TreeTwoSample}.
   *
   * @param real real rows, at least 3
   * @param drawn drawn rows with the same columns, at least 3
   * @param context the same seeds give the same folds and trees
   * @return in [0, 1]; about 0.5 where the forest cannot
   */
  public static double area(Table real, Table drawn, Context context) {
    SampleSpace space = SampleSpace.of(real, List.of(drawn));
    Outcome outcome = new TreeTwoSample().compute(space.sample(real), space.sample(drawn), context);
    return switch (outcome) {
      case Outcome.Value value -> value.value();
      case Outcome.Tested tested -> tested.value();
      case Outcome.Skipped skipped -> throw new IllegalStateException(skipped.why());
      case Outcome.Failed failed -> throw new IllegalStateException(failed.why());
    };
  }
}
