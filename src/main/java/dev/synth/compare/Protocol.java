package dev.synth.compare;

import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.Endpoint;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.evaluate.Thresholds;
import dev.synth.split.SplitOptions;
import java.util.List;
import java.util.Objects;

/**
 * The decisions about a comparison before any result was seen.
 *
 * @param classifier the first-listed classifier, which carries the primary endpoint
 * @param split how the rows are cut; decides which statistics apply
 * @param threshold how thresholds are chosen, such as {@code max-f1}
 * @param effect the smallest difference worth having in every endpoint, in (0, 1)
 * @param endpoints the figures that get a verdict, the primary one first
 * @param asked the figures that are measured beside those of every comparison
 * @param looks the numbers of repeats at which it is decided whether more are added, ascending; the
 *     last is the most there may be. Empty where the number of repeats is fixed
 */
public record Protocol(
    String classifier,
    SplitOptions.Method split,
    String threshold,
    double effect,
    List<EvaluationMetric> endpoints,
    CostAndAlertMetrics asked,
    List<Integer> looks) {
  /** The level of every test and the complement of every interval's confidence. */
  public static final double ALPHA = 0.05;

  private static final List<EvaluationMetric> DEFAULTS =
      Endpoint.DEFAULTS.stream().map(Endpoint::metric).toList();

  public Protocol {
    // files of version 6 and before have none: average precision alone had a verdict
    endpoints =
        List.copyOf(
            Objects.requireNonNullElse(endpoints, List.of(EvaluationMetric.AVERAGE_PRECISION)));
    looks =
        List.copyOf(Objects.requireNonNullElse(looks, List.of())); // version 7 and before have none
    if (!(effect > 0 && effect < 1)) {
      throw new IllegalArgumentException("the effect is " + effect);
    }
  }

  /** The decisions where no more figures are asked for. */
  public Protocol(String classifier, SplitOptions.Method split, String threshold, double effect) {
    this(classifier, split, threshold, effect, CostAndAlertMetrics.NONE);
  }

  /** The decisions where the endpoints are the usual ones. */
  public Protocol(
      String classifier,
      SplitOptions.Method split,
      String threshold,
      double effect,
      CostAndAlertMetrics asked) {
    this(classifier, split, threshold, effect, DEFAULTS, asked, List.of());
  }

  /** Returns the protocol that options ask for. */
  public static Protocol of(EvaluationOptions options, SplitOptions split) {
    return new Protocol(
        options.classifierNames().getFirst(),
        split.method(),
        Thresholds.describe(options.threshold()),
        options.effect(),
        options.endpoints().stream().map(Endpoint::metric).toList(),
        CostAndAlertMetrics.of(options),
        split.method().isFixed() ? List.of() : options.looks());
  }

  /** Returns the same with other looks. */
  public Protocol withLooks(List<Integer> others) {
    return new Protocol(classifier, split, threshold, effect, endpoints, asked, others);
  }

  /** Returns the endpoints beside the primary one. */
  public List<EvaluationMetric> secondaryEndpoints() {
    return endpoints.subList(1, endpoints.size());
  }
}
