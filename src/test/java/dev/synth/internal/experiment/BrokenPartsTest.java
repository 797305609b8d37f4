package dev.synth.internal.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.note.RunNote;
import dev.synth.internal.report.synthesis.MetricFacts;
import dev.synth.internal.validate.Validator;
import dev.synth.internal.validate.plot.BrokenChart;
import dev.synth.validate.SkipReason;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.Reading;
import dev.synth.validate.ValidationReport.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokenPartsTest {
  @Test
  void aBugInAMetricOrAChartIsANote() {
    SkipReason.Broken noAxis = SkipReason.Broken.of(new IllegalStateException("no axis"));

    List<RunNote> notes =
        BrokenParts.of(
            new Validator.JudgedRows(
                report(noAxis),
                TrainingRowsProfilerTest.EMPTY,
                List.of(new BrokenChart("map", noAxis))));

    assertThat(notes)
        .containsExactly(
            new RunNote.BrokenMetric(
                "counting", "java.lang.IllegalStateException: no axis", noAxis.place()),
            new RunNote.BrokenChart(
                "map", "java.lang.IllegalStateException: no axis", noAxis.place()));
    assertThat(noAxis.place()).contains("BrokenPartsTest.java");
  }

  @Test
  void aMetricThatDoesNotApplyIsNone() {
    SkipReason.Plain none = new SkipReason.Plain(SkipReason.Cause.NO_LEVEL);

    assertThat(
            BrokenParts.of(
                new Validator.JudgedRows(report(none), TrainingRowsProfilerTest.EMPTY, List.of())))
        .isEmpty();
  }

  private static ValidationReport report(SkipReason why) {
    MetricReport metric =
        MetricFacts.metric("counting", GateStatus.OFF, Reading.none(Reference.TRAINING, why));
    return new ValidationReport(
        "standard",
        true,
        1,
        0,
        1,
        Reference.TRAINING,
        List.of(),
        List.of(),
        List.of(metric),
        List.of(),
        List.of());
  }
}
