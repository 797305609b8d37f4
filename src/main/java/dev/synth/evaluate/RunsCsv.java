package dev.synth.evaluate;

import java.util.ArrayList;
import java.util.List;

/** The text of {@code runs.csv}: one line per arm, classifier and repeat. */
public final class RunsCsv {
  private RunsCsv() {}

  /**
   * Writes the results as comma-separated values with a header; lines end in a line feed. A skipped
   * figure is an empty field; figures that the config asks for come last. Numbers are the shortest
   * that read back as the same number.
   */
  public static String of(List<RepeatResult> repeats) {
    List<String> asked = asked(repeats);
    StringBuilder text = new StringBuilder(String.join(",", header(asked))).append('\n');
    for (RepeatResult repeat : repeats) {
      for (Evaluation evaluation : repeat.evaluations()) {
        PartSizes sizes = repeat.sizes().withRareTraining(evaluation.arm().rareRows());
        List<String> fields = fields(sizes, evaluation);
        asked.forEach(key -> fields.add(number(evaluation.asked(key))));
        text.append(String.join(",", fields)).append('\n');
      }
    }
    return text.toString();
  }

  private static List<String> asked(List<RepeatResult> repeats) {
    return repeats.stream()
        .flatMap(repeat -> repeat.evaluations().stream())
        .findFirst()
        .map(evaluation -> List.copyOf(evaluation.asked().keySet()))
        .orElse(List.of());
  }

  private static List<String> header(List<String> asked) {
    List<String> names =
        new ArrayList<>(List.of("repeat", "arm", "plan", "rare_rows", "classifier"));
    for (Measure measure : Measure.values()) {
      names.add(measure.key());
    }
    names.addAll(
        List.of(
            "natural_odds",
            "training_odds",
            "threshold",
            "true_positives",
            "false_positives",
            "false_negatives",
            "true_negatives",
            "test_rare",
            "test_rows",
            "training_rare",
            "training_rows",
            "threshold_fallback"));
    names.addAll(asked);
    return names;
  }

  private static List<String> fields(PartSizes sizes, Evaluation evaluation) {
    List<String> fields = new ArrayList<>();
    fields.add(Integer.toString(evaluation.repeat()));
    fields.add(quoted(evaluation.arm().name()));
    fields.add(quoted(evaluation.arm().plan().text()));
    fields.add(evaluation.arm().rareRows().text());
    fields.add(quoted(evaluation.classifier()));
    for (Measure measure : Measure.values()) {
      fields.add(number(evaluation.figure(measure)));
    }
    fields.add(Double.toString(evaluation.priorShift().naturalOdds()));
    fields.add(Double.toString(evaluation.priorShift().trainingOdds()));
    fields.add(Double.toString(evaluation.threshold().value()));
    Confusion counts = evaluation.confusion();
    for (int count :
        new int[] {
          counts.truePositives(),
          counts.falsePositives(),
          counts.falseNegatives(),
          counts.trueNegatives(),
          counts.rareRows(),
          counts.rows(),
          sizes.trainingRare(),
          sizes.trainingRows()
        }) {
      fields.add(Integer.toString(count));
    }
    String fallback = evaluation.threshold().fallback();
    fields.add(fallback == null ? "" : quoted(fallback));
    return fields;
  }

  private static String number(Figure figure) {
    return switch (figure) {
      case Figure.Value value -> Double.toString(value.value());
      case Figure.Skipped skipped -> "";
    };
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
