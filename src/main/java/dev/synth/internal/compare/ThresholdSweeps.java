package dev.synth.internal.compare;

import dev.synth.evaluate.Arm;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.evaluate.RepeatDiagnostics;
import dev.synth.internal.evaluate.ThresholdSweep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The effects of thresholds on validation rows: the content of {@code thresholds.json}.
 *
 * @param schemaVersion the version of this format
 * @param thresholds the thresholds that every arm was asked about
 * @param arms a sweep for each arm with the first-listed classifier, means over repeats
 */
public record ThresholdSweeps(
    int schemaVersion, List<Double> thresholds, List<ThresholdSweep> arms) {
  /** The version of the format of {@code thresholds.json}. */
  public static final int SCHEMA_VERSION = 1;

  /** The sweeps of a run that has no such file: none. */
  public static final ThresholdSweeps NONE =
      new ThresholdSweeps(SCHEMA_VERSION, List.of(), List.of());

  public ThresholdSweeps {
    if (schemaVersion != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          PlainText.of(
              "the thresholds' format is version %d, and this program reads version %d",
              schemaVersion, SCHEMA_VERSION));
    }
    thresholds = List.copyOf(thresholds);
    arms = List.copyOf(arms);
  }

  /** Sums up the repeats, in their order. */
  public static ThresholdSweeps of(List<RepeatDiagnostics> repeats) {
    Map<Arm, List<ThresholdSweep>> arms = new LinkedHashMap<>();
    for (RepeatDiagnostics repeat : repeats) {
      for (ThresholdSweep sweep : repeat.sweeps()) {
        arms.computeIfAbsent(sweep.arm(), arm -> new ArrayList<>()).add(sweep);
      }
    }
    return new ThresholdSweeps(
        SCHEMA_VERSION,
        ThresholdSweep.thresholds(),
        arms.values().stream().map(ThresholdSweep::mean).toList());
  }
}
