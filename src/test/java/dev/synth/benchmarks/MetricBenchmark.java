package dev.synth.benchmarks;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.validate.Metric;
import dev.synth.validate.Outcome;
import dev.synth.validate.Sample;
import dev.synth.validate.TestSamples;
import dev.synth.validate.Validation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Seconds of every metric on many rows: 24 numbers that share four causes and six categories.
 *
 * <p>Arguments: the rows a side, 100,000 where left out; then the ids of metrics, all where left
 * out. Metrics that read one computation are computed once each here too.
 */
public final class MetricBenchmark {
  private static final int ROWS = 100_000;
  private static final int NUMBERS = 24;
  private static final int CATEGORIES = 6;
  private static final int CAUSES = 4;

  private MetricBenchmark() {}

  /** Runs the benchmark. */
  public static void main(String[] args) {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : ROWS;
    List<String> wanted = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
    TestSamples realRows = rows(rows, 1);
    TestSamples syntheticRows = rows(rows, 2);
    Sample real = realRows.besideMajority(syntheticRows, rows(10_000, 3));
    Sample synthetic = realRows.sample(syntheticRows);
    for (Metric metric : Validation.metrics()) {
      String id = metric.description().id();
      if (wanted.isEmpty() ? metric.readsDrawsOf().equals(id) : wanted.contains(id)) {
        int limit = Math.min(rows, metric.protocol().valueRowLimit());
        double whole = whole(id) ? seconds(metric, real, synthetic) : Double.NaN;
        double limited = seconds(metric, first(real, limit), first(synthetic, limit));
        System.out.printf(
            Locale.ROOT,
            "%-28s %,d rows: %.2f s; at its limit of %,d rows with findings: %.2f s%n",
            id,
            rows,
            whole,
            limit,
            limited);
      }
    }
  }

  /** Forests and kernels are quadratic or slow, and say in the report that they sample. */
  private static boolean whole(String id) {
    return !id.equals("mmd") && !id.equals("tree_auc") && !id.equals("logistic_auc");
  }

  private static Sample first(Sample sample, int rows) {
    return sample.rowCount() <= rows ? sample : sample.rows(IntStream.range(0, rows).toArray());
  }

  private static double seconds(Metric metric, Sample real, Sample synthetic) {
    long start = System.nanoTime();
    Outcome outcome = metric.compute(real, synthetic, Context.quiet(1));
    if (outcome instanceof Outcome.Failed failed) {
      throw failed.cause();
    }
    if (real.rowCount() <= metric.protocol().valueRowLimit()) {
      metric.findings(real, synthetic, Context.quiet(1));
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static TestSamples rows(int count, long seed) {
    RandomStream stream = new Seeds(seed).stream("rows");
    double[][] numbers = new double[NUMBERS][count];
    StringBuilder[] letters = new StringBuilder[CATEGORIES];
    Arrays.setAll(letters, i -> new StringBuilder(count));
    double[] causes = new double[CAUSES];
    for (int row = 0; row < count; row++) {
      Arrays.setAll(causes, i -> stream.nextGaussian());
      for (int column = 0; column < NUMBERS; column++) {
        numbers[column][row] = causes[column % CAUSES] + 0.5 * stream.nextGaussian();
      }
      for (int column = 0; column < CATEGORIES; column++) {
        double cause = causes[column % CAUSES] + stream.nextGaussian();
        letters[column].append((char) ('a' + Math.clamp((int) (cause + 3), 0, 6)));
      }
    }
    TestSamples rows = TestSamples.rows();
    for (int column = 0; column < NUMBERS; column++) {
      rows.numbers("number " + column, numbers[column]);
    }
    for (int column = 0; column < CATEGORIES; column++) {
      rows.levels("category " + column, letters[column].toString());
    }
    return rows;
  }
}
