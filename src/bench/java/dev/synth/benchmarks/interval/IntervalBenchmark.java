package dev.synth.benchmarks.interval;

import dev.synth.benchmarks.Arguments;
import dev.synth.internal.base.PlainText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks which interval of a mean difference over random splits is as wide as it should be: how often
 * it misses the truth on either side, and how wide it is. {@code evaluation/README.md} has the
 * command and what it found.
 *
 * <p>Resumable: called again with the same file it computes what is missing. A data set is a pure
 * function of its number, so that shards may be computed apart and their files put together.
 */
public final class IntervalBenchmark {
  private IntervalBenchmark() {}

  /**
   * Runs the benchmark.
   *
   * @param args {@code key=value}: the results file (out), populations by name with commas between
   *     (populations), numbers of rare rows (rare), the first and the last data set (from, to), the
   *     number of training sets for a true effect (effects), and of bootstrap draws (draws); {@code
   *     cells=true} prints every cell
   */
  public static void main(String[] args) throws IOException {
    Map<String, String> options = Arguments.of(args);
    Path file = Path.of(options.getOrDefault("out", "evaluation/intervals.csv"));
    List<IntervalLine> lines = new ArrayList<>(read(file));
    Set<String> done = new HashSet<>();
    lines.forEach(line -> done.add(key(line.population(), line.rare(), line.number())));
    String every = String.join(",", names());
    for (String population : options.getOrDefault("populations", every).split(",", -1)) {
      for (String rare : options.getOrDefault("rare", "20,40,100,400").split(",", -1)) {
        IntervalTrial trial =
            new IntervalTrial(
                IntervalPopulation.valueOf(population),
                Integer.parseInt(rare),
                number(options, "draws", 0));
        if (trial.rare() > trial.population().mostRare()) {
          continue; // a real set that is not there, or of which a tenth has fewer
        }
        int last = number(options, "to", 1000);
        int effects = number(options, "effects", 1000);
        for (int number = -effects; number <= last; number++) {
          boolean isAsked = number < 0 || number >= number(options, "from", 1);
          if (isAsked && number != 0 && !done.contains(key(trial, number))) {
            List<IntervalLine> own = number < 0 ? trial.effect(-number) : trial.run(number);
            append(file, own);
            lines.addAll(own);
          }
        }
      }
    }
    System.out.print(IntervalSummary.of(lines, "true".equals(options.get("cells"))));
  }

  private static List<String> names() {
    return Arrays.stream(IntervalPopulation.values()).map(Enum::name).toList();
  }

  private static int number(Map<String, String> options, String key, int otherwise) {
    return Integer.parseInt(options.getOrDefault(key, String.valueOf(otherwise)));
  }

  private static String key(IntervalTrial trial, int number) {
    return key(trial.population(), trial.rare(), number);
  }

  private static String key(IntervalPopulation population, int rare, int number) {
    return PlainText.of("%s %d %d", population, rare, number);
  }

  /** Reads whole lines; what a killed run left of a data set is computed again. */
  private static List<IntervalLine> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.writeString(file, IntervalLine.header() + "\n");
      return List.of();
    }
    String text = Files.readString(file);
    List<String> whole = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    return whole.stream()
        .filter(line -> !line.equals(IntervalLine.header()))
        .map(IntervalLine::of)
        .toList();
  }

  private static void append(Path file, List<IntervalLine> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()).append('\n'));
    Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
  }
}
