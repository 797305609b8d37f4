package dev.synth.internal.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a run: the content of {@code run.json}. The same config, data and version leave the
 * same facts on every machine.
 *
 * @param schemaVersion the version of this format
 * @param command the name of the command that was run
 * @param version the version of synth
 * @param seed the root seed
 * @param data the name of the data file, without its folder, or {@code demo}
 * @param generator the generator's kind; null where several are compared
 * @param gates what the gates said; null where no rows were validated
 */
public record RunFacts(
    int schemaVersion,
    String command,
    String version,
    long seed,
    String data,
    @Nullable String generator,
    @Nullable Gates gates) {
  /** The version of the format of {@code run.json}. */
  public static final int SCHEMA_VERSION = 1;

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
