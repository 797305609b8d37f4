package dev.synth.internal.evaluate;

import java.util.List;

/**
 * The findings of one repeat that get no verdict and are no figures of an arm.
 *
 * @param detectors what detectors achieved that learned without labels
 * @param curves the arms' precision-recall curves with the first-listed classifier
 * @param importance what columns are worth to classifiers of some arms; empty in later repeats
 * @param tuned how classifiers were set; empty where nothing is tuned
 * @param teachers what labelled synthetic rows; empty where all labels are hard
 * @param sweeps what thresholds do on validation rows, with the first-listed classifier
 */
public record RepeatDiagnostics(
    List<ReferenceLine> detectors,
    List<ArmCurve> curves,
    List<ArmImportance> importance,
    List<Tuned> tuned,
    List<TeacherRecord> teachers,
    List<ThresholdSweep> sweeps) {
  public RepeatDiagnostics {
    detectors = List.copyOf(detectors);
    curves = List.copyOf(curves);
    importance = List.copyOf(importance);
    tuned = List.copyOf(tuned);
    teachers = teachers == null ? List.of() : List.copyOf(teachers); // before 0.2.0 there were none
    sweeps = sweeps == null ? List.of() : List.copyOf(sweeps); // nor these
  }

  /** Returns the same with what is known of the arms' classifiers. */
  public RepeatDiagnostics with(
      List<ArmImportance> measured, List<Tuned> chosen, List<TeacherRecord> taught) {
    return new RepeatDiagnostics(detectors, curves, measured, chosen, taught, sweeps);
  }

  /** Returns the same with what thresholds do. */
  public RepeatDiagnostics with(List<ThresholdSweep> swept) {
    return new RepeatDiagnostics(detectors, curves, importance, tuned, teachers, swept);
  }
}
