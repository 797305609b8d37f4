package dev.synth.internal.experiment.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The origin of a run's results, for {@code provenance.json}: the one file that holds timings and
 * facts of the machine.
 *
 * @param run the run's full hash
 * @param version the version of synth
 * @param configSha256 hash of the resolved config
 * @param dataSha256 hash of the data files, of a query's rows, or of the simulator's settings
 * @param seed the root seed
 * @param rows row counts by part of the first repeat
 * @param split what the first repeat's split did with duplicates, groups and the gap
 * @param notes what the user was told: the facts and the words of each note
 * @param testOpenings every opening of test rows, with its reason
 * @param backend what computes matrices
 * @param machine the JDK and the processor
 * @param seconds wall-clock time by stage
 * @param fitSeconds by arm, wall-clock time of one repeat: fitting the generator, drawing from it,
 *     and fitting the first-listed classifier; empty where nothing was evaluated
 * @param scoreMillis by arm, milliseconds to score a row with the first-listed classifier
 * @param fits by arm, how many classifiers are fitted in a repeat with that arm alone: its
 *     teacher's and the folds' among them; at most, where something is picked
 * @param unitSeconds by unit of the grid, in its order, wall-clock time of fitting, drawing and
 *     classifying; empty where nothing was evaluated
 */
public record Provenance(
    String run,
    String version,
    String configSha256,
    String dataSha256,
    long seed,
    Map<String, Integer> rows,
    Object split,
    JsonNode notes,
    List<String> testOpenings,
    String backend,
    Map<String, String> machine,
    Map<String, Double> seconds,
    Map<String, Double> fitSeconds,
    Map<String, Double> scoreMillis,
    Map<String, Long> fits,
    Map<String, Double> unitSeconds) {
  /** Returns facts of this machine and JDK. */
  static Map<String, String> machineFacts() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("jdk", Runtime.version().toString());
    facts.put("jdk_vendor", System.getProperty("java.vendor", "unknown"));
    facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("architecture", System.getProperty("os.arch", "unknown"));
    facts.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
    facts.put("max_heap_mib", String.valueOf(Runtime.getRuntime().maxMemory() >> 20));
    facts.put("portable", String.valueOf("1".equals(System.getenv("SYNTH_PORTABLE"))));
    return facts;
  }
}
