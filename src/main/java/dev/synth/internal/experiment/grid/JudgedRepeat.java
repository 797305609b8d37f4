package dev.synth.internal.experiment.grid;

import dev.synth.compare.RepeatResult;
import dev.synth.internal.evaluate.RepeatDiagnostics;
import java.util.List;

/**
 * The results that a finished repeat leaves on disk until the run is complete.
 *
 * @param result what was found
 * @param costs what the arms cost
 * @param openings the openings of its test rows, which is one
 * @param description what stands beside the result
 */
public record JudgedRepeat(
    RepeatResult result, ArmCosts costs, List<String> openings, RepeatDiagnostics description) {
  public JudgedRepeat {
    openings = List.copyOf(openings);
  }
}
