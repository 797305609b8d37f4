package dev.synth.internal.validate;

import dev.synth.internal.validate.metric.Metric;
import dev.synth.validate.Question;
import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.Reading;
import dev.synth.validate.ValidationReport.Reference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric, measured against every reference, and its gate.
 *
 * @param question the question that it helps to answer
 * @param metric the metric
 * @param gate its gate
 * @param training the measurement against training rows
 * @param heldOut the measurement against held-out rows, or null where none is made
 */
record GatedMetric(
    Question question,
    Metric metric,
    Gate gate,
    MetricResult training,
    @Nullable MetricResult heldOut) {

  /**
   * Measures. Fidelity is held against held-out rows where there are enough of them, privacy
   * against training rows always.
   */
  static GatedMetric of(Question question, Metric metric, Gate gate, MetricRunner measuring) {
    MetricResult training = measuring.measure(metric, Reference.TRAINING);
    boolean held =
        measuring.samples().heldOut() != null
            && metric.protocol().scope() == Metric.MetricRows.SAME_SIZE;
    return new GatedMetric(
        question,
        metric,
        gate,
        training,
        held ? measuring.measure(metric, Reference.VALIDATION) : null);
  }

  /** Returns the tail that the gates of the preset share. */
  static double sharedTail(List<GatedMetric> all) {
    List<SharedBand.BandFigure> figures = new ArrayList<>();
    for (GatedMetric measured : all) {
      NoiseFloor floor = measured.deciding().floor();
      if (floor != null && measured.gate.ofPreset() && !measured.gate.isOff()) {
        figures.add(new SharedBand.BandFigure(floor, measured.gate.badSide(measured.metric)));
      }
    }
    return SharedBand.tail(figures, GateRules.SHARED);
  }

  /** Returns the measurement that decides: on gates, and on what real rows seldom have. */
  MetricResult deciding() {
    return heldOut == null || heldOut.floor() == null ? training : heldOut;
  }

  /** Returns what the report shows. */
  MetricReport report(double sharedTail) {
    Metric.Description description = metric.description();
    List<Reading> readings = new ArrayList<>(List.of(training.reading()));
    if (heldOut != null) {
      readings.add(heldOut.reading());
    }
    GateResult result = new GateKeeper(metric, gate, sharedTail).judge(training, deciding());
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
