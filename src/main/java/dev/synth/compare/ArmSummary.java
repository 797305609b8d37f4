package dev.synth.compare;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Confusion;
import dev.synth.evaluate.Evaluation;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.MetricValue;
import dev.synth.evaluate.PriorShift;
import dev.synth.evaluate.ThresholdFallback;
import dev.synth.evaluate.Unmeasured;
import dev.synth.internal.stats.Moments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One arm and classifier over all repeats; descriptive.
 *
 * @param arm the arm
 * @param classifier the classifier
 * @param confusion the counts at the chosen thresholds, summed over the repeats
 * @param thresholdFallbacks why thresholds are not what their rule asked for, one a repeat where
 *     they are not
 * @param figures each measure's mean and spread
 * @param priorShift the mean class ratios of the training rows, by nature and as learned from
 * @param asked mean and spread of the figures that the config asks for, by their keys
 */
@JsonIgnoreProperties(
    value = {"models"},
    allowGetters = true)
public record ArmSummary(
    Arm arm,
    String classifier,
    Confusion confusion,
    List<ThresholdFallback> thresholdFallbacks,
    Map<EvaluationMetric, Spread> figures,
    PriorShift priorShift,
    Map<String, Spread> asked) {
  public ArmSummary {
    thresholdFallbacks = List.copyOf(thresholdFallbacks);
    figures = Collections.unmodifiableMap(new EnumMap<>(figures));
    asked = Collections.unmodifiableMap(new LinkedHashMap<>(asked));
  }

  /** Summarises one arm and classifier. */
  public static ArmSummary of(Arm arm, String classifier, List<Evaluation> all) {
    Confusion total = new Confusion(0, 0, 0, 0);
    for (Evaluation evaluation : all) {
      total = total.plus(evaluation.confusion());
    }
    Map<EvaluationMetric, Spread> spreads = new EnumMap<>(EvaluationMetric.class);
    for (EvaluationMetric measure : EvaluationMetric.values()) {
      spreads.put(measure, Spread.of(all.stream().map(e -> e.figure(measure)).toList()));
    }
    Map<String, Spread> asked = new LinkedHashMap<>();
    for (String key : all.getFirst().asked().keySet()) {
      asked.put(key, Spread.of(all.stream().map(e -> e.asked(key)).toList()));
    }
    List<ThresholdFallback> fallbacks =
        all.stream()
            .map(evaluation -> evaluation.threshold().fallback())
            .filter(Objects::nonNull)
            .toList();
    PriorShift shift = PriorShift.mean(all.stream().map(Evaluation::priorShift).toList());
    return new ArmSummary(arm, classifier, total, fallbacks, spreads, shift, asked);
  }

  /** Returns how many fitted models score a row in use, for files. */
  @JsonProperty("models")
  public int models() {
    return arm.models();
  }

  /** Returns one measure's mean and spread. */
  public Spread figure(EvaluationMetric measure) {
    Spread spread = figures.get(measure);
    if (spread == null) {
      throw new IllegalStateException("no figure " + measure);
    }
    return spread;
  }

  /** Returns mean and spread of a figure that the config asks for. */
  public Spread asked(String key) {
    Spread spread = asked.get(key);
    if (spread == null) {
      throw new IllegalStateException("no figure " + key);
    }
    return spread;
  }

  /**
   * A figure over the repeats that have it.
   *
   * @param repeats how many have it
   * @param mean their mean, or null where none has it
   * @param standardDeviation between repeats, or null of fewer than two; not the uncertainty of the
   *     mean
   * @param skipped why the first repeat without it lacks it, or null
   */
  public record Spread(
      int repeats,
      @Nullable Double mean,
      @Nullable Double standardDeviation,
      @Nullable Unmeasured skipped) {
    public static Spread of(List<MetricValue> figures) {
      List<Double> values = new ArrayList<>();
      Unmeasured skipped = null;
      for (MetricValue figure : figures) {
        switch (figure) {
          case MetricValue.Value value -> values.add(value.value());
          case MetricValue.Skipped without ->
              skipped = skipped == null ? without.skipped() : skipped;
        }
      }
      return new Spread(
          values.size(),
          values.isEmpty() ? null : (Double) Moments.mean(values),
          values.size() < 2 ? null : (Double) Moments.standardDeviation(values),
          skipped);
    }
  }
}
