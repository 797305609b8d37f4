package dev.synth.internal.validate.sdmetrics;

import dev.synth.internal.stats.KolmogorovSmirnov;
import dev.synth.internal.stats.Kuiper;
import dev.synth.internal.stats.TotalVariation;
import java.util.Arrays;

/** SDMetrics' scores of single columns: KSComplement and TVComplement. */
final class ColumnShapes {
  /** The library rounds to {@code sys.float_info.dig - 1} decimals. */
  private static final double ROUNDING = 1e14;

  /** The share that the library adds to a level that occurs among synthetic rows alone. */
  private static final double UNSEEN = 1e-6;

  private ColumnShapes() {}

  /** Returns the score of a column, in [0, 1]; NaN where either side is all missing. */
  static double score(ScoredColumn real, ScoredColumn synthetic) {
    if (real.isTimeOfDay()) {
      return 1 - Kuiper.distance(real.values(), synthetic.values()); // the library knows no clock
    }
    return real.isNumber()
        ? 1 - KolmogorovSmirnov.distance(values(real), values(synthetic))
        : totalVariation(real, synthetic);
  }

  private static double[] values(ScoredColumn column) {
    return column.isTime()
        ? column.values()
        : Arrays.stream(column.values()).map(ColumnShapes::rounded).toArray();
  }

  private static double rounded(double value) {
    double scaled = value * ROUNDING;
    return Double.isInfinite(scaled) ? value : Math.rint(scaled) / ROUNDING;
  }

  private static double totalVariation(ScoredColumn real, ScoredColumn synthetic) {
    double[] r = counts(real);
    double[] s = counts(synthetic);
    double ofSynthetic = Arrays.stream(s).sum();
    if (Arrays.stream(r).sum() == 0 || ofSynthetic == 0) {
      return Double.NaN;
    }
    for (int level = 0; level < r.length; level++) {
      r[level] += r[level] == 0 && s[level] > 0 ? UNSEEN : 0;
    }
    double ofReal = Arrays.stream(r).sum();
    return 1 - TotalVariation.ofShares(shares(r, ofReal), shares(s, ofSynthetic));
  }

  private static double[] shares(double[] counts, double all) {
    return Arrays.stream(counts).map(count -> count / all).toArray();
  }

  /** Counts levels, missing cells left aside. */
  private static double[] counts(ScoredColumn column) {
    double[] counts = new double[column.codeCount()];
    for (int code : column.codes()) {
      counts[code]++;
    }
    return Arrays.copyOf(counts, counts.length - 1);
  }
}
