package dev.synth.benchmarks.pitfalls;

import dev.synth.benchmarks.Arguments;
import dev.synth.benchmarks.pitfalls.Pitfall.Figures;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.stats.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Measures wrong protocols beside right ones, on simulated rows and on new rows of the same kind.
 * The table is in {@code docs/pitfalls.md}.
 */
public final class PitfallsBenchmark {
  private static final List<String> HEAD =
      List.of(
          "| mistake | figure | the wrong way says | the right way says | new rows say |",
          "|---|---|---:|---:|---:|");

  private PitfallsBenchmark() {}

  /**
   * Prints the table.
   *
   * @param args {@code key=value}: how many data sets (sets, 20), and a part of the mistakes' names
   *     ({@code only})
   */
  public static void main(String[] args) {
    Map<String, String> options = Arguments.of(args);
    int sets = Integer.parseInt(options.getOrDefault("sets", "20"));
    String only = options.getOrDefault("only", "").toUpperCase(Locale.ROOT);
    HEAD.forEach(System.out::println);
    for (Pitfall pitfall : Pitfall.values()) {
      if (pitfall.name().contains(only)) {
        System.out.println(line(pitfall, figures(pitfall, sets)));
      }
    }
  }

  /** Returns the figures of the first data sets. */
  static List<Figures> figures(Pitfall pitfall, int sets) {
    return IntStream.rangeClosed(1, sets).mapToObj(pitfall::measure).toList();
  }

  /** Returns the mistake's line of the table: means ± standard deviations over data sets. */
  static String line(Pitfall pitfall, List<Figures> figures) {
    List<String> cells = new ArrayList<>(List.of(pitfall.mistake(), pitfall.figure()));
    boolean isGain = pitfall.figure().startsWith("gain");
    cells.add(cell(figures, Figures::wrong, isGain));
    cells.add(cell(figures, Figures::right, isGain));
    cells.add(cell(figures, Figures::later, isGain));
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String cell(List<Figures> all, ToDoubleFunction<Figures> which, boolean isGain) {
    List<Double> values = all.stream().mapToDouble(which).boxed().toList();
    return PlainText.of(
            isGain ? "%+.3f ± %.3f" : "%.3f ± %.3f",
            Moments.mean(values),
            values.size() < 2 ? 0.0 : Moments.standardDeviation(values))
        .replace('-', '−');
  }
}
