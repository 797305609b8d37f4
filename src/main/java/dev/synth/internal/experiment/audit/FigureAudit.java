package dev.synth.internal.experiment.audit;

import dev.synth.base.Context;
import dev.synth.compare.Choice;
import dev.synth.compare.Comparison;
import dev.synth.compare.PartSizes;
import dev.synth.compare.TroubledArm;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Arm;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.compare.ResultKey;
import dev.synth.internal.compare.ResultLine;
import dev.synth.internal.compare.RunsCsv;
import dev.synth.internal.experiment.arm.RepeatSplit;
import dev.synth.internal.experiment.grid.GridDesign;
import dev.synth.internal.experiment.grid.GridUnit;
import dev.synth.split.RareRows;
import dev.synth.split.Split;
import dev.synth.table.LabelledTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Holds the figures of a run against its grid, its splits and its record of openings. */
final class FigureAudit {
  private final GridDesign design;
  private final RunsCsv runs;
  private final RankAudit ranks;
  private final List<String> alarms = new ArrayList<>();

  FigureAudit(GridDesign design, RunsCsv runs, RankAudit ranks) {
    this.design = design;
    this.runs = runs;
    this.ranks = ranks;
  }

  /**
   * Returns what is wrong with the run's figures, a sentence each.
   *
   * @param comparison what the run says of them
   */
  List<String> alarms(
      ExperimentConfig config, LabelledTable data, Comparison comparison, Context context) {
    checkCells(comparison);
    for (int repeat = 1; repeat <= design.repeats(); repeat++) {
      Split split = RepeatSplit.of(config, data, repeat, context);
      checkParts(repeat, split, comparison);
      alarms.addAll(ranks.alarms(repeat, split));
    }
    comparison.choices().forEach(this::checkChoice);
    return alarms;
  }

  /** Returns what is wrong with the record of openings. */
  List<String> alarmsOfOpenings(JsonFields provenance) {
    List<String> found = new ArrayList<>();
    List<String> openings = provenance.texts("test_openings");
    long expected = 0;
    for (int repeat = 1; repeat <= design.repeats(); repeat++) {
      long times = openings.stream().filter(("repeat " + repeat)::equals).count();
      expected += times;
      if (times != 1) {
        found.add(
            PlainText.of(
                "provenance.json: the test rows of repeat %d were opened %d times, not once",
                repeat, times));
      }
    }
    if (openings.size() > expected) {
      found.add(
          PlainText.of(
              "provenance.json: test rows were opened %d times outside the repeats of runs.csv",
              openings.size() - expected));
    }
    return found;
  }

  /** Every cell of the grid has one result, but for arms that failed, and there are no others. */
  private void checkCells(Comparison comparison) {
    Set<ResultKey> missing = expected();
    Set<ResultKey> twice = new LinkedHashSet<>();
    Set<ResultKey> strangers = new LinkedHashSet<>();
    Set<ResultKey> seen = new LinkedHashSet<>();
    for (ResultLine line : runs.lines()) {
      ResultKey place = line.place();
      if (!seen.add(place)) {
        twice.add(place);
      } else if (!missing.remove(place)) {
        strangers.add(place);
      }
    }
    for (TroubledArm trouble : comparison.troubles()) {
      List<ResultKey> lost = missing.stream().filter(each -> each.isOf(trouble.arm())).toList();
      if (lost.stream().map(ResultKey::repeat).distinct().count() == trouble.repeats()) {
        lost.forEach(missing::remove);
      }
    }
    alarm(missing, "runs.csv: %d results of this run are missing, such as %s");
    alarm(twice, "runs.csv: %d results are there more than once, such as %s");
    alarm(strangers, "runs.csv: %d results are of no cell of this run, such as %s");
  }

  private void alarm(Set<ResultKey> places, String sentence) {
    places.stream()
        .findFirst()
        .ifPresent(first -> alarms.add(PlainText.of(sentence, places.size(), first.describe())));
  }

  private Set<ResultKey> expected() {
    Set<ResultKey> places = new LinkedHashSet<>();
    for (int repeat = 1; repeat <= design.repeats(); repeat++) {
      Map<RareRows, Integer> rivals = new HashMap<>();
      for (GridUnit unit : design.units(repeat)) {
        for (GridUnit.Cell cell : unit.cells()) {
          places.add(ResultKey.of(repeat, cell.arm().arm(), cell.classifier()));
        }
        boolean isGenerator = unit.source().arms().getFirst().arm().role() == Arm.Role.GENERATOR;
        rivals.merge(unit.rareRows(), isGenerator ? unit.source().arms().size() : 0, Integer::sum);
      }
      for (RareRows trainingSize : design.trainingSizes()) {
        for (String classifier : design.options().classifierNames()) {
          if (rivals.getOrDefault(trainingSize, 0) > 1) {
            places.add(ResultKey.of(repeat, Arm.selected(trainingSize), classifier));
          }
        }
      }
    }
    return places;
  }

  /** Figures rest on the parts that the split has. */
  private void checkParts(int repeat, Split split, Comparison comparison) {
    PartSizes sizes = PartSizes.of(split);
    for (ResultLine line : runs.lines()) {
      boolean sameRows =
          line.whole("test_rows") == sizes.testRows()
              && line.whole("test_rare") == sizes.testRare();
      if (line.whole("repeat") == repeat && !sameRows) {
        alarms.add(
            PlainText.of(
                "runs.csv: repeat %d, arm %s was measured on %d rows, %d of them rare,"
                    + " but its split has %d and %d",
                repeat,
                line.text("arm"),
                line.whole("test_rows"),
                line.whole("test_rare"),
                sizes.testRows(),
                sizes.testRare()));
      }
    }
    List<PartSizes> stored = comparison.repeats();
    if (stored.size() < repeat || !stored.get(repeat - 1).equals(sizes)) {
      alarms.add(
          PlainText.of(
              "comparison.json: the parts of repeat %d are not those of its split", repeat));
    }
  }

  /** Checks that the selected arm has the figures of the arm that was chosen. */
  private void checkChoice(Choice choice) {
    Arm selected = Arm.selected(choice.rareRows());
    if (!choice.procedure().equals(selected.name())) {
      return;
    }
    for (String classifier : design.options().classifierNames()) {
      ResultKey place = ResultKey.of(choice.repeat(), selected, classifier);
      ResultKey chosen = ResultKey.of(choice.repeat(), choice.arm(), classifier);
      if (!figures(place).equals(figures(chosen))) {
        alarms.add(
            PlainText.of(
                "runs.csv: %s does not have the figures of the chosen arm, %s",
                place.describe(), choice.arm().label()));
      }
    }
  }

  private List<Map<String, String>> figures(ResultKey place) {
    List<Map<String, String>> figures = new ArrayList<>();
    for (ResultLine line : runs.lines()) {
      if (line.place().equals(place)) {
        Map<String, String> fields = new TreeMap<>(line.fields());
        List.of("arm", "plan").forEach(fields::remove);
        figures.add(fields);
      }
    }
    return figures;
  }
}
