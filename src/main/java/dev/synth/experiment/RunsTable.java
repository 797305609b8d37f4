package dev.synth.experiment;

import dev.synth.base.Problem;
import dev.synth.evaluate.Arm;
import dev.synth.split.RareRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@code runs.csv} as it is on disk.
 *
 * @param columns the header
 * @param lines the results, in order
 */
record RunsTable(List<String> columns, List<Line> lines) {
  /** Where a result belongs; two lines of one place are one too many. */
  record Place(int repeat, String arm, String plan, RareRows rareRows, String classifier) {
    static Place of(int repeat, Arm arm, String classifier) {
      return new Place(repeat, arm.name(), arm.plan().text(), arm.rareRows(), classifier);
    }

    /** Returns whether it is a result of an arm. */
    boolean isOf(Arm other) {
      return equals(of(repeat, other, classifier));
    }

    /** Such as: repeat 2, arm vae (ratio 0.1), all rare rows, random-forest. */
    String describe() {
      String title = plan.isEmpty() ? arm : "%s (%s)".formatted(arm, plan);
      return "repeat %d, arm %s, %s, %s".formatted(repeat, title, rareRows.describe(), classifier);
    }
  }

  /** One result: its fields by the names of their columns. */
  record Line(Map<String, String> fields) {
    String text(String column) {
      String value = fields.get(column);
      if (value == null) {
        throw Problem.data("runs.csv has no column '%s' in one of its lines", column);
      }
      return value;
    }

    int whole(String column) {
      return Integer.parseInt(text(column));
    }

    double number(String column) {
      return Double.parseDouble(text(column));
    }

    /** A number, or null where the field is empty. */
    @Nullable Double figure(String column) {
      return text(column).isEmpty() ? null : (Double) number(column);
    }

    RareRows rareRows() {
      String kept = text("rare_rows");
      return RareRows.parse(kept)
          .orElseThrow(() -> Problem.data("runs.csv: '%s' rare rows were kept", kept));
    }

    Place place() {
      return new Place(whole("repeat"), text("arm"), text("plan"), rareRows(), text("classifier"));
    }
  }

  /**
   * Reads a file.
   *
   * @throws Problem (data) if it cannot be read, or has no lines
   */
  static RunsTable read(Path file) {
    try {
      List<String> texts = Files.readAllLines(file);
      if (texts.isEmpty()) {
        throw Problem.data("the run is damaged: %s is empty", file);
      }
      List<String> columns = fields(texts.getFirst());
      List<Line> lines = new ArrayList<>();
      for (String text : texts.subList(1, texts.size())) {
        List<String> values = fields(text);
        Map<String, String> line = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
          line.put(columns.get(i), values.get(i));
        }
        lines.add(new Line(line));
      }
      return new RunsTable(columns, lines);
    } catch (IOException e) {
      throw Problem.data("%s cannot be read: %s", file, OutputFiles.reason(e)).causedBy(e);
    }
  }

  /** Splits at commas outside quotes, and takes the quotes off. */
  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    for (String field : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
      boolean quoted = field.length() > 1 && field.startsWith("\"") && field.endsWith("\"");
      fields.add(quoted ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field);
    }
    return fields;
  }

  /** Returns the columns of the figures that the config asks for, which come last. */
  List<String> asked() {
    return columns.subList(columns.indexOf("threshold_fallback") + 1, columns.size());
  }
}
