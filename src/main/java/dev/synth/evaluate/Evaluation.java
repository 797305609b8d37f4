package dev.synth.evaluate;

import dev.synth.base.Records;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The measured performance of one classifier of one arm on the test rows of one repeat.
 *
 * @param arm how the training rows were prepared
 * @param classifier the classifier's name
 * @param repeat which repeat, from 1
 * @param threshold the threshold chosen on validation rows
 * @param confusion the counts on test rows at that threshold
 * @param figures every {@link EvaluationMetric} on test rows
 * @param priorShift how much more common rare rows were among the training rows than by nature
 * @param asked the figures that the config asks for besides, by their keys ({@link
 *     CostAndAlertMetrics})
 * @param ranks how the test rows of a time split are ranked; null for splits at random
 * @param savedByBlock what each block of a time split's test rows adds to a figure of money saved,
 *     by the figure's key. Empty for splits at random, and where no costs are given
 */
public record Evaluation(
    Arm arm,
    String classifier,
    int repeat,
    Threshold threshold,
    Confusion confusion,
    Map<EvaluationMetric, MetricValue> figures,
    PriorShift priorShift,
    Map<String, MetricValue> asked,
    @Nullable BlockRanks ranks,
    Map<String, List<Double>> savedByBlock) {
  public Evaluation {
    if (repeat < 1) {
      throw new IllegalArgumentException("repeats count from 1, but this is " + repeat);
    }
    if (figures.size() != EvaluationMetric.values().length) {
      throw new IllegalArgumentException("figures are missing: there are " + figures.keySet());
    }
    figures = Collections.unmodifiableMap(new EnumMap<>(figures));
    asked = Collections.unmodifiableMap(new LinkedHashMap<>(asked));
    savedByBlock = Collections.unmodifiableMap(new LinkedHashMap<>(savedByBlock));
  }

  /** Returns the same evaluation with the figures that the config asks for. */
  public Evaluation asking(Map<String, MetricValue> more) {
    return Records.with(this, "asked", more);
  }

  /** Returns the same evaluation with what the blocks of a time split's test rows show. */
  public Evaluation with(BlockRanks blockRanks, Map<String, List<Double>> blocksSaved) {
    return Records.with(Records.with(this, "ranks", blockRanks), "savedByBlock", blocksSaved);
  }

  /** Returns the same evaluation under another arm's name. */
  public Evaluation under(Arm other) {
    return Records.with(this, "arm", other);
  }

  /** Returns one of the figures that the config asks for. */
  public MetricValue asked(String key) {
    MetricValue figure = asked.get(key);
    if (figure == null) {
      throw new IllegalStateException("no figure " + key);
    }
    return figure;
  }

  /** Returns one figure. */
  public MetricValue figure(EvaluationMetric measure) {
    MetricValue figure = figures.get(measure);
    if (figure == null) {
      throw new IllegalStateException("no figure " + measure);
    }
    return figure;
  }
}
