package dev.synth.experiment;

import dev.synth.base.Context;
import dev.synth.base.JsonFields;
import dev.synth.base.Problem;
import dev.synth.base.Version;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.evaluate.ScoredRows;
import dev.synth.evaluate.Thresholds;
import dev.synth.split.HeldOut;
import dev.synth.split.Split;
import dev.synth.table.LabelledTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Holds the figures of a run against its splits, its record of openings and its thresholds. */
final class FigureAudit {
  /** Other processors may add in another order; a threshold chosen elsewhere is off by far more. */
  private static final double ROUNDING = 1e-6;

  private final ExperimentConfig config;
  private final EvaluationOptions options;
  private final LabelledTable data;
  private final Context context;
  private final List<String> alarms = new ArrayList<>();

  FigureAudit(
      ExperimentConfig config, EvaluationOptions options, LabelledTable data, Context context) {
    this.config = config;
    this.options = options;
    this.data = data;
    this.context = context;
  }

  /** Returns what is wrong with the run's figures, a sentence each. */
  List<String> alarms(Path runs, JsonFields provenance) {
    try {
      check(lines(runs), provenance);
    } catch (NumberFormatException | NoSuchElementException e) {
      throw Problem.data("the run is damaged: %s cannot be read", runs).causedBy(e);
    }
    return alarms;
  }

  private void check(List<Map<String, String>> lines, JsonFields provenance) {
    TreeSet<Integer> repeats = new TreeSet<>();
    lines.forEach(line -> repeats.add(Integer.valueOf(field(line, "repeat"))));
    checkOpenings(repeats, provenance.texts("test_openings"));
    for (int repeat : repeats) {
      checkTestRows(repeat, lines);
    }
    if (provenance.text("version").equals(Version.fingerprint())) {
      checkThreshold(lines);
    }
  }

  private void checkOpenings(Set<Integer> repeats, List<String> openings) {
    for (int repeat : repeats) {
      long times = openings.stream().filter(("repeat " + repeat)::equals).count();
      if (times != 1) {
        alarms.add(
            "provenance.json: the test rows of repeat %d were opened %d times, not once"
                .formatted(repeat, times));
      }
    }
    long others =
        openings.stream()
            .filter(opening -> repeats.stream().noneMatch(r -> opening.equals("repeat " + r)))
            .count();
    if (others > 0) {
      alarms.add(
          "provenance.json: test rows were opened %d times outside the repeats of runs.csv"
              .formatted(others));
    }
  }

  private void checkTestRows(int repeat, List<Map<String, String>> lines) {
    Split split = FittedRepeat.split(config, data, repeat, context);
    String rows = Integer.toString(split.test().rowCount());
    String rare = Integer.toString(split.test().rareCount());
    for (Map<String, String> line : lines) {
      boolean sameRows =
          field(line, "test_rows").equals(rows) && field(line, "test_rare").equals(rare);
      if (field(line, "repeat").equals(Integer.toString(repeat)) && !sameRows) {
        alarms.add(
            ("runs.csv: repeat %d, arm %s was measured on %s rows, %s of them rare,"
                    + " but its split has %s and %s")
                .formatted(
                    repeat,
                    field(line, "arm"),
                    field(line, "test_rows"),
                    field(line, "test_rare"),
                    rows,
                    rare));
      }
    }
  }

  /** Fits the first classifier of the arm without synthetic rows again, and chooses again. */
  private void checkThreshold(List<Map<String, String>> lines) {
    if (options.crossFit()) {
      return;
    }
    String name = options.classifiers().getFirst();
    RepeatRows rows = new Repeats(config, data, context, 1).rows(1, Optional.empty());
    Classifier classifier =
        rows.trainers()
            .named(name)
            .fit(
                rows.training().unaugmented(),
                ClassWeighting.NONE,
                rows.features(),
                rows.context().below("classifier/" + name));
    LabelledTable validation = HeldOut.validationRows(rows.split().validation());
    double chosen =
        Thresholds.choose(
                options.threshold(), ScoredRows.of(classifier, validation), options.costs())
            .value();
    for (Map<String, String> line : lines) {
      boolean same =
          field(line, "repeat").equals("1")
              && field(line, "arm").equals("none")
              && field(line, "classifier").equals(name);
      double used = Double.parseDouble(field(line, "threshold"));
      if (same && !(Math.abs(used - chosen) <= ROUNDING)) {
        alarms.add(
            ("runs.csv: the threshold of %s in repeat 1, arm none, is %s, but validation"
                    + " rows choose %s")
                .formatted(name, field(line, "threshold"), chosen));
      }
    }
  }

  private static String field(Map<String, String> line, String name) {
    String value = line.get(name);
    if (value == null) {
      throw Problem.data("runs.csv has no column '%s' in one of its lines", name);
    }
    return value;
  }

  private static List<Map<String, String>> lines(Path file) {
    try {
      List<String> texts = Files.readAllLines(file);
      String[] names = fields(texts.getFirst());
      List<Map<String, String>> lines = new ArrayList<>();
      for (String text : texts.subList(1, texts.size())) {
        String[] values = fields(text);
        Map<String, String> line = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(names.length, values.length); i++) {
          line.put(names[i], values[i]);
        }
        lines.add(line);
      }
      return lines;
    } catch (IOException e) {
      throw Problem.data("%s cannot be read: %s", file, OutputFiles.reason(e)).causedBy(e);
    }
  }

  /** Splits at commas outside quotes. */
  private static String[] fields(String line) {
    return line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
  }
}
