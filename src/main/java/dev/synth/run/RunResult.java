package dev.synth.run;

import dev.synth.base.ExitCode;
import dev.synth.base.Records;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a run.
 *
 * @param folders where its files are
 * @param exitCode {@code DONE}, {@code GATE} or {@code HARM}
 * @param replayed whether the run was finished before and nothing was computed
 * @param tracked the outcome of logging it; null where the config names no server
 * @param written the table that its rows went to; null where the config names none
 */
public record RunResult(
    RunFolders folders,
    ExitCode exitCode,
    boolean replayed,
    @Nullable Tracked tracked,
    @Nullable WrittenTable written) {
  /** The end of a run that was not logged. */
  public RunResult(RunFolders folders, ExitCode exitCode, boolean replayed) {
    this(folders, exitCode, replayed, null, null);
  }

  /** Returns the same with the outcome of logging it. */
  public RunResult withTracked(Tracked tracked) {
    return Records.with(this, "tracked", tracked);
  }

  /** Returns the same with the table that its rows went to. */
  public RunResult withWritten(WrittenTable written) {
    return Records.with(this, "written", written);
  }
}
