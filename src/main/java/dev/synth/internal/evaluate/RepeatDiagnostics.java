package dev.synth.internal.evaluate;

import java.util.List;

/**
 * What one repeat found that gets no verdict and is no figure of an arm.
 *
 * @param detectors what detectors achieved that learned without labels
 * @param curves the arms' precision-recall curves with the first-listed classifier
 * @param importance what columns are worth to classifiers of some arms; empty in later repeats
 * @param tuned how classifiers were set; empty where nothing is tuned
 */
public record RepeatDiagnostics(
    List<ReferenceLine> detectors,
    List<ArmCurve> curves,
    List<ArmImportance> importance,
    List<Tuned> tuned) {
  public RepeatDiagnostics {
    detectors = List.copyOf(detectors);
    curves = List.copyOf(curves);
    importance = List.copyOf(importance);
    tuned = List.copyOf(tuned);
  }

  /** Returns the same with what columns are worth and how classifiers were set. */
  public RepeatDiagnostics with(List<ArmImportance> measured, List<Tuned> chosen) {
    return new RepeatDiagnostics(detectors, curves, measured, chosen);
  }
}
