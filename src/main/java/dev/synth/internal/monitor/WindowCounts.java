package dev.synth.internal.monitor;

import dev.synth.internal.bundle.FittedReference;
import java.util.ArrayList;
import java.util.List;

/** The counts of the rows of some days, in the bins of a model's reference. */
final class WindowCounts {
  private final List<long[]> columns = new ArrayList<>();
  private final long[] score;
  private final List<double[]> sample = new ArrayList<>();
  private long rows;
  private long scored;
  private long alerts;

  /** Counts of no rows. */
  WindowCounts(FittedReference reference) {
    reference.columns().forEach(column -> columns.add(new long[column.bins().count()]));
    score = new long[reference.score().bins().count()];
  }

  /** Returns the counts of one day of a reference; without a sample of its rows. */
  static WindowCounts of(FittedReference reference, FittedReference.Day day) {
    WindowCounts counts = new WindowCounts(reference);
    for (int column = 0; column < counts.columns.size(); column++) {
      add(counts.columns.get(column), day.columns().get(column));
    }
    add(counts.score, day.score());
    counts.rows = day.rows();
    counts.scored = day.scored();
    counts.alerts = day.alerts();
    return counts;
  }

  /** Returns the counts of all. */
  static WindowCounts sum(FittedReference reference, List<WindowCounts> parts) {
    WindowCounts sum = new WindowCounts(reference);
    for (WindowCounts part : parts) {
      for (int column = 0; column < sum.columns.size(); column++) {
        add(sum.columns.get(column), part.columns.get(column));
      }
      add(sum.score, part.score);
      sum.rows += part.rows;
      sum.scored += part.scored;
      sum.alerts += part.alerts;
      sum.sample.addAll(part.sample);
    }
    return sum;
  }

  private static void add(long[] to, long[] more) {
    for (int bin = 0; bin < to.length; bin++) {
      to[bin] += more[bin];
    }
  }

  /** Adds a row: one bin a column, the score's bin, and whether it is an alert. */
  void add(int[] bins, int scoreBin, boolean isAlert) {
    for (int column = 0; column < bins.length; column++) {
      columns.get(column)[bins[column]]++;
    }
    score[scoreBin]++;
    rows++;
    scored++;
    alerts += isAlert ? 1 : 0;
  }

  /** Returns the rows that were drawn for the joint test, as numbers; to be added to. */
  List<double[]> sample() {
    return sample;
  }

  /** Returns a column's counts; not to be written to. */
  long[] column(int column) {
    return columns.get(column);
  }

  /** Returns the counts of scores; not to be written to. */
  long[] score() {
    return score;
  }

  /** Returns the number of rows. */
  long rows() {
    return rows;
  }

  /** Returns the number of rows with a score. */
  long scored() {
    return scored;
  }

  /** Returns the number of alerts. */
  long alerts() {
    return alerts;
  }
}
