package dev.synth.internal.validate.diversity;

import dev.synth.internal.stats.Medians;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleColumn;
import dev.synth.validate.Finding.Trait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The traits that set some rows of a sample apart from its others. */
final class ClusterTraits {
  private static final int TRAITS = 3;

  private ClusterTraits() {}

  /**
   * A trait and its strength.
   *
   * @param trait the trait
   * @param strength how far rows differ in it: medians in spreads, at most 1, or shares
   */
  private record Ranked(Trait trait, double strength) {}

  /** Returns the strongest traits of some rows, the strongest first; none for all rows. */
  static List<Trait> of(Sample sample, int[] rows) {
    BitSet inside = new BitSet();
    Arrays.stream(rows).forEach(inside::set);
    int[] others = IntStream.range(0, sample.rowCount()).filter(row -> !inside.get(row)).toArray();
    if (others.length == 0) {
      return List.of();
    }
    List<Ranked> traits = new ArrayList<>();
    for (int column = 0; column < sample.columnCount(); column++) {
      SampleColumn kind = sample.columns().get(column);
      double[] own = picked(sample.values(column), rows);
      double[] elsewhere = picked(sample.values(column), others);
      traits.add(kind.isNumber() ? number(kind, own, elsewhere) : level(kind, own, elsewhere));
    }
    traits.sort(Comparator.comparingDouble(trait -> -trait.strength()));
    return traits.stream().limit(TRAITS).map(Ranked::trait).toList();
  }

  private static double[] picked(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }

  private static Ranked number(SampleColumn kind, double[] own, double[] elsewhere) {
    double a = median(own);
    double b = median(elsewhere);
    double apart = Double.isNaN(a - b) ? 1 : Math.abs(kind.difference(a, b)) / kind.spread();
    double strength = a == b || (Double.isNaN(a) && Double.isNaN(b)) ? 0 : Math.min(1, apart);
    return new Ranked(new Trait(kind.name(), kind.text(a), kind.text(b), null, null), strength);
  }

  /** The upper median of present values; NaN, and so "missing", where half the rows are missing. */
  private static double median(double[] values) {
    long present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    return 2 * present <= values.length ? Double.NaN : Medians.upperMedian(values);
  }

  private static Ranked level(SampleColumn kind, double[] own, double[] elsewhere) {
    double[] a = shares(kind, own);
    double[] b = shares(kind, elsewhere);
    int most = 0;
    for (int level = 1; level < a.length; level++) {
      most = a[level] > a[most] ? level : most;
    }
    double value = most == a.length - 1 ? Double.NaN : most;
    return new Ranked(
        new Trait(kind.name(), kind.text(value), null, a[most], b[most]),
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
