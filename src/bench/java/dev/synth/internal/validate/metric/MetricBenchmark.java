package dev.synth.internal.validate.metric;

import dev.synth.base.Cancellation;
import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.write.TableWriter;
import dev.synth.internal.validate.ComparedSamples;
import dev.synth.internal.validate.MetricCatalogue;
import dev.synth.internal.validate.MetricRunner;
import dev.synth.internal.validate.distance.GowerRows;
import dev.synth.internal.validate.distance.GowerSpace;
import dev.synth.internal.validate.distance.NearestRows;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import dev.synth.validate.ValidationReport;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Seconds of every metric as validation measures it, floor and findings with it, on many rows: 24
 * numbers that share four causes and six categories. At last, the search for nearest rows beside
 * two nested loops over the same rows.
 *
 * <p>Arguments: the rows a side, 100,000 where left out; then the ids of metrics, all where left
 * out, or {@code search} for the comparison alone. Metrics that read one computation share its
 * time: the first has all of it. {@code files FOLDER} writes such rows as files instead, for {@code
 * synth validate}.
 */
public final class MetricBenchmark {
  private static final int ROWS = 100_000;
  private static final int MAJORITY = 10_000;
  private static final int NUMBERS = 24;
  private static final int CATEGORIES = 6;
  private static final int CAUSES = 4;

  /** So many rows look for their nearest one in the comparison with plain loops. */
  private static final int QUERIES = 1_000;

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private MetricBenchmark() {}

  /** Runs the benchmark. */
  public static void main(String[] args) {
    if (args.length == 2 && args[0].equals("files")) {
      writeFiles(Path.of(args[1]));
      return;
    }
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : ROWS;
    List<String> wanted = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
    TestSamples realRows = rows(rows, 1);
    TestSamples syntheticRows = rows(rows, 2);
    Sample real = realRows.besideMajority(syntheticRows, rows(MAJORITY, 3));
    Sample synthetic = realRows.sample(syntheticRows);
    MetricRunner measuring =
        new MetricRunner(new ComparedSamples(real, null, synthetic), Context.quiet(1));
    double total = 0;
    double start = processorSeconds();
    for (Metric metric : MetricCatalogue.metrics()) {
      String id = metric.description().id();
      if (wanted.isEmpty() || wanted.contains(id)) {
        double before = processorSeconds();
        double seconds =
            seconds(() -> measuring.measure(metric, ValidationReport.Reference.TRAINING));
        total += seconds;
        OUT.printf(
            Locale.ROOT,
            "%-28s %7.2f s, %7.2f s of processors%n",
            id,
            seconds,
            processorSeconds() - before);
      }
    }
    OUT.printf(
        Locale.ROOT,
        "all metrics on %,d × %,d rows: %.1f s, %.1f s of processors; heap at most %,d MiB%n",
        rows,
        rows,
        total,
        processorSeconds() - start,
        heapMebibytes());
    if (wanted.isEmpty() || wanted.contains("search")) {
      compareSearch(real, synthetic);
    }
  }

  /** Writes rows of the same law for {@code synth validate}. */
  private static void writeFiles(Path folder) {
    BitSet rare = new BitSet();
    rare.set(0, ROWS);
    Table both = rows(ROWS, 1).table().followedBy(rows(MAJORITY, 3).table());
    LabelledTable real = new LabelledTable(both, rare, new Label("rare", "1", "0", 0));
    TableWriter.write(folder.resolve("real.csv"), real.emitted());
    TableWriter.write(folder.resolve("synthetic.csv"), rows(ROWS, 2).table());
  }

  /** The most memory that the heap's parts held; an upper bound, since they peak apart. */
  private static long heapMebibytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(java.lang.management.MemoryUsage::getUsed)
            .sum()
        >> 20;
  }

  private static void compareSearch(Sample real, Sample all) {
    Sample synthetic = all.rows(IntStream.range(0, QUERIES).toArray());
    GowerSpace space = new GowerSpace(real);
    GowerRows candidates = space.rows(real);
    GowerRows queries = space.rows(synthetic);
    double[][] realRows = rows(real);
    double[][] syntheticRows = rows(synthetic);
    double[] plain = new double[QUERIES];
    double[] ours = new double[QUERIES];
    for (int round = 0; round < 2; round++) { // the first one compiles
      double before = processorSeconds();
      Arrays.setAll(plain, query -> nearest(syntheticRows[query], realRows));
      double between = processorSeconds();
      NearestRows nearest = NearestRows.of(queries, candidates, 1, new Cancellation());
      Arrays.setAll(ours, query -> nearest.distance(query, 0));
      double search = processorSeconds() - between;
      double loops = between - before;
      OUT.printf(
          Locale.ROOT,
          "nearest of %,d rows for %,d: %.2f s of processors; nested loops %.2f s, %.1f times as"
              + " long%n",
          candidates.rowCount(),
          QUERIES,
          search,
          loops,
          loops / search);
    }
    for (int query = 0; query < QUERIES; query++) {
      if (Math.abs(plain[query] - ours[query]) > 1e-6) {
        throw new IllegalStateException(PlainText.of("row %d differs", query));
      }
    }
  }

  /** Rows side by side, numbers in spreads and levels twice their code, so that 1 caps both. */
  private static double[][] rows(Sample sample) {
    double[][] rows = new double[sample.rowCount()][sample.columnCount()];
    for (int column = 0; column < sample.columnCount(); column++) {
      SampleColumn kind = sample.columns().get(column);
      for (int row = 0; row < rows.length; row++) {
        double value = sample.values(column)[row];
        rows[row][column] = kind.isNumber() ? value / kind.spread() : 2 * value;
      }
    }
    return rows;
  }

  /** The search that one writes first: row by row, and no further than the best so far. */
  private static double nearest(double[] query, double[][] candidates) {
    double least = query.length;
    for (double[] candidate : candidates) {
      double sum = 0;
      for (int column = 0; column < query.length && sum < least; column++) {
        sum += Math.min(1, Math.abs(query[column] - candidate[column]));
      }
      least = Math.min(least, sum);
    }
    return least / query.length;
  }

  /** Of all threads, the compiler's and the collector's too: what a busy machine can not hide. */
  private static double processorSeconds() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
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
