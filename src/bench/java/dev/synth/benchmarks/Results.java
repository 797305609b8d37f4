package dev.synth.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** The figures of a results file, by what they were measured on. */
final class Results {
  private final Map<Point, Map<Integer, Double>> bySplit = new LinkedHashMap<>();

  /**
   * The place of a figure: all that it was measured on, but for the split.
   *
   * @param rareRows the training size: a number or {@code all}
   */
  record Point(
      String set, String rareRows, String arm, String plan, String classifier, String measure) {}

  /** Reads the results of whole cells and of others alike. */
  static Results read(Path file) throws IOException {
    Results results = new Results();
    for (String line : Files.readAllLines(file)) {
      if (!line.startsWith("set,")) {
        List<String> fields = fields(line);
        Point point =
            new Point(
                fields.get(0),
                fields.get(2),
                arm(fields.get(3), fields.get(4)),
                plan(fields.get(4)),
                fields.get(5),
                fields.get(6));
        results
            .bySplit
            .computeIfAbsent(point, key -> new LinkedHashMap<>())
            .put(Integer.parseInt(fields.get(1)), Double.parseDouble(fields.get(7)));
      }
    }
    return results;
  }

  /** The cell of the baselines names its arms where others name their plans. */
  private static String arm(String arm, String plan) {
    return arm.equals("baselines") ? plan : arm;
  }

  private static String plan(String plan) {
    return plan.contains(" ") ? plan : "-";
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (char c : (line + ",").toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    return fields;
  }

  /** Returns the figure of each split that has it. */
  Map<Integer, Double> splits(Point point) {
    return bySplit.getOrDefault(point, Map.of());
  }

  /** Returns the mean over splits. */
  OptionalDouble mean(Point point) {
    return splits(point).values().stream().mapToDouble(Double::doubleValue).average();
  }

  /** Returns the differences between two points on the splits that both have. */
  List<Double> differences(Point point, Point reference) {
    Map<Integer, Double> others = splits(reference);
    return splits(point).entrySet().stream()
        .filter(entry -> others.containsKey(entry.getKey()))
        .map(entry -> entry.getValue() - others.get(entry.getKey()))
        .toList();
  }

  /** Returns the arms that have a measure, in the order of the file. */
  Set<String> arms(String measure) {
    Set<String> arms = new LinkedHashSet<>();
    bySplit.keySet().stream()
        .filter(point -> point.measure().equals(measure))
        .forEach(point -> arms.add(point.arm()));
    return arms;
  }
}
