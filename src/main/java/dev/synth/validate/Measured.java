package dev.synth.validate;

import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.Reading;
import dev.synth.validate.ValidationReport.Reference;
import java.util.ArrayList;
import java.util.List;

/**
 * A metric, measured against every reference, and its gate.
 *
 * @param question the question that it helps to answer
 * @param metric the metric
 * @param gate its gate
 * @param training the measurement against training rows
 * @param deciding the measurement that the gate is held against; may be the same
 */
record Measured(
    Question question, Metric metric, Gate gate, Measurement training, Measurement deciding) {

  /**
   * Measures. Fidelity is held against held-out rows where there are enough of them, privacy
   * against training rows always.
   */
  static Measured of(Question question, Metric metric, Gate gate, Measuring measuring) {
    Measurement training = measuring.measure(metric, Reference.TRAINING);
    boolean held =
        measuring.samples().heldOut() != null
            && metric.protocol().scope() == Metric.Scope.SAME_SIZE;
    return new Measured(
        question,
        metric,
        gate,
        training,
        held ? measuring.measure(metric, Reference.VALIDATION) : training);
  }

  /** Returns the tail that the gates of the preset share. */
  static double sharedTail(List<Measured> all) {
    List<double[]> tails = new ArrayList<>();
    int models = 0;
    for (Measured measured : all) {
      NoiseFloor floor = measured.decisive().floor();
      if (floor != null && measured.gate.ofPreset() && !measured.gate.isOff()) {
        if (floor.isModel()) {
          models++;
        } else {
          tails.add(floor.tails(BadSide.of(measured.metric, measured.gate.rule())));
        }
      }
    }
    return SharedBand.tail(tails, models, GateRules.SHARED);
  }

  private Measurement decisive() {
    return deciding.floor() == null ? training : deciding;
  }

  /** Returns what the report shows. */
  MetricReport report(double sharedTail) {
    Metric.Description description = metric.description();
    List<Reading> readings = new ArrayList<>(List.of(training.reading()));
    if (deciding != training) {
      readings.add(deciding.reading());
    }
    GateResult result = new GateKeeper(metric, gate, sharedTail).judge(training, decisive());
    return new MetricReport(
        description.id(),
        question,
        description.title(),
        description.goal(),
        description.minimum(),
        Double.isInfinite(description.maximum()) ? null : description.maximum(),
        description.source(),
        readings,
        result);
  }
}
