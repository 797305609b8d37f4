package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.validate.Goal;
import dev.synth.validate.Question;
import dev.synth.validate.SkipReason;
import dev.synth.validate.ValidationReport.Floor;
import dev.synth.validate.ValidationReport.GateReason;
import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.Reading;
import dev.synth.validate.ValidationReport.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A value of 0.7 beside real rows of 0.1 to 0.4, in draws of 30 rows a side. */
class GateSentenceTest {
  private static final Floor FLOOR = new Floor(30, 200, false, 0.2, 0.1, 0.4, 1);

  @Test
  void everyStatusHasItsSentence() {
    assertThat(sentence(GateStatus.OFF, 0.5, null, null, null)).isEqualTo("dcr has no gate");
    assertThat(sentence(GateStatus.PASSED, 0.9, null, null, null))
        .isEqualTo("dcr is 0.700, real rows among themselves: 0.100 to 0.400");
    assertThat(sentence(GateStatus.FAILED, 0.5, null, null, "train less"))
        .isEqualTo(
            "dcr is 0.700, above the limit of 0.500 (real rows among themselves: 0.100 to 0.400)."
                + " Likeliest remedy: train less");
    assertThat(sentence(GateStatus.FAILED, 0.8, GateReason.COPIES, null, "train less"))
        .isEqualTo(
            "copies: dcr is 0.700, below the 0.800 that real rows say of each other: the synthetic"
                + " rows repeat training rows. Likeliest remedy: train less");
  }

  @Test
  void whatCannotBeToldSaysWhyAndWhatCould() {
    assertThat(sentence(GateStatus.CANNOT_TELL, 0.9, GateReason.ANYTHING_PASSES, null, null))
        .isEqualTo(
            "dcr is 0.700; 30 rows a side would pass anything: real rows among themselves: 0.100"
                + " to 0.400");
    String start =
        "dcr is 0.700, above the limit of 0.500, but 30 rows a side cannot tell: real rows among"
            + " themselves: 0.100 to 0.400";
    assertThat(sentence(GateStatus.CANNOT_TELL, 0.5, GateReason.TOO_FEW_ROWS, 1234L, null))
        .isEqualTo(start + "; about 1,234 rare real rows could");
    assertThat(sentence(GateStatus.CANNOT_TELL, 0.5, GateReason.TOO_FEW_ROWS, null, null))
        .isEqualTo(start + "; no number of rows could");
    // a run of 0.1.0 did not record the reason
    assertThat(sentence(GateStatus.CANNOT_TELL, 0.5, null, null, null)).isEqualTo(start);
  }

  @Test
  void withoutAValueTheReadingSaysWhy() {
    GateResult gate =
        new GateResult("dcr", "at_most 1.0", GateStatus.NOT_COMPUTED, null, null, null);
    Reading none =
        Reading.none(Reference.TRAINING, new SkipReason.Plain(SkipReason.Cause.NO_MISSING_CELL));
    assertThat(GateSentence.of(metric(gate, none)))
        .isEqualTo("dcr was not computed: no cell is missing");
  }

  @Test
  void aNegativeNumberHasAMinus() {
    assertThat(sentence(GateStatus.PASSED, -0.5, null, null, null)).startsWith("dcr is 0.700, ");
    assertThat(sentence(GateStatus.FAILED, -0.5, null, null, null))
        .startsWith("dcr is 0.700, above the limit of −0.500");
  }

  private static String sentence(
      GateStatus status,
      double limit,
      @Nullable GateReason reason,
      @Nullable Long rowsNeeded,
      @Nullable String remedy) {
    Reading reading =
        new Reading(Reference.TRAINING, 0.7, null, false, 0.7, FLOOR, 0, List.of(), List.of());
    GateResult gate =
        new GateResult(
            "dcr", "rule", status, Reference.TRAINING, 0.7, limit, reason, rowsNeeded, remedy);
    return GateSentence.of(metric(gate, reading));
  }

  private static MetricReport metric(GateResult gate, Reading reading) {
    return new MetricReport(
        "dcr", Question.PRIVACY, "title", Goal.LOWER, 0, 1.0, "own", List.of(reading), gate);
  }
}
