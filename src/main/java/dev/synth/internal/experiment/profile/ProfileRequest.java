package dev.synth.internal.experiment.profile;

import dev.synth.base.Problem;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.table.DataOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to look at a table.
 *
 * @param config where the data is; its label counts where {@code label} names it
 * @param label the label column, or null where it is to be guessed
 * @param positive the rare class; empty where it is to be guessed
 * @param isPlain whether no label is wanted, even where one is found
 */
public record ProfileRequest(
    ExperimentConfig config, @Nullable String label, List<String> positive, boolean isPlain) {
  /** The placeholder for a label column that is not known yet; no data has it. */
  private static final String UNKNOWN = "\u0000";

  public ProfileRequest {
    positive = List.copyOf(positive);
  }

  /** A look at the data of a config, whose label is known. */
  public static ProfileRequest of(ExperimentConfig config) {
    return new ProfileRequest(config, config.data().label(), config.data().positive(), false);
  }

  /**
   * A look at a file, or at the demo data.
   *
   * @param source a file or glob, or {@code demo}
   * @param label the label column, or null
   * @param positive the rare class, or empty
   * @param time the column that orders the rows, or null
   * @param group the column whose equal values belong together, or null
   * @param isPlain whether no label is wanted
   */
  public static ProfileRequest of(
      String source,
      @Nullable String label,
      List<String> positive,
      @Nullable String time,
      @Nullable String group,
      boolean isPlain) {
    if (!positive.isEmpty() && label == null) {
      throw Problem.invalid("positive", "is a value of the label column; name that too");
    }
    if (isPlain && label != null) {
      throw Problem.invalid("label", "is named, and a plain table is asked for");
    }
    if (source.equals(DataOptions.DEMO)) {
      ExperimentConfig demo = ConfigLoader.parse("data: {source: demo}", source, List.of());
      return isPlain ? new ProfileRequest(demo, null, List.of(), true) : of(demo);
    }
    DataOptions data =
        DataOptions.of(
            source,
            label == null ? UNKNOWN : label,
            positive.isEmpty() ? UNKNOWN : positive.getFirst());
    ExperimentConfig config =
        ExperimentConfig.of(
            data.withPositive(positive.isEmpty() ? data.positive() : positive)
                .withTime(time)
                .withGroup(group));
    return new ProfileRequest(config, label, positive, isPlain);
  }

  /** Returns whether the label column and its rare class are known. */
  boolean isLabelled() {
    return !isPlain && label != null && !positive.isEmpty();
  }

  /** Returns where the data is. */
  DataOptions data() {
    return config.data();
  }
}
