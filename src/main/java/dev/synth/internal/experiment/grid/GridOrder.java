package dev.synth.internal.experiment.grid;

import dev.synth.config.ExperimentConfig;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.table.DataOptions;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * A grid as other machines are told of it. A unit's cells are a pure function of it and of the
 * unit's key.
 *
 * @param config the config with every default, as YAML
 * @param isComparison whether it is the grid of {@code compare}, and not that of one generator
 * @param repeats how many repeats it has
 * @param dataSha256 the hash of the data
 */
public record GridOrder(String config, boolean isComparison, int repeats, String dataSha256)
    implements Serializable {
  /** The order of a run; other machines find its data file by the whole path. */
  public static GridOrder of(
      ExperimentConfig config, boolean isComparison, int repeats, String dataSha256) {
    DataOptions data = config.data();
    boolean isFile = !data.isDemo() && data.database() == null;
    ExperimentConfig found =
        isFile
            ? config.withData(data.withSource(Path.of(data.source()).toAbsolutePath().toString()))
            : config;
    return new GridOrder(
        ConfigLoader.resolved(found.untracked()), isComparison, repeats, dataSha256);
  }

  /** Returns the same order with more repeats. */
  GridOrder withRepeats(int others) {
    return new GridOrder(config, isComparison, others, dataSha256);
  }
}
