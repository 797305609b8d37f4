package dev.synth.benchmarks.uplift;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sweep's results: a file with a line for each cell, which is gone on with. */
final class SweepFolder {
  private static final String HEADER = "set,rare_rows,split,recipe,figures";
  private static final int KEYS = 4;

  private final Path file;
  private final Map<UpliftKey, Map<String, Double>> cells = new LinkedHashMap<>();

  /** Opens the results of a folder, or begins them; the last line of a killed run is dropped. */
  SweepFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    file = folder.resolve("sweep.csv");
    if (!Files.exists(file)) {
      Files.writeString(file, HEADER + "\n");
    }
    String text = Files.readString(file);
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    Files.writeString(file, whole);
    whole.lines().skip(1).forEach(this::read);
  }

  private void read(String line) {
    List<String> parts = Arrays.asList(line.split(",", -1));
    UpliftKey key = key(parts.get(0), parts.get(1), Integer.parseInt(parts.get(2)), parts.get(3));
    Map<String, Double> figures = new LinkedHashMap<>();
    for (String figure : parts.get(KEYS).split(" ", -1)) {
      int equals = figure.indexOf('=');
      figures.put(figure.substring(0, equals), Double.valueOf(figure.substring(equals + 1)));
    }
    cells.put(key, figures);
  }

  /** Returns the cell of a recipe. */
  static UpliftKey key(String set, String size, int split, String recipe) {
    return new UpliftKey(set, size, split, Student.XGBOOST.title(), recipe);
  }

  /** Returns a cell's figures; empty where it is yet to be computed. */
  Optional<Map<String, Double>> figures(UpliftKey key) {
    return Optional.ofNullable(cells.get(key));
  }

  /** Appends a cell's figures. */
  void append(UpliftKey key, Map<String, Double> figures) throws IOException {
    String values =
        figures.entrySet().stream()
            .map(figure -> figure.getKey() + "=" + figure.getValue().floatValue())
            .collect(Collectors.joining(" "));
    String line =
        String.join(",", key.set(), key.size(), String.valueOf(key.split()), key.arm(), values);
    Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    cells.put(key, figures);
  }
}
