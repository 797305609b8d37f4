package dev.synth.internal.validate.fidelity;

import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.validate.SkipReason.Cause;
import java.util.List;

/** A way to make one value of those of many columns, or pairs of columns. */
public enum Aggregation {
  /** Their arithmetic mean. */
  MEAN,
  /** The largest, which is the worst. */
  WORST;

  /** The number of parts that a report of a mean lists; of a worst value it lists that one. */
  private static final int PARTS_SHOWN = 100;

  /** Returns the mean of some parts, or that there are none. */
  static MetricOutcome mean(List<MetricOutcome.Part> parts, Cause whyNone) {
    return parts.isEmpty() ? MetricOutcome.Skipped.because(whyNone) : MEAN.of(parts);
  }

  /** Returns this summary of a mean's parts. */
  MetricOutcome read(MetricOutcome drawn) {
    return drawn instanceof MetricOutcome.Value value && this == WORST ? of(value.parts()) : drawn;
  }

  private MetricOutcome of(List<MetricOutcome.Part> parts) {
    double total = 0;
    double worst = Double.NEGATIVE_INFINITY;
    for (MetricOutcome.Part part : parts) {
      total += part.value();
      worst = Math.max(worst, part.value());
    }
    double value =
        switch (this) {
          case MEAN -> total / parts.size();
          case WORST -> worst;
        };
    return new MetricOutcome.Value(value, parts);
  }

  /** Returns how a cheap metric of many parts is measured. */
  Metric.MetricProtocol protocol(int minimumRows, int rowLimit) {
    return Metric.MetricProtocol.of(Metric.MetricRows.SAME_SIZE, minimumRows, rowLimit)
        .showing(this == MEAN ? PARTS_SHOWN : 1);
  }

  /** Returns a title such as {@code mean distance of columns}. */
  String title(String what) {
    return (this == MEAN ? "mean " : "worst ") + what;
  }

  /** Returns an id such as {@code mean_ks}. */
  String id(String what) {
    return (this == MEAN ? "mean_" : "worst_") + what;
  }
}
