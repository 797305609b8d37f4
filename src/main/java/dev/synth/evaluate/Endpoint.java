package dev.synth.evaluate;

import java.util.List;

/** The figures that may get a verdict: each is in [0, 1], and more is better. */
public enum Endpoint {
  /** The headline, without a threshold. */
  AVERAGE_PRECISION(EvaluationMetric.AVERAGE_PRECISION),
  /** The share of rare rows found at the chosen threshold. */
  RECALL(EvaluationMetric.RECALL),
  /** The share of alerts that are right at the chosen threshold. */
  PRECISION(EvaluationMetric.PRECISION),
  /** The harmonic mean of both. */
  F1(EvaluationMetric.F1),
  /** The same with recall counted twice. */
  F2(EvaluationMetric.F2),
  /** The share of rare rows found at one false alarm in a thousand other rows. */
  RECALL_AT_FPR_0_1_PERCENT(EvaluationMetric.RECALL_AT_FPR_0_1_PERCENT),
  /** The share of rare rows found at one false alarm in a hundred other rows. */
  RECALL_AT_FPR_1_PERCENT(EvaluationMetric.RECALL_AT_FPR_1_PERCENT);

  /** The endpoints that are judged by default. */
  public static final List<Endpoint> DEFAULTS =
      List.of(AVERAGE_PRECISION, RECALL, F1, RECALL_AT_FPR_1_PERCENT);

  private final EvaluationMetric metric;

  Endpoint(EvaluationMetric metric) {
    this.metric = metric;
  }

  /** Returns the figure. */
  public EvaluationMetric metric() {
    return metric;
  }
}
