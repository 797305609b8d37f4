package dev.synth.internal.experiment;

import dev.synth.base.Problem;
import dev.synth.table.TargetOptions;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The request to draw from a finished run.
 *
 * @param from the run: its name, its folder, or anything in it
 * @param out the folder that holds {@code synthetic-out}
 * @param rows how many rows, or null for as many as the run wrote
 * @param seed the seed, or null for the run's own
 * @param where the values that some columns shall have, by column
 * @param file the file to write; or null for none where there is a table, and else for {@code
 *     <run>-seed-<seed>} beside the run's folder
 * @param table the table of a database that the rows go to, or null
 * @param overwrite whether an existing file may be replaced
 * @param jobs how many batches are drawn at once, at least 1; no row depends on it
 */
public record DrawRequest(
    String from,
    Path out,
    @Nullable Long rows,
    @Nullable Long seed,
    Map<String, String> where,
    @Nullable Path file,
    @Nullable TargetOptions table,
    boolean overwrite,
    int jobs) {
  public DrawRequest {
    where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
    if (rows != null && rows < 1) {
      throw Problem.invalid("rows", "must be at least 1, but is %d", rows);
    }
    if (jobs < 1) {
      throw Problem.invalid("jobs", "must be at least 1, but is %d", jobs);
    }
  }
}
