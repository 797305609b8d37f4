package dev.synth.internal.validate;

import dev.synth.base.Context;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleSpace;
import dev.synth.split.Training;
import dev.synth.table.Table;
import dev.synth.validate.Question;
import dev.synth.validate.ValidationOptions;
import dev.synth.validate.ValidationOptions.Preset;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One judgement of one set of rows by a preset's gates: the flow of {@link Validator}, no more. */
final class Trial {
  private Trial() {}

  /** Returns the gates' metrics, with the gates. */
  static List<MetricReport> judge(Training training, Table synthetic, Preset preset, long seed) {
    SampleSpace space = SampleSpace.of(training.rare(), List.of(synthetic));
    int[] others =
        IntStream.range(0, training.rowCount())
            .filter(row -> !training.rows().isRare(row))
            .toArray();
    Sample majority = space.sample(training.rows().features().rows(others));
    ComparedSamples samples =
        new ComparedSamples(
            space.sample(training.rare()).beside(majority), null, space.sample(synthetic));
    MetricRunner measuring = new MetricRunner(samples, Context.quiet(seed));
    Map<String, Gate> gates = GateRules.of(new ValidationOptions(preset, Map.of()));
    List<GatedMetric> all = new ArrayList<>();
    for (Question question : Question.values()) {
      for (Metric metric : MetricCatalogue.metrics(question)) {
        Gate gate = gates.get(metric.description().id());
        if (gate != null) {
          all.add(GatedMetric.of(question, metric, gate, measuring));
        }
      }
    }
    double tail = GatedMetric.sharedTail(all);
    return all.stream().map(measured -> measured.report(tail)).toList();
  }

  /** Returns the metrics whose gates failed. */
  static List<String> failed(List<MetricReport> metrics) {
    return metrics.stream()
        .filter(metric -> metric.gate().status() == GateStatus.FAILED)
        .map(MetricReport::metric)
        .toList();
  }
}
