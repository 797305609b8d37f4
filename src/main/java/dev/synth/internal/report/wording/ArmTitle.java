package dev.synth.internal.report.wording;

import dev.synth.evaluate.Arm;
import dev.synth.split.RareRows;

/** The name of an arm with all that tells it from others. */
public final class ArmTitle {
  private ArmTitle() {}

  /** Returns name, plan and training size, such as {@code vae, ratio 0.1, 16 rare rows}. */
  public static String of(Arm arm) {
    return switch (arm.rareRows()) {
      case RareRows.All all -> arm.label();
      case RareRows.AtMost some -> arm.label() + ", " + some.describe();
    };
  }
}
