package dev.synth.validate;

import dev.synth.base.Records;
import dev.synth.base.Setting;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Options of validation: the gates that synthetic rows must pass. */
public record ValidationOptions(
    @Setting("The gates to start from: `lenient`, `standard` or `strict`.") Preset preset,
    @Setting(
            "Gates by metric that replace the preset's: `{at_most: 0.9}`, `{at_least: 0.1}`,"
                + " `{within_noise: 0.95}` (inside the band of real rows among themselves),"
                + " `{above_floor: 0.1}` (so far above their median at most), `{below_floor:"
                + " 0.2}` (so far below it at most) or `off`.")
        Map<String, GateRule> gates,
    @Setting(
            "`standard`, or `full`: also fits the generator on eight halves of the training"
                + " rows, to measure whether membership can be told.")
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

  /** The extent to which an attacker is imitated. */
  public enum Privacy {
    /** By what synthetic and real rows alone can tell. */
    STANDARD,
    /** By shadow generators as well. */
    FULL
  }

  public ValidationOptions {
    gates = Collections.unmodifiableMap(new LinkedHashMap<>(gates));
  }

  /** Returns the defaults. */
  public static ValidationOptions defaults() {
    return new ValidationOptions(Preset.STANDARD, Map.of(), Privacy.STANDARD);
  }

  /** Gates alone, with privacy at its standard. */
  public ValidationOptions(Preset preset, Map<String, GateRule> gates) {
    this(preset, gates, Privacy.STANDARD);
  }

  /** Returns the same with {@code preset} changed. */
  public ValidationOptions withPreset(Preset preset) {
    return Records.with(this, "preset", preset);
  }

  /** Returns the same with {@code gates} changed. */
  public ValidationOptions withGates(Map<String, GateRule> gates) {
    return Records.with(this, "gates", gates);
  }

  /** Returns the same with {@code privacy} changed. */
  public ValidationOptions withPrivacy(Privacy privacy) {
    return Records.with(this, "privacy", privacy);
  }
}
