package dev.synth.evaluate;

import java.util.List;

/**
 * What one repeat found that gets no verdict and is no figure of an arm.
 *
 * @param detectors what detectors achieved that learned without labels
 * @param curves the arms' precision-recall curves with the first-listed classifier
 */
public record RepeatDescription(List<ReferenceLine> detectors, List<ArmCurve> curves) {
  public RepeatDescription {
    detectors = List.copyOf(detectors);
    curves = List.copyOf(curves);
  }
}
