package dev.synth.internal.validate.fidelity;

import dev.synth.base.Context;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.stats.TotalVariation;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.validate.Goal;
import dev.synth.validate.SkipReason.Cause;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The difference between real and synthetic rows in the cells of two columns that are missing
 * together. It is the total variation distance of the shares of rows that lack both cells, the
 * first, the second or none, of the pair that differs most.
 *
 * <p>In [0, 1]. Pairs are of the columns that miss a cell on either side, or of {@value
 * #MOST_COLUMNS} of them, evenly spread, where there are more. Needs four rows on each side.
 */
public final class MissingPairs implements Metric {
  private static final int MINIMUM_ROWS = 4;
  private static final int ROW_LIMIT = 2_000;
  private static final int PARTS_SHOWN = 20;

  /** 1,225 pairs, which tell a generator that keeps them from one that does not. */
  private static final int MOST_COLUMNS = 50;

  @Override
  public Description description() {
    return new Description(
        "worst_missing_pair_difference",
        "worst difference of how two columns are missing together",
        Goal.LOWER,
        0,
        1,
        "own; total variation distance of two columns' patterns of missing cells",
        "train for more steps, or look at how the named columns mark missing cells");
  }

  @Override
  public Definition definition() {
    return new Definition(
        "½·Σ |p − q| over the four patterns of two columns: both cells missing, only the first,"
            + " only the second, none. The value is that of the pair that differs most. 0: cells"
            + " are missing together and apart as often as in the real rows; 1: no pattern occurs"
            + " on both sides.",
        "Over pairs of columns that miss a cell, real or synthetic. Of more than "
            + MOST_COLUMNS
            + " such columns, as many are taken, evenly spread, the same on both sides. Left out"
            + " where there are not two.");
  }

  @Override
  public MetricProtocol protocol() {
    return MetricProtocol.of(MetricRows.SAME_SIZE, MINIMUM_ROWS, ROW_LIMIT).showing(PARTS_SHOWN);
  }

  @Override
  public boolean applies(Sample real, Sample synthetic) {
    return columns(real).length > 1;
  }

  private static int[] columns(Sample sample) {
    int[] all =
        IntStream.range(0, sample.columnCount())
            .filter(column -> sample.columns().get(column).mayBeMissing())
            .toArray();
    if (all.length <= MOST_COLUMNS) {
      return all;
    }
    return IntStream.range(0, MOST_COLUMNS).map(i -> all[i * all.length / MOST_COLUMNS]).toArray();
  }

  @Override
  public MetricOutcome compute(Sample real, Sample synthetic, Context context) {
    return compute(real, List.of(synthetic), context).getFirst();
  }

  @Override
  public List<MetricOutcome> compute(Sample real, List<Sample> others, Context context) {
    int[] columns = columns(real);
    if (columns.length < 2) {
      return others.stream()
          .map(
              other ->
                  (MetricOutcome)
                      MetricOutcome.Skipped.because(Cause.NO_TWO_COLUMNS_WITH_MISSING_CELLS))
          .toList();
    }
    BitSet[] masks = masks(real, columns);
    return others.stream().map(other -> compare(real, masks, other, columns)).toList();
  }

  private static MetricOutcome compare(
      Sample real, BitSet[] ofReal, Sample synthetic, int[] columns) {
    BitSet[] masks = masks(synthetic, columns);
    List<MetricOutcome.Part> parts = new ArrayList<>();
    double worst = 0;
    for (int i = 0; i < columns.length; i++) {
      for (int j = i + 1; j < columns.length; j++) {
        double distance =
            TotalVariation.ofCounts(
                patterns(ofReal[i], ofReal[j], real.rowCount()),
                patterns(masks[i], masks[j], synthetic.rowCount()));
        worst = Math.max(worst, distance);
        parts.add(
            new MetricOutcome.Part(
                PlainText.of(
                    "%s / %s",
                    real.columns().get(columns[i]).name(), real.columns().get(columns[j]).name()),
                distance));
      }
    }
    return new MetricOutcome.Value(worst, parts);
  }

  private static BitSet[] masks(Sample sample, int[] columns) {
    BitSet[] masks = new BitSet[columns.length];
    for (int i = 0; i < columns.length; i++) {
      double[] values = sample.values(columns[i]);
      masks[i] = new BitSet();
      for (int row = 0; row < values.length; row++) {
        masks[i].set(row, Double.isNaN(values[row]));
      }
    }
    return masks;
  }

  /** Counts of rows: both missing, the first alone, the second alone, none. */
  private static int[] patterns(BitSet first, BitSet second, int rows) {
    BitSet both = (BitSet) first.clone();
    both.and(second);
    int together = both.cardinality();
    int one = first.cardinality() - together;
    int other = second.cardinality() - together;
    return new int[] {together, one, other, rows - together - one - other};
  }
}
