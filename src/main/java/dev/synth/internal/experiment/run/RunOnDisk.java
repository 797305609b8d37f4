package dev.synth.internal.experiment.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.compare.Comparison;
import dev.synth.run.RunFile;
import dev.synth.run.RunFolders;

/**
 * The folders of a run's name on disk: whether the run is finished, and the exit code that it ends
 * in.
 */
public final class RunOnDisk {
  private final RunFolders folders;
  private final RunIdentity identity;
  private final boolean wantsEvaluation;

  public RunOnDisk(RunFolders folders, RunIdentity identity, boolean wantsEvaluation) {
    this.folders = folders;
    this.identity = identity;
    this.wantsEvaluation = wantsEvaluation;
  }

  /** Throws if another run, or anything that is no run, has the name; unless it may be replaced. */
  public void refuseToReplaceAnother(boolean overwrite) {
    boolean ours = folders.owner().filter(identity.run()::equals).isPresent();
    if (folders.isTaken() && !ours && !overwrite) {
      throw Problem.usage(
              "run '%s' exists and is of another config, data or version (%s)",
              folders.name(), folders.main())
          .remedy(Remedy.OTHER_RUN_NAME);
    }
  }

  /**
   * Returns whether nothing is left to compute.
   *
   * @param force whether a failed gate is no reason to leave the evaluation out
   */
  public boolean isComplete(boolean force) {
    if (folders.owner().filter(identity.run()::equals).isEmpty()) {
      return false;
    }
    return !wantsEvaluation || folders.hasEvaluation() || (gateFailed() && !force);
  }

  /** Returns how a call ends, by the stored gates and verdicts. */
  public ExitCode exitCode(boolean failOnHarm) {
    if (gateFailed()) {
      return ExitCode.GATE;
    }
    if (!folders.hasEvaluation()) {
      return ExitCode.DONE;
    }
    Comparison comparison = RunFile.COMPARISON.read(folders.evaluation(), Comparison.class);
    if (comparison.judgedNothing()) {
      return ExitCode.DATA;
    }
    return failOnHarm && comparison.anyHarm() ? ExitCode.HARM : ExitCode.DONE;
  }

  private boolean gateFailed() {
    if (folders.evaluationOnly()) {
      return false;
    }
    JsonNode validation = RunFile.VALIDATION.read(folders.synthesis(), JsonNode.class);
    JsonNode passed = validation.path("passed"); // null where too few gates could be judged
    return !passed.isNull() && !passed.asBoolean();
  }
}
