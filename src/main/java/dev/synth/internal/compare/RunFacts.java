package dev.synth.internal.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a run: the content of {@code run.json}. The same config, data and version leave the
 * same facts on every machine.
 *
 * @param schemaVersion the version of this format
 * @param command the name of the command that was run
 * @param run the hash of config, data and version that the run's folder is named by; null in runs
 *     of earlier versions
 * @param version the version of synth
 * @param seed the root seed
 * @param data the name of the data file, without its folder, or {@code demo}
 * @param generator the generator's kind; null where several are compared
 * @param gates what the gates said; null where no rows were validated
 * @param fits by arm, how many classifiers are fitted in a repeat with that arm alone, at most;
 *     null in runs of earlier versions
 */
public record RunFacts(
    int schemaVersion,
    String command,
    @Nullable String run,
    String version,
    long seed,
    String data,
    @Nullable String generator,
    @Nullable Gates gates,
    @Nullable Map<String, Long> fits) {
  public RunFacts {
    fits = fits == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(fits));
  }

  /** The version of the format of {@code run.json}. */
  public static final int SCHEMA_VERSION = 1;

  /** The digits of the hash in the name of a run's folder. */
  private static final int SHORT = 8;

  /** Returns what pages call the run: the beginning of its hash, empty where it has none. */
  public String shortRun() {
    return run == null ? "" : run.substring(0, Math.min(SHORT, run.length()));
  }

  /** Returns the same with what the arms take. */
  public RunFacts withFits(Map<String, Long> known) {
    return new RunFacts(schemaVersion, command, run, version, seed, data, generator, gates, known);
  }

  /**
   * The results of a validation's gates.
   *
   * @param preset the preset of the gates
   * @param passed how many passed
   * @param failed the titles of the metrics whose gates failed
   * @param undecided how many could not be judged
   */
  public record Gates(String preset, int passed, List<String> failed, int undecided) {
    public Gates {
      failed = List.copyOf(failed);
    }
  }
}
