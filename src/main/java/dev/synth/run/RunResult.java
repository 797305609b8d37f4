package dev.synth.run;

import dev.synth.base.ExitCode;

/**
 * The end of a run.
 *
 * @param folders where its files are
 * @param exitCode {@code DONE}, {@code GATE} or {@code HARM}
 * @param replayed whether the run was finished before and nothing was computed
 */
public record RunResult(RunFolders folders, ExitCode exitCode, boolean replayed) {}
