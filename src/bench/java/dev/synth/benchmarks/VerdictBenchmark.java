package dev.synth.benchmarks;

import dev.synth.internal.base.PlainText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Asks whether the verdict keeps what it states, where the truth is known: how often it finds
 * something where there is nothing, and how often it finds what is there. {@code
 * evaluation/README.md} has the command and what it found.
 *
 * <p>Resumable: called again with the same file it computes what is missing. An experiment is a
 * pure function of its number.
 */
public final class VerdictBenchmark {
  private VerdictBenchmark() {}

  /**
   * Runs the benchmark.
   *
   * @param args {@code key=value}: the results file (out), and the numbers of experiments with
   *     nothing to find (nothing), the same by time (by-time), with something planted (planted),
   *     and of training sets that the true effects are measured by (effect)
   */
  public static void main(String[] args) throws IOException {
    Map<String, String> options = Arguments.of(args);
    Map<VerdictTrial, Integer> counts = new LinkedHashMap<>();
    counts.put(VerdictTrial.NOTHING, count(options, "nothing", 400));
    counts.put(VerdictTrial.NOTHING_BY_TIME, count(options, "by-time", 400));
    counts.put(VerdictTrial.PLANTED, count(options, "planted", 400));
    counts.put(VerdictTrial.EFFECT, count(options, "effect", 500));
    System.out.print(run(Path.of(options.getOrDefault("out", "evaluation/verdicts.csv")), counts));
  }

  private static int count(Map<String, String> options, String key, int otherwise) {
    return Integer.parseInt(options.getOrDefault(key, String.valueOf(otherwise)));
  }

  /** Computes what the file lacks; returns the tables. */
  static String run(Path file, Map<VerdictTrial, Integer> counts) throws IOException {
    List<VerdictLine> lines = new ArrayList<>(read(file));
    write(file, lines);
    for (Map.Entry<VerdictTrial, Integer> trial : counts.entrySet()) {
      for (int number = 1; number <= trial.getValue(); number++) {
        if (!has(lines, trial.getKey(), number)) {
          List<VerdictLine> own = trial.getKey().run(number);
          Files.write(file, text(own).getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
          lines.addAll(own);
        }
      }
    }
    return VerdictSummary.of(lines);
  }

  /** Reads the lines of experiments that are complete. */
  private static List<VerdictLine> read(Path file) throws IOException {
    List<VerdictLine> lines = new ArrayList<>();
    if (Files.exists(file)) {
      String text = Files.readString(file);
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      whole
          .lines()
          .filter(line -> !line.equals(VerdictLine.HEADER))
          .map(VerdictLine::of)
          .forEach(lines::add);
    }
    Map<String, Long> found =
        lines.stream()
            .collect(Collectors.groupingBy(VerdictBenchmark::experiment, Collectors.counting()));
    return lines.stream()
        .filter(line -> found.getOrDefault(experiment(line), 0L) == trial(line).lines())
        .toList();
  }

  private static boolean has(List<VerdictLine> lines, VerdictTrial trial, int number) {
    return lines.stream().anyMatch(line -> line.number() == number && trial(line) == trial);
  }

  private static String experiment(VerdictLine line) {
    return trial(line) + " " + line.number();
  }

  private static VerdictTrial trial(VerdictLine line) {
    for (VerdictTrial trial : VerdictTrial.values()) {
      boolean plain = trial.lines() == 1;
      if (plain
          ? line.trial().equals(trial.title())
          : line.trial().startsWith(trial.title() + " ")) {
        return trial;
      }
    }
    throw new IllegalArgumentException(PlainText.of("no trial '%s'", line.trial()));
  }

  private static void write(Path file, List<VerdictLine> lines) throws IOException {
    Files.writeString(file, VerdictLine.HEADER + "\n" + text(lines));
  }

  private static String text(List<VerdictLine> lines) {
    return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
  }
}
