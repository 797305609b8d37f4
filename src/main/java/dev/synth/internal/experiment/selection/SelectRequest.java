package dev.synth.internal.experiment.selection;

import dev.synth.base.Problem;
import dev.synth.config.ExperimentConfig;
import java.nio.file.Path;

/**
 * The request of {@code synth select}.
 *
 * @param config names the data, its columns and a split by time
 * @param majority how many of the other training rows are taken at most, at least 1
 * @param to the folder that is written
 * @param engine what computes: {@code local}, or one that another jar brings, such as {@code spark}
 * @param jobs how many parts this machine computes at once
 * @param overwrite whether an older selection there may be replaced
 */
public record SelectRequest(
    ExperimentConfig config, long majority, Path to, String engine, int jobs, boolean overwrite) {
  public SelectRequest {
    if (majority < 1) {
      throw Problem.usage("at least 1 row of the other class must be taken, not %d", majority);
    }
  }
}
