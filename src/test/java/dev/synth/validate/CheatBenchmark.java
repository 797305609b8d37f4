package dev.synth.validate;

import dev.synth.split.Training;
import dev.synth.table.Table;
import dev.synth.validate.ValidationOptions.Preset;
import dev.synth.validate.ValidationReport.MetricReport;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts how often each cheat is caught by a gate that is there to catch it, and how often fresh
 * rows pass, over many draws of real and synthetic rows. Arguments: draws, rare rows, preset, and
 * at will {@code patterns} or {@code cards} for one population instead of both.
 */
public final class CheatBenchmark {
  private static final int TRANSACTIONS = 400_000;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final int draws;
  private final int rows;
  private final Preset preset;

  private CheatBenchmark(int draws, int rows, Preset preset) {
    this.draws = draws;
    this.rows = rows;
    this.preset = preset;
  }

  /** Runs it. */
  public static void main(String[] args) {
    CheatBenchmark benchmark =
        new CheatBenchmark(
            Integer.parseInt(args[0]),
            Integer.parseInt(args[1]),
            Preset.valueOf(args[2].toUpperCase(Locale.ROOT)));
    List<String> laws = args.length > 3 ? List.of(args[3]) : List.of("patterns", "cards");
    if (laws.contains("patterns")) {
      benchmark.run("patterns", new Law.Patterns(), true);
    }
    if (laws.contains("cards")) {
      benchmark.run("cards", new Law.Cards(TRANSACTIONS), false);
    }
  }

  private void run(String name, Law law, boolean hasPatterns) {
    out.printf(Locale.ROOT, "%n%s: %d rare rows, %d draws, preset %s%n", name, rows, draws, preset);
    for (Cheat cheat : Cheat.values()) {
      if (hasPatterns || cheat != Cheat.LOST_PATTERN) {
        run(law, cheat);
      }
    }
  }

  private void run(Law law, Cheat cheat) {
    int caught = 0;
    int passed = 0;
    Map<String, Integer> failures = new LinkedHashMap<>();
    Map<String, List<Double>> excess = new LinkedHashMap<>();
    for (int draw = 0; draw < draws; draw++) {
      Training training = law.training(rows, draw);
      Table synthetic = cheat.rows(law, training, draw);
      List<MetricReport> metrics = Trial.judge(training, synthetic, preset, draw);
      List<String> failed = Trial.failed(metrics);
      failed.forEach(metric -> failures.merge(metric, 1, Integer::sum));
      caught += failed.stream().anyMatch(cheat.gates()::contains) ? 1 : 0;
      passed += failed.isEmpty() ? 1 : 0;
      metrics.forEach(metric -> note(metric, excess));
    }
    String verdict = cheat == Cheat.FRESH ? "passed " + passed : "caught " + caught;
    out.printf(Locale.ROOT, "  %-13s %-11s failed gates: %s%n", cheat, verdict, failures);
    out.printf(
        Locale.ROOT,
        "      %s%n",
        excess.entrySet().stream()
            .map(entry -> entry.getKey() + " " + mean(entry.getValue()))
            .collect(Collectors.joining(", ")));
  }

  /** Takes down how far a value lies from the median of its floor. */
  private static void note(MetricReport metric, Map<String, List<Double>> excess) {
    var reading = metric.readings().getLast();
    Double value = reading.atFloorSize();
    var floor = reading.floor();
    if (value != null && floor != null) {
      excess.computeIfAbsent(metric.metric(), key -> new ArrayList<>()).add(value - floor.median());
    }
  }

  private static String mean(List<Double> values) {
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    return String.format(Locale.ROOT, "%+.3f", mean);
  }
}
