package dev.synth.validate;

import dev.synth.base.Setting;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which gates synthetic rows must pass.
 *
 * @param preset the gates to start from
 * @param gates changes to the preset, by metric
 * @param privacy how far an attacker is imitated
 */
public record ValidationOptions(
    @Setting(
            value = "The gates to start from: `lenient`, `standard` or `strict`.",
            byDefault = "standard")
        Preset preset,
    @Setting(
            value =
                "Gates by metric that replace the preset's: `{at_most: 0.9}`, `{at_least: 0.1}`,"
                    + " `{within_noise: 0.95}` (inside the band of real rows among themselves),"
                    + " `{above_floor: 0.1}` (so far above their median at most), `{below_floor:"
                    + " 0.2}` (so far below it at most) or `off`.",
            byDefault = "{}")
        Map<String, GateRule> gates,
    @Setting(
            value =
                "`standard`, or `full`: also fits the generator on eight halves of the training"
                    + " rows, to measure whether membership can be told.",
            byDefault = "standard")
        Privacy privacy) {
  /** A set of gates. */
  public enum Preset {
    /** Catches what is broken. */
    LENIENT,
    /** Catches what a careful reader would object to. */
    STANDARD,
    /** Asks for rows that can hardly be told from real ones. */
    STRICT
  }

  /** How far an attacker is imitated. */
  public enum Privacy {
    /** By what synthetic and real rows alone can tell. */
    STANDARD,
    /** By shadow generators as well. */
    FULL
  }

  public ValidationOptions {
    gates = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(gates));
  }

  /** Gates alone, with privacy at its standard. */
  public ValidationOptions(Preset preset, Map<String, GateRule> gates) {
    this(preset, gates, Privacy.STANDARD);
  }
}
