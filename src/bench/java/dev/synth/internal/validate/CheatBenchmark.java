package dev.synth.internal.validate;

import dev.synth.internal.validate.CheatResults.CheatSetting;
import dev.synth.internal.validate.CheatResults.JudgedCheat;
import dev.synth.split.Training;
import dev.synth.validate.ValidationOptions.Preset;
import dev.synth.validate.ValidationReport.MetricReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Counts how often each cheat is caught by a gate that is there to catch it, and how often fresh
 * rows pass, over many draws of real and synthetic rows.
 *
 * <p>Arguments: draws, rare rows, preset, a file for the results, and at will {@code patterns} or
 * {@code cards} for one population instead of both. Every judged set is a line of the file; killed,
 * the benchmark goes on where it was. A file belongs to one state of the code.
 */
public final class CheatBenchmark {
  private static final int TRANSACTIONS = 400_000;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final int draws;
  private final int rows;
  private final Preset preset;
  private final CheatResults results;

  private CheatBenchmark(int draws, int rows, Preset preset, CheatResults results) {
    this.draws = draws;
    this.rows = rows;
    this.preset = preset;
    this.results = results;
  }

  /** Runs it. */
  public static void main(String[] args) throws IOException {
    CheatBenchmark benchmark =
        new CheatBenchmark(
            Integer.parseInt(args[0]),
            Integer.parseInt(args[1]),
            Preset.valueOf(args[2].toUpperCase(Locale.ROOT)),
            new CheatResults(Path.of(args[3])));
    List<String> laws = args.length > 4 ? List.of(args[4]) : List.of("patterns", "cards");
    if (laws.contains("patterns")) {
      benchmark.run("patterns", new Law.Patterns(), true);
    }
    if (laws.contains("cards")) {
      benchmark.run("cards", new Law.Cards(TRANSACTIONS), false);
    }
  }

  private void run(String name, Law law, boolean hasPatterns) throws IOException {
    CheatSetting setting = new CheatSetting(name, rows, preset);
    List<Cheat> cheats =
        List.of(Cheat.values()).stream()
            .filter(cheat -> hasPatterns || cheat != Cheat.LOST_PATTERN)
            .toList();
    for (int draw = 0; draw < draws; draw++) {
      Training training = law.training(rows, draw);
      for (Cheat cheat : cheats) {
        if (!results.has(setting, cheat, draw)) {
          results.add(setting, cheat, draw, judged(law, training, cheat, draw));
        }
      }
    }
    out.printf(Locale.ROOT, "%n%s: %d rare rows, %d draws, preset %s%n", name, rows, draws, preset);
    for (Cheat cheat : cheats) {
      out.println(results.summary(setting, cheat, draws));
    }
  }

  private JudgedCheat judged(Law law, Training training, Cheat cheat, int draw) {
    List<MetricReport> metrics =
        Trial.judge(training, cheat.rows(law, training, draw), preset, draw);
    Map<String, Double> excess = new LinkedHashMap<>();
    metrics.forEach(metric -> note(metric, excess));
    return new JudgedCheat(Trial.failed(metrics), excess);
  }

  /** Takes down how far a value lies from the median of its floor. */
  private static void note(MetricReport metric, Map<String, Double> excess) {
    var reading = metric.readings().getLast();
    Double value = reading.atFloorSize();
    var floor = reading.floor();
    if (value != null && floor != null) {
      excess.put(metric.metric(), value - floor.median());
    }
  }
}
