package dev.synth.internal.validate.diversity;

import dev.synth.base.Context;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.validate.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Metrics that ask which rows of either sample lie near rows of the other; all of them are read
 * from one comparison of {@link NeighbourBalls}, which says what each computes.
 */
public final class ManifoldMetric implements Metric {
  private static final String NAEEM =
      "Naeem et al., Reliable Fidelity and Diversity Metrics for Generative Models (2020), k = 5;"
          + " balls are closed";
  private static final String ALAA =
      "Alaa et al., How Faithful is your Synthetic Data? (2022), without an embedding";
  private static final String BALLS =
      "A row's ball reaches to its fifth nearest other row of the same side, by Gower's distance"
          + " over the scaled mixed columns. ";
  private static final String FEW =
      "Constant columns and cells missing on both sides add no distance, a cell missing on one side"
          + " adds the most. Needs six rows a side, for five neighbours. Ties lie inside a ball.";
  private static final String MORE_VARIETY =
      "draw with more noise (generator.latent_noise), or set generator.scope: all so that it learns"
          + " from both classes";
  private static final String MORE_STEPS = "train for more steps";

  /** 500 rows a side resolve shares to 0.02 and keep 400 comparisons within seconds. */
  private static final int ROW_LIMIT = 500;

  /**
   * A metric that is read from the neighbourhoods.
   *
   * @param id the metric's id
   * @param title its name in plain words
   * @param maximum the largest value there can be
   * @param source where the definition comes from
   * @param formula what is computed
   * @param remedy what most likely helps
   * @param value the value of a comparison
   */
  private record Kind(
      String id,
      String title,
      double maximum,
      String source,
      String formula,
      String remedy,
      ToDoubleFunction<NeighbourBalls> value) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "precision",
              "synthetic rows that lie among real ones",
              1,
              NAEEM,
              BALLS + "The share of synthetic rows in the ball of any real row.",
              MORE_STEPS,
              NeighbourBalls::precision),
          new Kind(
              "density",
              "how densely real rows lie around synthetic ones",
              Double.POSITIVE_INFINITY,
              NAEEM,
              BALLS
                  + "The mean number of real balls around a synthetic row, over 5: 1 where both are"
                  + " alike; above 1 where synthetic rows crowd where real ones are dense. Unlike"
                  + " precision, one outlying real row with a huge ball can't lift it much.",
              MORE_STEPS,
              NeighbourBalls::density),
          new Kind(
              "recall",
              "real rows that lie among synthetic ones",
              1,
              NAEEM,
              BALLS + "The share of real rows in the ball of any synthetic row.",
              MORE_VARIETY,
              NeighbourBalls::recall),
          new Kind(
              "coverage",
              "real rows that have a synthetic row near them",
              1,
              NAEEM,
              BALLS
                  + "The share of real rows with a synthetic row in their ball. About 0.97 for many"
                  + " rows of one distribution on both sides; lower where kinds of real rows were"
                  + " lost.",
              MORE_VARIETY,
              NeighbourBalls::coverage),
          new Kind(
              "alpha_precision",
              "how typical synthetic rows are (alpha-precision)",
              1,
              ALAA,
              "1 − Σ|P(α) − α| / Σα over 30 steps of α. P(α) is the share of synthetic rows within"
                  + " the α-quantile of the real rows' distances from their centre (medians and"
                  + " level shares). 1: as typical and as outlying as real rows; low where rows lie"
                  + " too far out or all in the middle.",
              MORE_STEPS,
              NeighbourBalls::alphaPrecision),
          new Kind(
              "beta_recall",
              "how much of the real variety is near synthetic rows (beta-recall)",
              1,
              ALAA,
              "1 − Σ|R(β) − β| / Σβ over 30 steps of β. R(β) is a share of real rows: their nearest"
                  + " synthetic row is no further than their nearest other real row. It also lies"
                  + " within the β-quantile of such rows' distances from the synthetic centre."
                  + " About 0.5 for fresh real rows; 1 for copies of all rows.",
              MORE_VARIETY,
              NeighbourBalls::betaRecall),
          new Kind(
              "authenticity",
              "synthetic rows that are no near copies (authenticity)",
              1,
              ALAA,
              "The share of synthetic rows that are further from their nearest real row than that"
                  + " row is from its nearest other real row. About 0.5 for fresh real rows; 0 for"
                  + " copies.",
              MORE_VARIETY,
              NeighbourBalls::authenticity));

  private final int place;
  private final Kind kind;

  private ManifoldMetric(int place) {
    this.place = place;
    this.kind = KINDS.get(place);
  }

  /** Returns the metrics, in the order of reports. */
  public static List<Metric> all() {
    return IntStream.range(0, KINDS.size()).<Metric>mapToObj(ManifoldMetric::new).toList();
  }

  @Override
  public Description description() {
    return new Description(
        kind.id, kind.title, Goal.HIGHER, 0, kind.maximum, kind.source, kind.remedy);
  }

  @Override
  public Definition definition() {
    return new Definition(kind.formula, FEW);
  }

  @Override
  public MetricProtocol protocol() {
    return MetricProtocol.of(MetricRows.SAME_SIZE, NeighbourBalls.K + 1, ROW_LIMIT);
  }

  @Override
  public String readsDrawsOf() {
    return KINDS.getFirst().id;
  }

  @Override
  public MetricOutcome compute(Sample real, Sample synthetic, Context context) {
    return compute(real, List.of(synthetic), context).getFirst();
  }

  @Override
  public List<MetricOutcome> compute(Sample real, List<Sample> others, Context context) {
    NeighbourBalls.Real balls = new NeighbourBalls.Real(real, context.cancellation());
    return others.stream()
        .map(other -> outcome(new NeighbourBalls(balls, other, context.cancellation())))
        .toList();
  }

  private MetricOutcome outcome(NeighbourBalls found) {
    List<MetricOutcome.Part> parts = new ArrayList<>();
    for (Kind each : KINDS) {
      parts.add(new MetricOutcome.Part(each.id, each.value.applyAsDouble(found)));
    }
    return new MetricOutcome.Value(parts.get(place).value(), parts);
  }

  @Override
  public MetricOutcome read(MetricOutcome drawn) {
    return drawn instanceof MetricOutcome.Value value
        ? MetricOutcome.Value.of(value.parts().get(place).value())
        : drawn;
  }
}
