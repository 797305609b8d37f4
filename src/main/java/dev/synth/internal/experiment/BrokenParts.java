package dev.synth.internal.experiment;

import dev.synth.internal.note.RunNote;
import dev.synth.internal.validate.Validator;
import dev.synth.internal.validate.plot.BrokenChart;
import dev.synth.validate.SkipReason;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.Reading;
import java.util.ArrayList;
import java.util.List;

/** The metrics and charts that broke while rows were judged; bugs of ours, which end no run. */
final class BrokenParts {
  private BrokenParts() {}

  /** Returns a note each. */
  static List<RunNote> of(Validator.JudgedRows judged) {
    List<RunNote> notes = new ArrayList<>();
    for (MetricReport metric : judged.report().metrics()) {
      for (Reading reading : metric.readings()) {
        if (reading.skipReason() instanceof SkipReason.Broken broken) {
          notes.add(new RunNote.BrokenMetric(metric.metric(), broken.exception(), broken.place()));
        }
      }
    }
    for (BrokenChart chart : judged.brokenCharts()) {
      notes.add(
          new RunNote.BrokenChart(chart.chart(), chart.why().exception(), chart.why().place()));
    }
    return List.copyOf(notes);
  }
}
