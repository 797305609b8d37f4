package dev.synth.internal.experiment.arm;

import dev.synth.base.Problem;

/**
 * The problems that belong to one arm alone: its generator finds too few rows, diverges, or draws
 * nothing that the rules accept. Others, of the machine say, end the run.
 */
public final class ArmFailures {
  private ArmFailures() {}

  /**
   * Returns why an arm cannot be made.
   *
   * @throws Problem the problem itself, if it is not of the arm alone
   */
  public static String reason(Problem problem) {
    return switch (problem.exitCode()) {
      case DATA, USAGE -> String.valueOf(problem.getMessage());
      case DONE, BUG, GATE, HARM, ALARM, KEPT, ENVIRONMENT, INTERRUPTED, TERMINATED ->
          throw problem;
    };
  }
}
