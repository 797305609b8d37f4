package dev.synth.internal.experiment.grid;

import dev.synth.compare.RepeatResult;
import dev.synth.internal.evaluate.RepeatDiagnostics;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a finished repeat leaves on disk until the run is complete.
 *
 * @param result what was found
 * @param fitSeconds by arm, what one repeat costs: the generator and the first-listed classifier
 * @param openings the openings of its test rows, which is one
 * @param description what stands beside the result
 */
public record JudgedRepeat(
    RepeatResult result,
    Map<String, Double> fitSeconds,
    List<String> openings,
    RepeatDiagnostics description) {
  public JudgedRepeat {
    fitSeconds = Collections.unmodifiableMap(new LinkedHashMap<>(fitSeconds));
    openings = List.copyOf(openings);
  }
}
