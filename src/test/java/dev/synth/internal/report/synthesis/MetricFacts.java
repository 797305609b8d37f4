package dev.synth.internal.report.synthesis;

import dev.synth.validate.Answer;
import dev.synth.validate.Finding;
import dev.synth.validate.Goal;
import dev.synth.validate.Question;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.Floor;
import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.PartReading;
import dev.synth.validate.ValidationReport.Reading;
import dev.synth.validate.ValidationReport.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Validations with the readings that a test asks for. */
public final class MetricFacts {
  /** A text that breaks out of any page that forgets to escape it. */
  static final String HOSTILE = "<script>";

  private MetricFacts() {}

  /** A metric of the rare rows' likeness, against training rows. */
  public static MetricReport metric(String id, GateStatus status, Reading reading) {
    GateResult gate =
        new GateResult(id, "at_most 0.9", status, Reference.TRAINING, reading.value(), 0.9);
    return new MetricReport(
        id, Question.LIKENESS, "Title of " + id, Goal.LOWER, 0, 1.0, "own", List.of(reading), gate);
  }

  /** A value of 0.25 beside real rows of 0.1 to 0.2, in 20 draws of 40 rows a side. */
  public static Reading measured(List<PartReading> parts, Finding... findings) {
    return new Reading(
        Reference.TRAINING,
        0.25,
        null,
        false,
        0.25,
        new Floor(40, 20, false, 0.15, 0.1, 0.2, 0.99),
        7,
        parts,
        List.of(findings));
  }

  /** A metric that has no value. */
  public static Reading missing(String why, boolean failed) {
    return new Reading(Reference.TRAINING, null, why, failed, null, null, 0, List.of(), List.of());
  }

  /** A report of 100 rare training rows and 80 synthetic ones, with an answer about likeness. */
  public static ValidationReport report(
      @Nullable Boolean passed, Answer.Rating verdict, MetricReport... metrics) {
    return new ValidationReport(
        "standard",
        passed,
        100,
        0,
        80,
        Reference.TRAINING,
        List.of("amount"),
        List.of(),
        List.of(metrics),
        List.of(metrics).stream()
            .map(MetricReport::gate)
            .filter(gate -> gate.status() == GateStatus.FAILED)
            .toList(),
        List.of(new Answer(Question.LIKENESS, verdict)));
  }
}
