package dev.synth.internal.monitor;

import dev.synth.base.Problem;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The request of {@code synth monitor}.
 *
 * @param model the bundle's folder
 * @param rows the window's rows: a file or glob
 * @param labels labels that became known later: a file or glob; or null
 * @param id the column that names rows in both; null to find it
 * @param past earlier rows: a file or glob; null for the days that the bundle keeps
 * @param time the column that tells the time; null for the one of the config
 * @param exempt columns that age by design, beside the time
 * @param jobs how many blocks of rows are scored at once; no figure depends on it
 */
public record MonitorRequest(
    Path model,
    String rows,
    @Nullable String labels,
    @Nullable String id,
    @Nullable String past,
    @Nullable String time,
    Set<String> exempt,
    int jobs) {
  public MonitorRequest {
    exempt = Set.copyOf(exempt);
    if (jobs < 1) {
      throw Problem.invalid("jobs", "must be at least 1, but is %d", jobs);
    }
  }
}
