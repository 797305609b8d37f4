package dev.synth.internal.experiment.judging;

import dev.synth.base.Seeds;
import dev.synth.internal.validate.metric.RowSums;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleSpace;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The samples of all sides, from which it follows what is summed over all rows.
 *
 * @param real real rows of both classes
 * @param synthetic the rows to judge
 * @param reference rare rows that no generator saw, or null
 */
public record SampledSides(LabelledTable real, Table synthetic, @Nullable Table reference) {
  /** Returns sums of no rows. */
  RowSums sums(long seed, int contents) {
    Table training = real.rareFeatures();
    SampleSpace space =
        SampleSpace.of(
            training,
            reference == null ? List.of(synthetic) : List.of(reference, synthetic),
            new Seeds(seed).below("validation"));
    Sample sample = space.sample(training);
    return new RowSums(space, sample, contents);
  }
}
