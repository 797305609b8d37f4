package dev.synth.internal.validate;

import dev.synth.internal.base.PlainText;
import dev.synth.validate.ValidationOptions.Preset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results of all judged sets of rows, a line of a file each. */
final class CheatResults {
  private static final String HEADER = "population,rows,preset,cheat,draw,failed,excess\n";

  private final Path file;
  private final Map<String, JudgedCheat> judged = new LinkedHashMap<>();

  /** Opens the file, or begins it. */
  CheatResults(Path file) throws IOException {
    this.file = file;
    if (!Files.exists(file)) {
      Files.writeString(file, HEADER);
    }
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.split(",", -1);
      if (fields.length == 7 && !line.startsWith("population,")) {
        judged.put(key(fields), JudgedCheat.of(fields[5], fields[6]));
      }
    }
  }

  private static String key(String[] fields) {
    return String.join(",", Arrays.asList(fields).subList(0, 5));
  }

  /** The population of a set, and the preset that judged it. */
  record CheatSetting(String population, int rows, Preset preset) {
    private String key(Cheat cheat, int draw) {
      return PlainText.of("%s,%d,%s,%s,%d", population, rows, preset, cheat, draw);
    }
  }

  /**
   * The result of one set.
   *
   * @param failed the metrics whose gates failed
   * @param excess how far values lie from the median of their floors
   */
  record JudgedCheat(List<String> failed, Map<String, Double> excess) {
    private static JudgedCheat of(String failed, String excess) {
      Map<String, Double> values = new LinkedHashMap<>();
      for (String one : words(excess)) {
        values.put(
            one.substring(0, one.indexOf('=')),
            Double.parseDouble(one.substring(one.indexOf('=') + 1)));
      }
      return new JudgedCheat(words(failed), values);
    }

    private static List<String> words(String text) {
      return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private String fields() {
      return String.join(" ", failed)
          + ","
          + excess.entrySet().stream()
              .map(entry -> String.format(Locale.ROOT, "%s=%.4f", entry.getKey(), entry.getValue()))
              .collect(Collectors.joining(" "));
    }
  }

  boolean has(CheatSetting setting, Cheat cheat, int draw) {
    return judged.containsKey(setting.key(cheat, draw));
  }

  void add(CheatSetting setting, Cheat cheat, int draw, JudgedCheat result) throws IOException {
    String key = setting.key(cheat, draw);
    judged.put(key, result);
    Files.write(
        file,
        (key + "," + result.fields() + "\n").getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.APPEND);
  }

  /** Says how often a cheat was caught, or passed, and by how much which metrics are off. */
  String summary(CheatSetting setting, Cheat cheat, int draws) {
    int caught = 0;
    int passed = 0;
    Map<String, Integer> failures = new LinkedHashMap<>();
    Map<String, List<Double>> excess = new LinkedHashMap<>();
    for (int draw = 0; draw < draws; draw++) {
      JudgedCheat result =
          judged.getOrDefault(setting.key(cheat, draw), new JudgedCheat(List.of(), Map.of()));
      result.failed().forEach(metric -> failures.merge(metric, 1, Integer::sum));
      caught += result.failed().stream().anyMatch(cheat.gates()::contains) ? 1 : 0;
      passed += result.failed().isEmpty() ? 1 : 0;
      result
          .excess()
          .forEach((name, off) -> excess.computeIfAbsent(name, n -> new ArrayList<>()).add(off));
    }
    return String.format(
        Locale.ROOT,
        "  %-13s passed %d, caught %d; failed gates: %s%n      %s",
        cheat,
        passed,
        caught,
        failures,
        excess.entrySet().stream()
            .map(entry -> entry.getKey() + " " + mean(entry.getValue()))
            .collect(Collectors.joining(", ")));
  }

  private static String mean(List<Double> values) {
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    return String.format(Locale.ROOT, "%+.3f", mean);
  }
}
