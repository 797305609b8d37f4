package dev.synth.internal.validate.privacy;

import dev.synth.base.Context;
import dev.synth.internal.validate.metric.BadSide;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.validate.Goal;
import dev.synth.validate.SkipReason;
import dev.synth.validate.SkipReason.Cause;
import java.util.List;

/**
 * A metric of whether synthetic rows lie nearer to training rows than to as many real rows that no
 * generator saw.
 */
public final class NearestNeighbourMetric implements Metric {
  /**
   * The remedy, in general words: what helps depends on the kind of generator, which a metric does
   * not know.
   */
  static final String REMEDY = "let rows lean less on single training rows: the answer says how";

  private static final int MINIMUM_ROWS = 10;

  /** The pool's floor then has a deviation of about 0.02 in a share. */
  private static final int MOST_OF_EACH = 1_000;

  private final String streamId;
  private final Description description;
  private final Definition definition;
  private final BadSide badSide;
  private final MetricReading reading;

  private NearestNeighbourMetric(
      String streamId,
      Description description,
      Definition definition,
      BadSide badSide,
      MetricReading reading) {
    this.streamId = streamId;
    this.description = description;
    this.definition = definition;
    this.badSide = badSide;
    this.reading = reading;
  }

  private interface MetricReading {
    double of(PoolNeighbours neighbours, boolean[] training);
  }

  /**
   * The share of synthetic rows whose nearest real row is a training row and not one of as many
   * unseen ones; in [0, 1], 0.5 where being a training row makes no difference.
   */
  public static NearestNeighbourMetric closerToTraining() {
    return new NearestNeighbourMetric(
        "closer_to_training",
        new Description(
            "closer_to_training",
            "share of rows that lie closer to a training row than to an unseen one",
            Goal.CLOSE_TO_FLOOR,
            0,
            1,
            "distance to closest record with a holdout, Platzer and Reutterer (2021)",
            REMEDY),
        new Definition(
            "The share of synthetic rows whose nearest row is a training row. It is looked for in a"
                + " pool of training rows and as many real rows that no generator saw; ties count"
                + " in part. 0.5: it makes no difference; 1: every row leans on a training row. It"
                + " speaks of rows on the whole: a generator that gives away a single person can"
                + " have 0.5.",
            EDGES),
        BadSide.HIGH,
        PoolNeighbours::shareNearest);
  }

  /**
   * The mean nearest-neighbour distance ratio of synthetic rows among training rows, over that
   * among as many unseen rows; in (0, ∞), 1 where being a training row makes no difference.
   */
  public static NearestNeighbourMetric neighbourRatio() {
    return new NearestNeighbourMetric(
        "neighbour_ratio", // frozen
        new Description(
            "nndr",
            "nearest-neighbour distance ratio among training rows, over that among unseen ones",
            Goal.CLOSE_TO_FLOOR,
            0,
            Double.POSITIVE_INFINITY,
            "nearest neighbour distance ratio (Zhao et al. 2021), as a quotient with a holdout",
            REMEDY),
        new Definition(
            "For a synthetic row, the distance to its nearest training row over that to the second"
                + " nearest. It is near 0 where the row lies beside one training row and far from"
                + " all others: it singles that row out. The value is the mean over rows, divided"
                + " by the same mean among as many unseen rows. 1: training rows are singled out no"
                + " more than unseen ones; below: they are. Outliers matter most here; in dense"
                + " regions a copy can have a ratio near 1.",
            EDGES),
        BadSide.LOW,
        (neighbours, training) ->
            neighbours.meanRatio(training, true) / neighbours.meanRatio(training, false));
  }

  private static final String EDGES =
      "Gower's distance, as `dcr`. At most 1,000 rows of each side of the pool and 2,000"
          + " synthetic rows are looked at. The floor calls random halves of the pool training"
          + " rows. Skipped without unseen rows: `synth generate` holds them out, `synth validate`"
          + " needs a file of reference rows.";

  /** Returns why metrics of this kind have no value without rows that no generator saw. */
  static MetricOutcome needsUnseen() {
    return new MetricOutcome.Skipped(new SkipReason.TooFewUnseen(MINIMUM_ROWS));
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public String streamId() {
    return streamId;
  }

  /** Rows that lean on unseen rows give no training row away. */
  @Override
  public BadSide badSide() {
    return badSide;
  }

  @Override
  public Definition definition() {
    return definition;
  }

  @Override
  public MetricProtocol protocol() {
    return MetricProtocol.of(MetricRows.ALL_ROWS, MINIMUM_ROWS, Integer.MAX_VALUE);
  }

  @Override
  public MetricOutcome compute(Sample real, Sample synthetic, Context context) {
    Sample unseen = real.unseen();
    if (unseen == null || unseen.rowCount() < MINIMUM_ROWS) {
      return needsUnseen();
    }
    Pool pool = Pool.of(real, unseen, MOST_OF_EACH, context);
    PoolNeighbours neighbours = PoolNeighbours.of(real, synthetic, pool, context);
    Pool.Statistic statistic = training -> reading.of(neighbours, training);
    double value = pool.value(statistic);
    if (!Double.isFinite(value)) {
      return MetricOutcome.Skipped.because(Cause.TOO_MANY_EQUAL);
    }
    return new MetricOutcome.Tested(value, pool.floor(statistic, context), List.of(), List.of());
  }
}
