package dev.synth.internal.validate.plot;

import dev.synth.internal.stats.KolmogorovSmirnov;
import dev.synth.internal.stats.Kuiper;
import dev.synth.internal.stats.Present;
import dev.synth.internal.stats.TotalVariation;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleColumn;
import dev.synth.internal.validate.plot.ColumnPlot.DistanceMeasure;
import dev.synth.internal.validate.plot.ColumnPlot.Scale;
import dev.synth.internal.validate.plot.ColumnPlot.Side;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts the columns of real, synthetic and majority rows into bins that they share. */
final class ColumnPlotter {
  /** Fewer values say nothing of a distribution. */
  private static final int FEWEST_VALUES = 3;

  /** Levels with a bar of their own; the others share one. */
  private static final int MOST_LEVELS = 12;

  /** The 97.5 % quantile of a standard normal variable. */
  private static final double TWO_SIDED = 1.96;

  /** The 95 % quantiles of Kolmogorov's and Kuiper's distributions. */
  private static final double KOLMOGOROV = 1.358;

  private static final double KUIPER = 1.747;

  /** √(2/π), the mean size of a standard normal variable, and the rest of its variance. */
  private static final double MEAN_SIZE = 0.7978845608;

  private final Sample real;
  private final Sample synthetic;
  private final @Nullable Sample majority;

  ColumnPlotter(Sample real, Sample synthetic, @Nullable Sample majority) {
    this.real = real;
    this.synthetic = synthetic;
    this.majority = majority;
  }

  /** Returns the panel of a column. */
  ColumnPlot plot(int column) {
    SampleColumn kind = real.columns().get(column);
    return kind.isNumber() ? numbers(column, kind) : levels(column, kind);
  }

  private ColumnPlot numbers(int column, SampleColumn kind) {
    double[] ofReal = Present.sorted(real.values(column));
    double[] ofSynthetic = Present.sorted(synthetic.values(column));
    double[] ofMajority =
        majority == null ? new double[0] : Present.sorted(majority.values(column));
    boolean circle = kind.circle() != null;
    DistanceMeasure measure = circle ? DistanceMeasure.KUIPER : DistanceMeasure.KS;
    Double distance = null;
    Double noise = null;
    if (Math.min(ofReal.length, ofSynthetic.length) >= FEWEST_VALUES) {
      distance =
          ChartNumbers.share(
              circle
                  ? Kuiper.distance(ofReal, ofSynthetic)
                  : KolmogorovSmirnov.distance(ofReal, ofSynthetic));
      noise = noise(circle, ofReal.length, ofSynthetic.length);
    }
    NumberBins bins = NumberBins.of(kind, ofReal, ofSynthetic, ofMajority);
    int[] counts = bins.counts(ofReal);
    int[] starts = FewRows.starts(counts);
    int[] shown = FewRows.sums(counts, starts);
    double[] edges = bins.edges(starts);
    if (kind.circle() != null) {
      edges = Arrays.stream(edges).map(edge -> clock(kind, edge)).toArray();
    }
    if (ofReal.length < FewRows.LEAST) { // no bin may show them
      shown = new int[] {0};
    }
    double[][] band = band(shown);
    return new ColumnPlot(
        kind.name(),
        kind.kind(),
        measure,
        distance,
        noise,
        bins.scale(),
        Arrays.stream(edges).boxed().toList(),
        Arrays.stream(bins.widths(starts)).boxed().toList(),
        List.of(),
        false,
        realSide(column, shown),
        side(synthetic, column, FewRows.sums(bins.counts(ofSynthetic), starts)),
        majority == null
            ? null
            : majoritySide(majority, column, FewRows.sums(bins.counts(ofMajority), starts)),
        ChartNumbers.shares(band[0]),
        ChartNumbers.shares(band[1]));
  }

  /** About the largest distance of two samples from one distribution, in 19 cases of 20. */
  static double noise(boolean circle, int first, int second) {
    double scale = Math.sqrt(1.0 / first + 1.0 / second);
    return ChartNumbers.share(Math.min(1, (circle ? KUIPER : KOLMOGOROV) * scale));
  }

  private static double clock(SampleColumn column, double edge) {
    return column.circle() == null ? edge : column.circle().wrapped(edge + column.origin());
  }

  private ColumnPlot levels(int column, SampleColumn kind) {
    int[] ofReal = counts(real, column, kind);
    int[] ofSynthetic = counts(synthetic, column, kind);
    int[] kept = kept(ofReal);
    boolean rest = kept.length < kind.levels().size();
    int[] shown = picked(ofReal, kept, rest);
    double distance = TotalVariation.ofCounts(ofReal, ofSynthetic);
    double[][] band = band(FewRows.hidden(shown));
    return new ColumnPlot(
        kind.name(),
        kind.kind(),
        DistanceMeasure.TVD,
        ChartNumbers.shareOrNull(distance),
        Double.isFinite(distance) ? levelNoise(ofReal) : null,
        Scale.LEVELS,
        List.of(),
        List.of(),
        Arrays.stream(kept)
            .mapToObj(level -> ChartNumbers.clipped(kind.levels().get(level)))
            .toList(),
        rest,
        realSide(column, FewRows.hidden(shown)),
        side(synthetic, column, picked(ofSynthetic, kept, rest)),
        majority == null
            ? null
            : majoritySide(majority, column, picked(counts(majority, column, kind), kept, rest)),
        ChartNumbers.shares(band[0]),
        ChartNumbers.shares(band[1]));
  }

  /** Counts each level, then levels that no rare row has, then missing cells. */
  private static int[] counts(Sample sample, int column, SampleColumn kind) {
    int[] counts = new int[kind.levels().size() + 2];
    for (double value : sample.values(column)) {
      int place =
          Double.isNaN(value) ? counts.length - 1 : value < 0 ? counts.length - 2 : (int) value;
      counts[place]++;
    }
    return counts;
  }

  /**
   * Returns the levels with a bar of their own, the most frequent first: those with five real rows,
   * so many that the bar of all others has none or five of them as well.
   */
  private static int[] kept(int[] ofReal) {
    int levels = ofReal.length - 2;
    int[] frequent =
        IntStream.range(0, levels)
            .filter(level -> ofReal[level] >= FewRows.LEAST)
            .limit(MOST_LEVELS)
            .toArray();
    int kept = frequent.length;
    while (kept > 0 && FewRows.isFew(others(ofReal, frequent, kept))) {
      kept--;
    }
    return Arrays.copyOf(frequent, kept);
  }

  private static int others(int[] counts, int[] frequent, int kept) {
    int all = IntStream.range(0, counts.length - 1).map(level -> counts[level]).sum();
    return all - IntStream.range(0, kept).map(i -> counts[frequent[i]]).sum();
  }

  private static int[] picked(int[] counts, int[] kept, boolean rest) {
    int[] picked = new int[kept.length + (rest ? 1 : 0)];
    for (int i = 0; i < kept.length; i++) {
      picked[i] = counts[kept[i]];
    }
    if (rest) {
      picked[kept.length] = others(counts, kept, kept.length);
    }
    return picked;
  }

  /** The mean of ½·Σ |p − q| for two samples from one distribution, and two deviations more. */
  private double levelNoise(int[] ofReal) {
    double scale = 1.0 / real.rowCount() + 1.0 / Math.max(1, synthetic.rowCount());
    double mean = 0;
    double variance = 0;
    for (int count : ofReal) {
      double share = (double) count / real.rowCount();
      double error = share * (1 - share) * scale;
      mean += MEAN_SIZE * Math.sqrt(error) / 2;
      variance += (1 - MEAN_SIZE * MEAN_SIZE) * error / 4;
    }
    return ChartNumbers.share(Math.min(1, mean + 2 * Math.sqrt(variance)));
  }

  private Side realSide(int column, int[] counts) {
    int missing = missing(real, column);
    return new Side(
        real.rowCount(),
        FewRows.isFew(missing) ? null : (Integer) missing,
        ChartNumbers.list(counts));
  }

  private static Side side(Sample sample, int column, int[] counts) {
    return new Side(sample.rowCount(), missing(sample, column), ChartNumbers.list(counts));
  }

  private static Side majoritySide(Sample sample, int column, int[] counts) {
    int missing = missing(sample, column);
    return new Side(
        sample.rowCount(),
        FewRows.isFew(missing) ? null : (Integer) missing,
        ChartNumbers.list(FewRows.hidden(counts)));
  }

  private static int missing(Sample sample, int column) {
    int missing = 0;
    for (double value : sample.values(column)) {
      missing += Double.isNaN(value) ? 1 : 0;
    }
    return missing;
  }

  /**
   * Returns where the share of synthetic rows from the same distribution lies, in 19 of 20 bins.
   */
  private double[][] band(int[] counts) {
    double scale = Math.sqrt(1.0 / real.rowCount() + 1.0 / Math.max(1, synthetic.rowCount()));
    double[][] band = new double[2][counts.length];
    for (int i = 0; i < counts.length; i++) {
      double share = (double) counts[i] / real.rowCount();
      double smooth = (counts[i] + 0.5) / (real.rowCount() + 1.0); // an empty bin has noise too
      double margin = TWO_SIDED * Math.sqrt(smooth * (1 - smooth)) * scale;
      band[0][i] = Math.max(0, share - margin);
      band[1][i] = Math.min(1, share + margin);
    }
    return band;
  }
}
