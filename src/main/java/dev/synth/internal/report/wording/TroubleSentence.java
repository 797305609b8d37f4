package dev.synth.internal.report.wording;

import dev.synth.compare.ArmTrouble;
import dev.synth.compare.TroubledArm;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.wording.training.TrainingWarningSentence;

/** The sentence on what went wrong with an arm. */
public final class TroubleSentence {
  private TroubleSentence() {}

  /** Returns all of it, such as {@code vae, ratio 0.1 failed in 3 of 10 repeats: …}. */
  public static String of(TroubledArm trouble) {
    return PlainText.of(
        "%s %s in %d of %d repeats: %s",
        ArmTitle.of(trouble.arm()),
        trouble.failed() ? "failed" : "warned",
        trouble.repeats(),
        trouble.of(),
        cause(trouble.cause()));
  }

  /** Returns what went wrong, without the arm. */
  static String cause(ArmTrouble.Cause cause) {
    return switch (cause) {
      case ArmTrouble.Failure failure -> failure.problem();
      case ArmTrouble.NothingToSelect nothing -> "every generator failed";
      case ArmTrouble.Warning own -> TrainingWarningSentence.of(own.warning());
    };
  }
}
