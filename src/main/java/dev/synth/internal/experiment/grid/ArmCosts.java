package dev.synth.internal.experiment.grid;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The costs of the arms with the first-listed classifier, by their titles; for provenance alone.
 *
 * @param fitSeconds seconds of one repeat: the generator and the classifier
 * @param scoreMillis milliseconds to score a row
 * @param fits how many classifiers are fitted in a repeat with the arm alone: its teacher's and the
 *     folds' among them; at most, where something is picked; empty where it is not known
 * @param unitSeconds seconds of each unit, by its key, in the order of the grid
 */
public record ArmCosts(
    Map<String, Double> fitSeconds,
    Map<String, Double> scoreMillis,
    Map<String, Long> fits,
    Map<String, Double> unitSeconds) {
  /** Nothing was evaluated. */
  public static final ArmCosts NONE = new ArmCosts(Map.of(), Map.of(), Map.of(), Map.of());

  private static final double MILLI = 1e3;
  private static final double MICRO = 1e6;

  public ArmCosts {
    fitSeconds = Collections.unmodifiableMap(new LinkedHashMap<>(fitSeconds));
    scoreMillis = Collections.unmodifiableMap(new LinkedHashMap<>(scoreMillis));
    fits = Collections.unmodifiableMap(new LinkedHashMap<>(fits));
    unitSeconds = Collections.unmodifiableMap(new LinkedHashMap<>(unitSeconds));
  }

  /** Returns the mean times over repeats, rounded, and the times of all their units. */
  static ArmCosts mean(List<ArmCosts> repeats, Map<String, Long> fits) {
    Map<String, Double> units = new LinkedHashMap<>();
    repeats.forEach(repeat -> units.putAll(repeat.unitSeconds()));
    units.replaceAll((unit, seconds) -> Math.round(MILLI * seconds) / MILLI);
    return new ArmCosts(
        mean(repeats, ArmCosts::fitSeconds, MILLI),
        mean(repeats, ArmCosts::scoreMillis, MICRO),
        fits,
        units);
  }

  private static Map<String, Double> mean(
      List<ArmCosts> repeats, Function<ArmCosts, Map<String, Double>> part, double digits) {
    Map<String, Double> sums = new LinkedHashMap<>();
    repeats.forEach(
        repeat -> part.apply(repeat).forEach((arm, own) -> sums.merge(arm, own, Double::sum)));
    sums.replaceAll((arm, sum) -> Math.round(digits * sum / repeats.size()) / digits);
    return sums;
  }
}
