package dev.synth.internal.classify.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * The contributions of a row's parts, features or columns, to its margin: the base and all of them
 * add up to the margin.
 *
 * @param scale the scale of the margin
 * @param parts the names of the parts
 * @param base the margin of a row of which nothing is known
 * @param rows the contributions, row by row and one a part
 */
@SuppressWarnings("ArrayRecordComponent") // a parcel, compared by nobody
public record Contributions(
    MarginScale scale, List<String> parts, double base, List<double[]> rows) {
  /** The step of the slope that is taken where a margin is that of the base. */
  private static final double STEP = 1e-4;

  /** The scales of margins. */
  public enum MarginScale {
    /** The natural logarithm of p / (1 − p). */
    LOG_ODDS,
    /** The score itself. */
    PROBABILITY
  }

  /**
   * A part and what it adds to the margin.
   *
   * @param part the name
   * @param by positive towards the rare class
   */
  public record Reason(String part, double by) {}

  public Contributions {
    parts = List.copyOf(parts);
    rows = List.copyOf(rows);
  }

  /** Returns the margin of a row. */
  public double margin(int row) {
    double margin = base;
    for (double each : rows.get(row)) {
      margin += each;
    }
    return margin;
  }

  /**
   * Returns the parts that moved a row most, the largest contribution first.
   *
   * @param most how many at most; parts that add nothing are left out
   */
  public List<Reason> reasons(int row, int most) {
    double[] own = rows.get(row);
    return IntStream.range(0, own.length)
        .filter(part -> own[part] != 0)
        .mapToObj(part -> new Reason(parts.get(part), own[part]))
        .sorted(Comparator.comparingDouble(reason -> -Math.abs(reason.by())))
        .limit(most)
        .toList();
  }

  /**
   * Returns the contributions of wholes, each the sum of those of its parts.
   *
   * @param wholes the name of the whole that each part belongs to
   */
  public Contributions joined(List<String> wholes) {
    List<String> names = wholes.stream().distinct().toList();
    List<double[]> sums = new ArrayList<>();
    int[] places = wholes.stream().mapToInt(names::indexOf).toArray();
    for (double[] row : rows) {
      double[] sum = new double[names.size()];
      for (int part = 0; part < row.length; part++) {
        sum[places[part]] += row[part];
      }
      sums.add(sum);
    }
    return new Contributions(scale, names, base, sums);
  }

  /**
   * Returns the contributions to another margin, which is a function of this one: every part of a
   * row is multiplied by the same number, so that they add up to the new margin (the rescale rule
   * of DeepLIFT; Shrikumar, Greenside and Kundaje, ICML 2017).
   *
   * @param function increasing; gives the new margin of the old one
   */
  public Contributions mapped(MarginScale to, DoubleUnaryOperator function) {
    double newBase = function.applyAsDouble(base);
    List<double[]> scaled = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      double margin = margin(row);
      double from = margin == base ? base - STEP : base;
      double until = margin == base ? base + STEP : margin;
      double slope =
          (function.applyAsDouble(until) - function.applyAsDouble(from)) / (until - from);
      double[] own = rows.get(row).clone();
      for (int part = 0; part < own.length; part++) {
        own[part] *= slope;
      }
      scaled.add(own);
    }
    return new Contributions(to, parts, newBase, scaled);
  }

  /**
   * Returns the weighted sum of contributions to margins of one scale.
   *
   * @param members one or more, of as many rows
   * @param weights one a member
   */
  public static Contributions sum(List<Contributions> members, double[] weights) {
    List<String> names = members.stream().flatMap(each -> each.parts.stream()).distinct().toList();
    List<double[]> sums = new ArrayList<>();
    members.getFirst().rows.forEach(row -> sums.add(new double[names.size()]));
    double base = 0;
    for (int member = 0; member < weights.length; member++) {
      Contributions own = members.get(member);
      base += weights[member] * own.base;
      int[] places = own.parts.stream().mapToInt(names::indexOf).toArray();
      for (int row = 0; row < sums.size(); row++) {
        double[] values = own.rows.get(row);
        for (int part = 0; part < values.length; part++) {
          sums.get(row)[places[part]] += weights[member] * values[part];
        }
      }
    }
    return new Contributions(members.getFirst().scale, names, base, sums);
  }
}
