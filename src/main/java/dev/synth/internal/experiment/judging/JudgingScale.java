package dev.synth.internal.experiment.judging;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.experiment.engine.Engines;
import dev.synth.internal.files.OutputFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The number of rows that are judged in memory, and what works on more.
 *
 * @param sample how many rows a side may have to be judged in memory, and how many of each class
 *     are taken of more; null for the defaults
 * @param engine the name of the engine that reads
 * @param jobs how many parts are computed at once
 * @param beside what the working folder stands beside; null for the machine's temporary folder
 */
public record JudgingScale(
    @Nullable Integer sample, String engine, int jobs, @Nullable Path beside) {
  /** A side with more rows is judged by a sample and by sums. */
  static final int MOST = 500_000;

  /** So many rows of each class are taken of a side with more than {@value #MOST}. */
  static final int TAKEN = 200_000;

  public JudgingScale {
    if (sample != null && sample < 1) {
      throw Problem.usage("the sample must have at least 1 row, and not %d", sample);
    }
  }

  /** The defaults, on this machine. */
  public static JudgingScale ofThisMachine() {
    return new JudgingScale(null, Engines.LOCAL, 1, null);
  }

  int most() {
    return sample == null ? MOST : sample;
  }

  int taken() {
    return sample == null ? TAKEN : sample;
  }

  boolean isLocal() {
    return engine.equals(Engines.LOCAL);
  }

  /** Makes the working folder. */
  Path folder() {
    Path place = beside;
    if (place == null) {
      try {
        return Files.createTempDirectory("synth-judge");
      } catch (IOException e) {
        throw Problem.environment("cannot make a temporary folder: %s", OutputFiles.reason(e))
            .causedBy(e);
      }
    }
    Path target = place.toAbsolutePath().normalize();
    Path folder =
        target.resolveSibling(
            PlainText.of(".%s.partial-%d", target.getFileName(), ProcessHandle.current().pid()));
    OutputFiles.remove(folder);
    OutputFiles.folder(folder);
    return folder;
  }
}
