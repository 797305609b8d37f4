package dev.synth.internal.experiment.audit;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.compare.Choice;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.Threshold;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.compare.ResultKey;
import dev.synth.internal.compare.ResultLine;
import dev.synth.internal.compare.RunsCsv;
import dev.synth.internal.compare.Selection;
import dev.synth.internal.experiment.arm.Repeats;
import dev.synth.internal.experiment.grid.CellResult;
import dev.synth.internal.experiment.grid.GridDesign;
import dev.synth.internal.experiment.grid.GridStore;
import dev.synth.internal.experiment.grid.GridUnit;
import dev.synth.internal.experiment.grid.UnitWorker;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.holdout.ScoredArm;
import dev.synth.internal.report.wording.ArmTitle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fits the classifiers of a run's cells again, chooses their thresholds again on validation rows,
 * ranks the test rows again by their features, and holds the run's against them. The classes of
 * test rows stay closed.
 */
final class ThresholdAudit {
  /** Other processors may add in another order; a threshold chosen elsewhere is off by far more. */
  private static final double ROUNDING = 1e-6;

  /** The most that ranks of test rows may differ by where sums of other processors swap a few. */
  private static final double SAME_RANKS = .01;

  private final GridDesign design;
  private final Repeats repeats;
  private final Map<ResultKey, ResultLine> lines = new HashMap<>();
  private final RankAudit ranks;
  private final List<Choice> choices;
  private final List<String> alarms = new ArrayList<>();

  /**
   * An audit.
   *
   * @param ranks how the run says that its classifiers rank test rows
   * @param choices what the run says it chose
   */
  ThresholdAudit(
      GridDesign design, Repeats repeats, RunsCsv runs, RankAudit ranks, List<Choice> choices) {
    this.design = design;
    this.repeats = repeats;
    this.ranks = ranks;
    this.choices = List.copyOf(choices);
    runs.lines().forEach(line -> lines.putIfAbsent(line.place(), line));
  }

  /**
   * Returns what is wrong with the run's thresholds and ranks, a sentence each.
   *
   * @param refit whether generators are fitted again too, with all that is chosen among them; else
   *     only the cells without one, and without cross-fitting, are replayed
   */
  List<String> alarms(boolean refit, Context context) {
    List<GridUnit> units = design.units().stream().filter(unit -> refit || isCheap(unit)).toList();
    long cells = units.stream().mapToLong(unit -> unit.cells().size()).sum();
    if (cells < design.cells()) {
      context
          .progress()
          .note(
              PlainText.of(
                  "%d of %d thresholds are chosen again; a refit fits generators too and does all",
                  cells, design.cells()));
    }
    Path folder = scratch();
    try (Progress.Stage stage = context.progress().stage("auditing", cells, "fits")) {
      GridStore store = new GridStore(folder);
      UnitWorker worker = new UnitWorker(design.options(), store, stage, null);
      for (int repeat = 1; repeat <= design.repeats(); repeat++) {
        int own = repeat;
        replay(units.stream().filter(unit -> unit.repeat() == own).toList(), worker, store, refit);
      }
    } finally {
      OutputFiles.remove(folder);
    }
    return alarms;
  }

  private static Path scratch() {
    try {
      return Files.createTempDirectory("synth-audit");
    } catch (IOException e) {
      throw Problem.environment("cannot write into the temporary folder: %s", OutputFiles.reason(e))
          .causedBy(e);
    }
  }

  private boolean isCheap(GridUnit unit) {
    Arm.Role role = unit.source().arms().getFirst().arm().role();
    return !design.options().crossFit()
        && !unit.isPicked()
        && (role == Arm.Role.REFERENCE || role == Arm.Role.BASELINE);
  }

  private void replay(List<GridUnit> units, UnitWorker worker, GridStore store, boolean refit) {
    List<ScoredArm> scored = new ArrayList<>();
    List<Arm> failed = new ArrayList<>();
    for (GridUnit unit : units) {
      worker.compute(unit, repeats);
      for (GridUnit.Cell cell : unit.cells()) {
        CellResult result = store.cell(cell).orElseThrow();
        switch (result) {
          case CellResult.Measured measured -> {
            scored.add(measured.scored());
            check(unit.repeat(), measured.scored());
          }
          case CellResult.Failed failure -> failed.add(failure.arm());
        }
        Choice pick = result.pick();
        if (pick != null) {
          check(pick);
        }
        store.remove(cell);
      }
    }
    if (refit && !units.isEmpty()) {
      int repeat = units.getFirst().repeat();
      String first = design.options().classifierNames().getFirst();
      Selection.of(repeat, scored, failed.stream().distinct().toList(), first)
          .choices()
          .forEach(this::check);
    }
  }

  private void check(int repeat, ScoredArm cell) {
    ResultKey place = ResultKey.of(repeat, cell.arm(), cell.classifier());
    ResultLine line = lines.get(place);
    if (line == null) {
      return; // another check tells of missing results
    }
    check(place, line, "threshold", cell.threshold());
    Threshold cheapest = cell.cheapest();
    if (cheapest != null) {
      check(place, line, CostAndAlertMetrics.MIN_COST_THRESHOLD, cheapest);
    }
    ranks
        .of(repeat, cell.arm(), cell.classifier())
        .filter(stored -> !(cell.testScores().distanceTo(stored) <= SAME_RANKS))
        .ifPresent(
            stored ->
                alarms.add(
                    PlainText.of(
                        "ranks.json: %s does not rank the test rows as a classifier does that"
                            + " learned from its training rows alone",
                        place.describe())));
  }

  private void check(ResultKey place, ResultLine line, String column, Threshold chosen) {
    double used = line.number(column);
    if (!(Math.abs(used - chosen.value()) <= ROUNDING)) {
      alarms.add(
          PlainText.of(
              "runs.csv: the %s of %s is %s, but validation rows choose %s",
              column.replace('_', ' '), place.describe(), line.text(column), chosen.value()));
    }
  }

  private void check(Choice anew) {
    Optional<Choice> stored =
        choices.stream()
            .filter(choice -> choice.repeat() == anew.repeat())
            .filter(choice -> choice.rareRows().equals(anew.rareRows()))
            .filter(choice -> choice.procedure().equals(anew.procedure()))
            .findFirst();
    String found = stored.map(choice -> ArmTitle.of(choice.arm())).orElse("nothing");
    String sentence =
        PlainText.of(
            "comparison.json: in repeat %d '%s' is said to be %s, but it is %s",
            anew.repeat(), anew.procedure(), found, ArmTitle.of(anew.arm()));
    if (!found.equals(ArmTitle.of(anew.arm())) && !alarms.contains(sentence)) {
      alarms.add(sentence);
    }
  }
}
