package dev.synth.internal.validate.diversity;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.stats.Medians;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What sets some rows of a sample apart from its others, in plain words. */
final class ClusterTraits {
  private static final int TRAITS = 3;

  private ClusterTraits() {}

  /**
   * A trait.
   *
   * @param words such as {@code amount about 310 (elsewhere 24)}
   * @param strength how far rows differ in it: medians in spreads, at most 1, or shares
   */
  private record Trait(String words, double strength) {}

  /** Returns the strongest traits of some rows, the strongest first. */
  static String of(Sample sample, int[] rows) {
    BitSet inside = new BitSet();
    Arrays.stream(rows).forEach(inside::set);
    int[] others = IntStream.range(0, sample.rowCount()).filter(row -> !inside.get(row)).toArray();
    if (others.length == 0) {
      return "all rows";
    }
    List<Trait> traits = new ArrayList<>();
    for (int column = 0; column < sample.columnCount(); column++) {
      SampleColumn kind = sample.columns().get(column);
      double[] own = picked(sample.values(column), rows);
      double[] elsewhere = picked(sample.values(column), others);
      traits.add(kind.isNumber() ? number(kind, own, elsewhere) : level(kind, own, elsewhere));
    }
    traits.sort(Comparator.comparingDouble(trait -> -trait.strength()));
    return traits.stream().limit(TRAITS).map(Trait::words).collect(Collectors.joining(", "));
  }

  private static double[] picked(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }

  private static Trait number(SampleColumn kind, double[] own, double[] elsewhere) {
    double a = median(own);
    double b = median(elsewhere);
    double apart = Double.isNaN(a - b) ? 1 : Math.abs(a - b) / kind.spread();
    double strength = a == b || (Double.isNaN(a) && Double.isNaN(b)) ? 0 : Math.min(1, apart);
    return new Trait(
        PlainText.of("%s about %s (elsewhere %s)", kind.name(), kind.text(a), kind.text(b)),
        strength);
  }

  /** The upper median of present values; NaN, and so "missing", where half the rows are missing. */
  private static double median(double[] values) {
    long present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    return 2 * present <= values.length ? Double.NaN : Medians.upperMedian(values);
  }

  private static Trait level(SampleColumn kind, double[] own, double[] elsewhere) {
    double[] a = shares(kind, own);
    double[] b = shares(kind, elsewhere);
    int most = 0;
    for (int level = 1; level < a.length; level++) {
      most = a[level] > a[most] ? level : most;
    }
    double value = most == a.length - 1 ? Double.NaN : most;
    return new Trait(
        String.format(
            Locale.ROOT,
            "%s is %s in %.0f %% (elsewhere %.0f %%)",
            kind.name(),
            kind.text(value),
            100 * a[most],
            100 * b[most]),
        Math.abs(a[most] - b[most]));
  }

  /** The share of each level, and last that of missing cells. */
  private static double[] shares(SampleColumn kind, double[] values) {
    double[] shares = new double[kind.levels().size() + 1];
    for (double value : values) {
      shares[Double.isNaN(value) ? shares.length - 1 : (int) value] += 1.0 / values.length;
    }
    return shares;
  }
}
