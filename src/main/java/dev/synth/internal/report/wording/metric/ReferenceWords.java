package dev.synth.internal.report.wording.metric;

import dev.synth.validate.ValidationReport.Reference;

/** The real rows that synthetic ones are compared with, in plain words. */
public final class ReferenceWords {
  private ReferenceWords() {}

  /** Returns the rows in the plural. */
  public static String of(Reference reference) {
    return switch (reference) {
      case TRAINING -> "rare training rows";
      case VALIDATION -> "rare held-out rows";
    };
  }
}
