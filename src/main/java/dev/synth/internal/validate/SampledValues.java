package dev.synth.internal.validate;

import dev.synth.internal.stats.Quantiles;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.validate.SkipReason;
import dev.synth.validate.ValidationReport.PartReading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a metric's draws, and of the parts that they are made of. */
final class SampledValues {
  private final List<Double> values = new ArrayList<>();
  private final List<Double> byDraw = new ArrayList<>();
  private final Map<String, List<Double>> parts = new LinkedHashMap<>();
  private SkipReason why = new SkipReason.Plain(SkipReason.Cause.NO_VALUE);

  private SampledValues() {}

  /** Gathers what a metric reads in some draws; draws without a value are left out. */
  static SampledValues of(Metric metric, List<MetricOutcome> draws) {
    SampledValues tally = new SampledValues();
    for (MetricOutcome drawn : draws) {
      switch (metric.read(drawn)) {
        case MetricOutcome.Value value -> tally.add(value);
        case MetricOutcome.Tested tested ->
            throw new IllegalStateException("a draw brings a floor");
        case MetricOutcome.Skipped skipped -> {
          tally.why = skipped.why();
          tally.byDraw.add(Double.NaN);
        }
      }
    }
    return tally;
  }

  private void add(MetricOutcome.Value value) {
    values.add(value.value());
    byDraw.add(value.value());
    for (MetricOutcome.Part part : value.parts()) {
      parts.computeIfAbsent(part.name(), name -> new ArrayList<>()).add(part.value());
    }
  }

  /** Returns how many draws have a value. */
  int count() {
    return values.size();
  }

  /** Returns why a draw has no value. */
  SkipReason why() {
    return why;
  }

  /** Returns the values, in the order of draws. */
  double[] values() {
    return array(values);
  }

  /** Returns one value a draw, NaN where a draw has none. */
  double[] byDraw() {
    return array(byDraw);
  }

  /** Returns the median value; there must be one. */
  double median() {
    return Quantiles.of(sorted(values), 0.5);
  }

  /** Returns how many parts there are. */
  int partCount() {
    return parts.size();
  }

  /** Returns the parts that exceed their floor's 97.5 % quantile most, the worst first. */
  List<PartReading> worstParts(SampledValues floor, int limit) {
    List<PartReading> all = new ArrayList<>();
    for (Map.Entry<String, List<Double>> part : parts.entrySet()) {
      double[] floors = sorted(floor.parts.getOrDefault(part.getKey(), List.of(0.0)));
      all.add(
          new PartReading(
              part.getKey(),
              Quantiles.of(sorted(part.getValue()), 0.5),
              Quantiles.of(floors, 0.5),
              Quantiles.of(floors, 0.975)));
    }
    all.sort(Comparator.comparingDouble(part -> part.floorHigh() - part.value()));
    return all.subList(0, Math.min(all.size(), limit));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] sorted(List<Double> values) {
    double[] sorted = array(values);
    Arrays.sort(sorted);
    return sorted;
  }
}
