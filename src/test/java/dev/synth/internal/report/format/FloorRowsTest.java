package dev.synth.internal.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.validate.Goal;
import dev.synth.validate.Question;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.Floor;
import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.Reading;
import dev.synth.validate.ValidationReport.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With 5,000 rare training rows and 4,000 synthetic ones a draw can have 2,500 rows a side. */
final class FloorRowsTest {
  private static final Floor ALL = new Floor(2_500, 200, false, 0.5, 0.4, 0.6, 0.5);
  private static final Floor SOME = new Floor(2_000, 200, false, 0.5, 0.4, 0.6, 0.5);
  private static final Floor FEW = new Floor(200, 20, false, 0.5, 0.4, 0.6, 0.5);
  private static final Floor LAW = new Floor(4_444, 200, true, 0.5, 0.4, 0.6, 0.5);

  @Test
  void cellsSayDrawsAndRowsOrThatNothingWasDrawn() {
    assertThat(FloorRows.of(reading(SOME))).isEqualTo("200 × 2,000");
    assertThat(FloorRows.of(reading(LAW))).isEqualTo("asymptotic, 4,444");
    assertThat(
            FloorRows.of(
                new Reading(
                    Reference.TRAINING, null, "no", false, null, null, 0, List.of(), List.of())))
        .isEmpty();
  }

  @Test
  void namesTheMetricsThatTookSomeRows() {
    assertThat(
            FloorRows.sampled(
                report(
                    metric("a", SOME),
                    metric("b", ALL),
                    metric("c", FEW),
                    metric("d", SOME),
                    metric("e", LAW))))
        .isEqualTo("200 × 2,000 for a, d; 20 × 200 for c");
    assertThat(FloorRows.sampled(report(metric("b", ALL)))).isEmpty();
  }

  private static Reading reading(Floor floor) {
    return new Reading(Reference.TRAINING, 0.5, null, false, 0.5, floor, 0, List.of(), List.of());
  }

  private static MetricReport metric(String id, Floor floor) {
    GateResult off = new GateResult(id, "off", GateStatus.OFF, null, null, null);
    return new MetricReport(
        id, Question.LIKENESS, id, Goal.LOWER, 0, 1.0, "own", List.of(reading(floor)), off);
  }

  private static ValidationReport report(MetricReport... metrics) {
    return new ValidationReport(
        "standard",
        true,
        5_000,
        0,
        4_000,
        Reference.TRAINING,
        List.of("x"),
        List.of(),
        List.of(metrics),
        List.of(),
        List.of());
  }
}
