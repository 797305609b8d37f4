package dev.synth.internal.compare;

import dev.synth.base.Problem;
import dev.synth.compare.PartSizes;
import dev.synth.compare.RepeatResult;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Confusion;
import dev.synth.evaluate.Evaluation;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.MetricValue;
import dev.synth.evaluate.PriorShift;
import dev.synth.evaluate.Threshold;
import dev.synth.evaluate.ThresholdFallback;
import dev.synth.internal.table.delimited.CsvRecords;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The figures of a run, {@code runs.csv}: one line for each arm, classifier and repeat.
 *
 * @param columns the header
 * @param lines the results, in order
 */
public record RunsCsv(List<String> columns, List<ResultLine> lines) {
  /** Columns that had another name in 0.1.0. */
  private static final Map<String, String> RENAMED =
      Map.of(
          "natural_odds", "natural_class_ratio", // frozen
          "training_odds", "training_class_ratio"); // frozen

  /** The last column before the figures that the config asks for. */
  private static final String LAST = "threshold_fallback";

  public RunsCsv {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /**
   * Writes the results as comma-separated values with a header; lines end in a line feed. A skipped
   * figure is an empty field; figures that the config asks for come last. Numbers are the shortest
   * that read back as the same number.
   *
   * @param words what the table says where a threshold is not what its rule asked for
   */
  public static String of(List<RepeatResult> repeats, Function<ThresholdFallback, String> words) {
    List<String> asked = asked(repeats);
    StringBuilder text = new StringBuilder(String.join(",", header(asked))).append('\n');
    for (RepeatResult repeat : repeats) {
      for (Evaluation evaluation : repeat.evaluations()) {
        PartSizes sizes = repeat.sizes().withRareTraining(evaluation.arm().rareRows());
        List<String> fields = fields(sizes, evaluation, words);
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
    for (EvaluationMetric measure : EvaluationMetric.values()) {
      names.add(measure.key());
    }
    names.addAll(
        List.of(
            "natural_class_ratio",
            "training_class_ratio",
            "threshold",
            "true_positives",
            "false_positives",
            "false_negatives",
            "true_negatives",
            "test_rare",
            "test_rows",
            "training_rare",
            "training_rows",
            LAST));
    names.addAll(asked);
    return names;
  }

  private static List<String> fields(
      PartSizes sizes, Evaluation evaluation, Function<ThresholdFallback, String> words) {
    List<String> fields = new ArrayList<>();
    fields.add(Integer.toString(evaluation.repeat()));
    fields.add(quoted(evaluation.arm().name()));
    fields.add(quoted(evaluation.arm().plan().text()));
    fields.add(evaluation.arm().rareRows().text());
    fields.add(quoted(evaluation.classifier()));
    for (EvaluationMetric measure : EvaluationMetric.values()) {
      fields.add(number(evaluation.figure(measure)));
    }
    fields.add(Double.toString(evaluation.priorShift().naturalClassRatio()));
    fields.add(Double.toString(evaluation.priorShift().trainingClassRatio()));
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
    ThresholdFallback fallback = evaluation.threshold().fallback();
    fields.add(fallback == null ? "" : quoted(words.apply(fallback)));
    return fields;
  }

  private static String number(MetricValue figure) {
    return switch (figure) {
      case MetricValue.Value value -> Double.toString(value.value());
      case MetricValue.Skipped skipped -> "";
    };
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /**
   * Reads what {@link #of} writes, or wrote in 0.1.0.
   *
   * @throws Problem (data) if there is not even a header
   */
  public static RunsCsv parse(String text) {
    try {
      CsvRecords records = new CsvRecords(new StringReader(text), ',');
      List<String> header = records.next();
      if (header == null) {
        throw Problem.data("the run is damaged: runs.csv is empty");
      }
      List<String> columns = header.stream().map(name -> RENAMED.getOrDefault(name, name)).toList();
      List<ResultLine> lines = new ArrayList<>();
      for (List<String> values = records.next(); values != null; values = records.next()) {
        Map<String, String> line = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
          line.put(columns.get(i), values.get(i));
        }
        lines.add(new ResultLine(line));
      }
      return new RunsCsv(columns, lines);
    } catch (IOException e) {
      throw new UncheckedIOException("a text cannot fail to be read", e);
    }
  }

  /**
   * Returns the evaluation that a line tells of, without scores and curves, which it lacks.
   *
   * @param arm the line's arm
   * @throws IllegalArgumentException if a field holds what it should not
   */
  public Evaluation evaluation(Arm arm, ResultLine line) {
    Map<EvaluationMetric, MetricValue> figures = new EnumMap<>(EvaluationMetric.class);
    for (EvaluationMetric measure : EvaluationMetric.values()) {
      figures.put(measure, line.figure(measure.key()));
    }
    Map<String, MetricValue> asked = new LinkedHashMap<>();
    asked().forEach(key -> asked.put(key, line.figure(key)));
    String fallback = line.text(LAST);
    return new Evaluation(
        arm,
        line.text("classifier"),
        line.whole("repeat"),
        new Threshold(
            line.number("threshold"),
            "",
            fallback.isEmpty() ? null : new ThresholdFallback.OldSentence(fallback)),
        new Confusion(
            line.whole("true_positives"),
            line.whole("false_positives"),
            line.whole("false_negatives"),
            line.whole("true_negatives")),
        figures,
        new PriorShift(line.number("natural_class_ratio"), line.number("training_class_ratio")),
        asked,
        null,
        Map.of());
  }

  /** Returns the columns of the figures that the config asks for, which come last. */
  List<String> asked() {
    return columns.subList(columns.indexOf(LAST) + 1, columns.size());
  }
}
