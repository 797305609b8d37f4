package dev.synth.internal.experiment.judging;

import dev.synth.base.Context;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.table.read.MatchedReader;
import dev.synth.internal.table.read.TableReader;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files that hold samples of the sides, as any machine reads them.
 *
 * @param config the config with every default, whose source is the sample of real rows
 * @param synthetic the sample of rows to judge
 * @param reference the sample of rows that no generator saw, or null
 */
record SampleFiles(String config, String synthetic, @Nullable String reference)
    implements Serializable {
  ExperimentConfig resolved() {
    return ConfigLoader.parse(config, "the config", List.of());
  }

  SampledSides read(Context context) {
    ExperimentConfig own = resolved();
    LabelledTable real = TableReader.readAnyClass(own.data(), context).rows();
    Table judged = MatchedReader.read(synthetic, real, own.data(), context).rows();
    String unseen = reference;
    return new SampledSides(
        real,
        judged,
        unseen == null ? null : MatchedReader.read(unseen, real, own.data(), context).rows());
  }
}
