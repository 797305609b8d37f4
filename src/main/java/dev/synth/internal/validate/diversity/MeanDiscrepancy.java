package dev.synth.internal.validate.diversity;

import dev.synth.base.Cancellation;
import dev.synth.base.Context;
import dev.synth.internal.stats.Medians;
import dev.synth.internal.stats.Moments;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.validate.Finding;
import dev.synth.validate.Goal;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The squared maximum mean discrepancy, with a Gaussian kernel over {@link KernelSpace}.
 *
 * <p>The unbiased estimate of Gretton et al. (2012, equation 3): the mean kernel of two different
 * real rows, plus that of two different synthetic rows, minus twice that of a real and a synthetic
 * row. In [−2, 2]; 0 in expectation where both sides follow one distribution, and then below 0
 * about as often as above. The kernel is exp(−d² / 2σ²) with σ the median distance of two rows
 * (their section 8), taken over at most {@value #MEDIAN_ROWS} evenly spaced rows a side; 1 where
 * most rows are equal. Needs four rows a side. Rows that are all alike on both sides give 0.
 */
public final class MeanDiscrepancy implements Metric {
  private static final int MINIMUM_ROWS = 4;

  /** 400 draws of 200 rows a side take seconds; the floor tells what that leaves unresolved. */
  private static final int ROW_LIMIT = 200;

  /** 5,000 rows a side are 75 million kernels, about two seconds. */
  private static final int VALUE_ROW_LIMIT = 5_000;

  /** 20,000 distances give their median to a percent. */
  private static final int MEDIAN_ROWS = 100;

  /** Of more rows a side, distances would not fit into the processor's caches. */
  private static final int MOST_KEPT = 500;

  @Override
  public Description description() {
    return new Description(
        "mmd",
        "squared maximum mean discrepancy",
        Goal.LOWER,
        -2,
        2,
        "Gretton et al., A Kernel Two-Sample Test (2012), equation 3, median heuristic",
        "train for more steps, or look at the columns that differ most");
  }

  @Override
  public Definition definition() {
    return new Definition(
        "mean k(r, r′) + mean k(s, s′) − 2·mean k(r, s) over different real rows r, r′ and"
            + " synthetic rows s, s′, the unbiased estimate. k = exp(−d² / 2σ²), and σ is the"
            + " median distance of two rows. d is Euclidean: numbers in spreads (kept within ±5 of"
            + " the real median), different levels 1 apart. 0 in expectation where both sides have"
            + " one distribution, so about half of such values are below 0.",
        "Missing and present are 1 apart; constant columns add nothing. Most rows equal: σ is 1;"
            + " all rows equal: 0.");
  }

  @Override
  public MetricProtocol protocol() {
    return MetricProtocol.of(MetricRows.SAME_SIZE, MINIMUM_ROWS, ROW_LIMIT)
        .valuedOn(VALUE_ROW_LIMIT);
  }

  @Override
  public MetricOutcome compute(Sample real, Sample synthetic, Context context) {
    return compute(real, List.of(synthetic), context).getFirst();
  }

  @Override
  public List<MetricOutcome> compute(Sample real, List<Sample> others, Context context) {
    Side prepared = Side.real(real);
    return others.stream()
        .<MetricOutcome>map(
            other ->
                MetricOutcome.Value.of(
                    new Kernels(prepared, other, context.cancellation()).discrepancy()))
        .toList();
  }

  @Override
  public List<Finding> findings(Sample real, Sample synthetic, Context context) {
    Kernels kernels = new Kernels(Side.real(real), synthetic, context.cancellation());
    return List.of(
        new Finding.Discrepancy(
            real.rowCount(), synthetic.rowCount(), kernels.discrepancy(), kernels.standardError()));
  }

  /** Squared distances of a row to others, in an array that is shared or used again. */
  private interface Squares {
    double[] of(int row);
  }

  /** One sample's rows, and the squared distances between them where they are not too many. */
  private static final class Side {
    private final KernelSpace space;
    private final KernelRows rows;
    private final Squares within;

    private Side(KernelSpace space, Sample sample) {
      this.space = space;
      rows = new KernelRows(space, sample);
      within = squares(rows, rows, rows.count(), row -> row);
    }

    static Side real(Sample sample) {
      return new Side(new KernelSpace(sample), sample);
    }

    int count() {
      return rows.count();
    }

    /**
     * Returns squared distances, kept for few rows: they are asked for again by the median.
     *
     * @param upTo to how many of the other rows each row's distances are wanted
     */
    static Squares squares(KernelRows from, KernelRows to, int most, IntUnaryOperator upTo) {
      if (Math.max(from.count(), to.count()) > MOST_KEPT) {
        double[] buffer = new double[most];
        return row -> {
          from.squares(row, to, upTo.applyAsInt(row), buffer);
          return buffer;
        };
      }
      double[][] kept = new double[from.count()][];
      for (int row = 0; row < kept.length; row++) {
        kept[row] = new double[upTo.applyAsInt(row)];
        from.squares(row, to, kept[row].length, kept[row]);
      }
      return row -> kept[row];
    }
  }

  /** Mean kernels within and between two samples, in all and for each row. */
  private static final class Kernels {
    private final Side real;
    private final Side synthetic;
    private final Squares across;
    private final Cancellation cancellation;
    private final double factor;
    private final double[] withinReal;
    private final double[] withinSynthetic;
    private final double[] realToSynthetic;
    private final double[] syntheticToReal;

    Kernels(Side real, Sample syntheticSample, Cancellation cancellation) {
      this.real = real;
      this.cancellation = cancellation;
      synthetic = new Side(real.space, syntheticSample);
      across = Side.squares(real.rows, synthetic.rows, synthetic.count(), i -> synthetic.count());
      factor = -0.5 / medianSquare();
      withinReal = within(real);
      withinSynthetic = within(synthetic);
      realToSynthetic = new double[real.count()];
      syntheticToReal = new double[synthetic.count()];
      between();
    }

    private double medianSquare() {
      int[] ofReal = spaced(real.count());
      int[] ofSynthetic = spaced(synthetic.count());
      int rows = ofReal.length + ofSynthetic.length;
      double[] all = new double[rows * (rows - 1) / 2];
      int count = put(real.within, ofReal, all, 0);
      count = put(synthetic.within, ofSynthetic, all, count);
      for (int i : ofReal) {
        double[] squares = across.of(i);
        for (int j : ofSynthetic) {
          all[count++] = squares[j];
        }
      }
      double median = Medians.selectUpper(all);
      return median > 0 ? median : 1;
    }

    /** Puts the distances between chosen rows into an array, and returns the next free place. */
    private static int put(Squares within, int[] chosen, double[] all, int from) {
      int next = from;
      for (int i = 1; i < chosen.length; i++) {
        double[] squares = within.of(chosen[i]);
        for (int j = 0; j < i; j++) {
          all[next++] = squares[chosen[j]];
        }
      }
      return next;
    }

    private static int[] spaced(int rows) {
      int count = Math.min(rows, MEDIAN_ROWS);
      return IntStream.range(0, count).map(i -> (int) ((long) rows * i / count)).toArray();
    }

    private double[] within(Side side) {
      double[] sums = new double[side.count()];
      for (int i = 1; i < sums.length; i++) {
        cancellation.check();
        double[] squares = side.within.of(i);
        for (int j = 0; j < i; j++) {
          double kernel = StrictMath.exp(factor * squares[j]);
          sums[i] += kernel;
          sums[j] += kernel;
        }
      }
      return divided(sums, sums.length - 1);
    }

    private void between() {
      for (int i = 0; i < realToSynthetic.length; i++) {
        cancellation.check();
        double[] squares = across.of(i);
        for (int j = 0; j < syntheticToReal.length; j++) {
          double kernel = StrictMath.exp(factor * squares[j]);
          realToSynthetic[i] += kernel;
          syntheticToReal[j] += kernel;
        }
      }
      divided(realToSynthetic, synthetic.count());
      divided(syntheticToReal, real.count());
    }

    private static double[] divided(double[] sums, int by) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] /= by;
      }
      return sums;
    }

    double discrepancy() {
      return Moments.mean(withinReal)
          + Moments.mean(withinSynthetic)
          - 2 * Moments.mean(realToSynthetic);
    }

    /**
     * The error of a U-statistic, from how much it depends on each row: 2·√(Var/n + Var/m) of the
     * rows' own terms (Serfling 1980, section 5.5).
     */
    double standardError() {
      double fromReal = variance(withinReal, realToSynthetic) / real.count();
      double fromSynthetic = variance(withinSynthetic, syntheticToReal) / synthetic.count();
      return 2 * Math.sqrt(fromReal + fromSynthetic);
    }

    private static double variance(double[] within, double[] between) {
      double mean = Moments.mean(within) - Moments.mean(between);
      double squares = 0;
      for (int i = 0; i < within.length; i++) {
        double off = within[i] - between[i] - mean;
        squares += off * off;
      }
      return squares / (within.length - 1);
    }
  }
}
