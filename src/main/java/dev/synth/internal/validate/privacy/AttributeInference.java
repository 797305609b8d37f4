package dev.synth.internal.validate.privacy;

import dev.synth.base.Context;
import dev.synth.internal.stats.Medians;
import dev.synth.internal.validate.distance.GowerRows;
import dev.synth.internal.validate.distance.GowerSpace;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleColumn;
import dev.synth.validate.Goal;
import dev.synth.validate.SkipReason.Cause;
import dev.synth.validate.ValidationReport.PartReading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The risk that an attacker who knows all of a person's values but one infers that one from the
 * synthetic rows, beyond what the rows say of people that no generator saw.
 *
 * <p>After the inference risk of Giomi et al., "A Unified Framework for Quantifying Privacy Risk in
 * Synthetic Data" (2023). For each target the attacker takes the value of the synthetic row that is
 * nearest in all other columns. With τ the share of right guesses, the risk is (τ(training) −
 * τ(unseen)) / (1 − τ(unseen)). Departures. Each column is the secret in turn, and the value is the
 * mean over columns. A guess of a number is right within 5 % of the column's spread, not of the
 * number. The rates are not shrunk to the middle of their intervals, since the floor holds the
 * noise. The distance is that of {@link GowerSpace}.
 */
public final class AttributeInference implements Metric {
  private static final int MINIMUM_ROWS = 10;
  private static final int MOST_OF_EACH = 500;
  private static final int MOST_SYNTHETIC = 5_000;

  /** Giomi et al. take numbers within 5 %, the default of their code. */
  private static final double RIGHT_WITHIN = 0.05;

  /** A number that is just within the limit counts, whatever its scaling leaves of it. */
  private static final double ROUNDING = 1e-9;

  private static final int PARTS_SHOWN = 20;

  @Override
  public Description description() {
    return new Description(
        "attribute_inference",
        "risk that a column is inferred from all others, beyond that of unseen people",
        Goal.LOWER,
        -1,
        1,
        "inference risk, Giomi et al. (2023)",
        NearestNeighbourMetric.REMEDY + ", or exclude the named columns");
  }

  @Override
  public Definition definition() {
    return new Definition(
        "An attacker knows all values of a target but one and guesses that of the synthetic row"
            + " that is nearest in the others. With τ the share of right guesses, (τ(training) −"
            + " τ(unseen)) / (1 − τ(unseen)), the mean over columns as the secret. 0: training rows"
            + " are guessed no better than rows that no generator saw, so what is inferred is"
            + " general and not about a person. 1: all are guessed. It speaks of this one attack;"
            + " another may do better, and a general rule that gives people away is not counted.",
        "A number counts as right within 5 % of the column's spread, missing if missing is guessed."
            + " Constant columns are no secret. At most 500 rows of each side and 5,000 synthetic"
            + " rows are taken. The floor calls random halves training rows. Skipped without unseen"
            + " rows: `synth validate` needs a file of reference rows.");
  }

  @Override
  public MetricProtocol protocol() {
    return MetricProtocol.of(MetricRows.ALL_ROWS, MINIMUM_ROWS, Integer.MAX_VALUE)
        .showing(PARTS_SHOWN);
  }

  @Override
  public MetricOutcome compute(Sample real, Sample synthetic, Context context) {
    Sample unseen = real.unseen();
    if (unseen == null || unseen.rowCount() < MINIMUM_ROWS) {
      return NearestNeighbourMetric.needsUnseen();
    }
    int[] secrets =
        IntStream.range(0, real.columnCount())
            .filter(column -> isSecret(real.columns().get(column)))
            .toArray();
    if (secrets.length == 0 || real.columnCount() < 2) {
      return MetricOutcome.Skipped.because(Cause.NOTHING_TO_GUESS);
    }
    Pool pool = Pool.of(real, unseen, MOST_OF_EACH, context);
    boolean[][] right = rightGuesses(pool.rows(), synthetic, secrets, context);
    List<Double> floor = pool.floor(training -> mean(right, training), context);
    return new MetricOutcome.Tested(
        pool.value(training -> mean(right, training)),
        floor,
        parts(real, secrets, right, pool, context),
        List.of());
  }

  private static boolean isSecret(SampleColumn column) {
    return column.isNumber() ? column.spread() > 0 : column.levels().size() > 1;
  }

  /** Returns for each secret and pool row whether the attacker guesses right. */
  private static boolean[][] rightGuesses(
      Sample pool, Sample synthetic, int[] secrets, Context context) {
    GowerSpace space = new GowerSpace(pool);
    GowerRows targets = space.rows(pool);
    int[] order = context.seeds().stream("guesses").permutation(synthetic.rowCount());
    int[] first = Arrays.copyOf(order, Math.min(order.length, MOST_SYNTHETIC));
    GowerRows known = space.rows(synthetic.rows(first));
    boolean[][] right = new boolean[secrets.length][targets.rowCount()];
    for (int target = 0; target < targets.rowCount(); target++) {
      context.cancellation().check();
      double[][] cells = new double[pool.columnCount()][];
      double[] sums = new double[known.rowCount()];
      for (int column = 0; column < cells.length; column++) {
        cells[column] = targets.cells(column, target, known);
        for (int row = 0; row < sums.length; row++) {
          sums[row] += cells[column][row];
        }
      }
      for (int i = 0; i < secrets.length; i++) {
        double[] secret = cells[secrets[i]];
        boolean number = pool.columns().get(secrets[i]).isNumber();
        right[i][target] =
            secret[nearestWithout(secret, sums)] <= (number ? RIGHT_WITHIN + ROUNDING : 0);
      }
    }
    return right;
  }

  /** Returns the row that is nearest in all columns but one. */
  private static int nearestWithout(double[] secret, double[] sums) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int row = 0; row < sums.length; row++) {
      double others = sums[row] - secret[row];
      if (others < least) {
        least = others;
        nearest = row;
      }
    }
    return nearest;
  }

  private static double mean(boolean[][] right, boolean[] training) {
    return Arrays.stream(right).mapToDouble(column -> risk(column, training)).average().orElse(0);
  }

  private static double risk(boolean[] right, boolean[] training) {
    double[] hits = new double[2];
    for (int row = 0; row < right.length; row++) {
      hits[training[row] ? 1 : 0] += right[row] ? 2.0 / right.length : 0;
    }
    return hits[0] < 1 ? Math.max(-1, (hits[1] - hits[0]) / (1 - hits[0])) : 0;
  }

  private static List<PartReading> parts(
      Sample real, int[] secrets, boolean[][] right, Pool pool, Context context) {
    List<PartReading> parts = new ArrayList<>();
    for (int i = 0; i < secrets.length; i++) {
      boolean[] column = right[i];
      double[] floor =
          pool.floor(training -> risk(column, training), context).stream()
              .mapToDouble(Double::doubleValue)
              .sorted()
              .toArray();
      parts.add(
          new PartReading(
              real.columns().get(secrets[i]).name(),
              pool.value(training -> risk(column, training)),
              Medians.upperMedian(floor),
              floor[(int) (0.975 * floor.length)]));
    }
    parts.sort(Comparator.comparingDouble(part -> part.floorHigh() - part.value()));
    return parts.subList(0, Math.min(parts.size(), PARTS_SHOWN));
  }
}
