package dev.synth.benchmarks;

import dev.synth.table.LabelledTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Measures what generators do for classifiers on eight real data sets, and how faithful their rows
 * are: sets × splits × rare training rows × arms, each with two classifiers and four amounts of
 * rows. {@code evaluation/README.md} has the command and what it found.
 *
 * <p>Resumable: called again with the same file it computes what is missing.
 */
public final class GeneratorBenchmark {
  private GeneratorBenchmark() {}

  /**
   * Runs the benchmark.
   *
   * @param args {@code key=value}: the results file (out), the folder of the sets (data), the
   *     number of splits and of jobs, and, to narrow it down, lists of sets, arms and rare training
   *     rows, separated by semicolons
   */
  public static void main(String[] args) throws Exception {
    Map<String, String> options = Arguments.of(args);
    Path data = Path.of(options.getOrDefault("data", "../shared/data"));
    Path out = Path.of(options.getOrDefault("out", "evaluation/generators.csv"));
    int jobs = Integer.parseInt(options.getOrDefault("jobs", "2"));
    if (!Files.isDirectory(data)) {
      System.out.println("skipped: there is no folder " + data);
      return;
    }
    ResultsFile results = new ResultsFile(out);
    List<GeneratorCell.Key> keys = keys(options).stream().filter(key -> !results.has(key)).toList();
    System.out.printf(Locale.ROOT, "%d cells to compute%n", keys.size());
    run(keys, data, results, jobs);
    System.out.print(GeneratorSummary.of(out));
  }

  /** The cells, split by split, so that a run that was cut short has whole splits. */
  private static List<GeneratorCell.Key> keys(Map<String, String> options) {
    int splits = Integer.parseInt(options.getOrDefault("splits", "5"));
    List<String> sets = list(options, "sets", titles());
    List<String> arms = new ArrayList<>(List.of("baselines"));
    arms.addAll(list(options, "arms", GeneratorArm.ALL.stream().map(GeneratorArm::name).toList()));
    List<String> sizes = list(options, "rare", List.of("16", "64", "all"));
    List<GeneratorCell.Key> keys = new ArrayList<>();
    for (int split : IntStream.rangeClosed(1, splits).toArray()) {
      for (BenchmarkSet set : BenchmarkSet.ofGenerators()) {
        for (String size : sets.contains(set.title()) ? sizes : List.<String>of()) {
          int rare = size.equals("all") ? 0 : Integer.parseInt(size);
          arms.forEach(arm -> keys.add(new GeneratorCell.Key(set, split, rare, arm)));
        }
      }
    }
    return keys;
  }

  private static List<String> titles() {
    return BenchmarkSet.ofGenerators().stream().map(BenchmarkSet::title).toList();
  }

  private static List<String> list(Map<String, String> options, String key, List<String> all) {
    String text = options.get(key);
    return text == null ? all : List.of(text.split(";"));
  }

  private static void run(List<GeneratorCell.Key> keys, Path data, ResultsFile results, int jobs)
      throws Exception {
    Map<BenchmarkSet, LabelledTable> tables = new LinkedHashMap<>();
    keys.forEach(key -> tables.computeIfAbsent(key.set(), set -> set.read(data)));
    AtomicInteger done = new AtomicInteger();
    try (ExecutorService pool = Executors.newFixedThreadPool(jobs)) {
      List<Future<?>> futures = new ArrayList<>();
      for (GeneratorCell.Key key : keys) {
        futures.add(
            pool.submit(
                () -> {
                  compute(key, tables.get(key.set()), results);
                  int now = done.incrementAndGet();
                  if (now % 20 == 0 || now == keys.size()) {
                    System.err.printf(Locale.ROOT, "%d of %d cells%n", now, keys.size());
                  }
                }));
      }
      for (Future<?> future : futures) {
        future.get();
      }
    }
  }

  private static void compute(GeneratorCell.Key key, LabelledTable rows, ResultsFile results) {
    try {
      results.append(GeneratorCell.compute(key, rows));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      System.err.printf(Locale.ROOT, "%s: %s%n", key, e);
      e.printStackTrace();
    }
  }
}
