package dev.synth.internal.validate.diversity;

import dev.synth.base.Context;
import dev.synth.internal.stats.Medians;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.Outcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.validate.Goal;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The squared maximum mean discrepancy, with a Gaussian kernel over {@link KernelSpace}.
 *
 * <p>The unbiased estimate of Gretton et al. (2012, equation 3): the mean kernel of two different
 * real rows, plus that of two different synthetic rows, minus twice that of a real and a synthetic
 * row. In [−2, 2]; 0 in expectation where both sides follow one law, and then below 0 about as
 * often as above. The kernel is exp(−d² / 2σ²) with σ the median distance of two rows (their
 * section 8), taken over at most {@value #MEDIAN_ROWS} evenly spaced rows a side; 1 where most rows
 * are equal. Needs four rows a side. Rows that are all alike on both sides give 0.
 */
public final class MeanDiscrepancy implements Metric {
  private static final int MINIMUM_ROWS = 4;

  /** 400 draws of 200 rows a side take seconds; the floor tells what that leaves unresolved. */
  private static final int ROW_LIMIT = 200;

  /** 5,000 rows a side are 75 million kernels, about two seconds. */
  private static final int VALUE_ROW_LIMIT = 5_000;

  /** 20,000 distances give their median to a percent. */
  private static final int MEDIAN_ROWS = 100;

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
            + " synthetic rows s, s′ (the unbiased estimate), with k = exp(−d² / 2σ²) and σ the"
            + " median distance of two rows. d is Euclidean: numbers in spreads (kept within ±5 of"
            + " the real median), different levels 1 apart. 0 in expectation where both sides"
            + " follow one law, so about half of such values are below 0.",
        "Missing and present are 1 apart; constant columns add nothing. Most rows equal: σ is 1;"
            + " all rows equal: 0.");
  }

  @Override
  public Protocol protocol() {
    return Protocol.of(Scope.SAME_SIZE, MINIMUM_ROWS, ROW_LIMIT).valuedOn(VALUE_ROW_LIMIT);
  }

  @Override
  public Outcome compute(Sample real, Sample synthetic, Context context) {
    return Outcome.Value.of(new Kernels(real, synthetic).discrepancy());
  }

  @Override
  public List<String> findings(Sample real, Sample synthetic, Context context) {
    Kernels kernels = new Kernels(real, synthetic);
    return List.of(
        String.format(
            Locale.ROOT,
            "over %,d real and %,d synthetic rows it is %.5f, with a standard error of %.5f",
            real.rowCount(),
            synthetic.rowCount(),
            kernels.discrepancy(),
            kernels.standardError()));
  }

  /** Mean kernels within and between two samples, in all and for each row. */
  private static final class Kernels {
    private final KernelRows real;
    private final KernelRows synthetic;
    private final double[] squares;
    private final double factor;
    private final double[] withinReal;
    private final double[] withinSynthetic;
    private final double[] realToSynthetic;
    private final double[] syntheticToReal;

    Kernels(Sample realSample, Sample syntheticSample) {
      KernelSpace space = new KernelSpace(realSample);
      real = new KernelRows(space, realSample);
      synthetic = new KernelRows(space, syntheticSample);
      squares = new double[Math.max(real.count(), synthetic.count())];
      factor = -0.5 / medianSquare(space, realSample, syntheticSample);
      withinReal = within(real);
      withinSynthetic = within(synthetic);
      realToSynthetic = new double[real.count()];
      syntheticToReal = new double[synthetic.count()];
      between();
    }

    private static double medianSquare(KernelSpace space, Sample real, Sample synthetic) {
      KernelRows some = new KernelRows(space, spaced(real).followedBy(spaced(synthetic)));
      int rows = some.count();
      double[] all = new double[rows * (rows - 1) / 2];
      double[] ofRow = new double[rows];
      int count = 0;
      for (int i = 1; i < rows; i++) {
        some.squares(i, some, i, ofRow);
        System.arraycopy(ofRow, 0, all, count, i);
        count += i;
      }
      double median = Medians.upperMedian(all);
      return median > 0 ? median : 1;
    }

    private static Sample spaced(Sample sample) {
      int rows = sample.rowCount();
      int count = Math.min(rows, MEDIAN_ROWS);
      return sample.rows(
          IntStream.range(0, count).map(i -> (int) ((long) rows * i / count)).toArray());
    }

    private double[] within(KernelRows rows) {
      double[] sums = new double[rows.count()];
      for (int i = 1; i < sums.length; i++) {
        rows.squares(i, rows, i, squares);
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
        real.squares(i, synthetic, syntheticToReal.length, squares);
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
      return mean(withinReal) + mean(withinSynthetic) - 2 * mean(realToSynthetic);
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
      double mean = mean(within) - mean(between);
      double squares = 0;
      for (int i = 0; i < within.length; i++) {
        double off = within[i] - between[i] - mean;
        squares += off * off;
      }
      return squares / (within.length - 1);
    }

    private static double mean(double[] values) {
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      return sum / values.length;
    }
  }
}
