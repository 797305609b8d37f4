package dev.synth.internal.experiment.grid;

import dev.synth.compare.ArmTrouble;
import dev.synth.compare.Choice;
import dev.synth.compare.PartSizes;
import dev.synth.compare.RepeatResult;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.Fitting;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.compare.Selection;
import dev.synth.internal.evaluate.Tuned;
import dev.synth.internal.experiment.arm.Detectors;
import dev.synth.internal.experiment.arm.Repeats;
import dev.synth.internal.experiment.arm.Trainers;
import dev.synth.internal.experiment.arm.Tuning;
import dev.synth.internal.files.FileLocks;
import dev.synth.internal.holdout.DetectorScores;
import dev.synth.internal.holdout.ScoredArm;
import dev.synth.internal.holdout.TestOpening;
import dev.synth.split.OpeningLog;
import dev.synth.split.RareRows;
import dev.synth.split.Split;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges a repeat whose cells are all finished: chooses by its validation rows, and only then opens
 * its test rows, once for all cells.
 */
final class RepeatJudge {
  private final GridDesign design;
  private final GridStore store;
  private final Repeats repeats;

  RepeatJudge(GridDesign design, GridStore store, Repeats repeats) {
    this.design = design;
    this.store = store;
    this.repeats = repeats;
  }

  /**
   * Judges the repeat, unless cells are missing, or it is judged already or at this moment by
   * another process or thread.
   */
  void judgeIfComplete(int repeat) {
    List<GridUnit> units = design.units(repeat);
    if (store.hasRepeat(repeat) || !units.stream().allMatch(store::hasAll)) {
      return;
    }
    Optional<FileLocks.Held> lock = store.tryLock(PlainText.of("%04d.judge", repeat));
    if (lock.isEmpty()) {
      return;
    }
    FileLocks.Held held = lock.get();
    try {
      Map<GridUnit, List<CellResult>> cells = read(units);
      if (!cells.isEmpty() && !store.hasRepeat(repeat)) {
        store.write(judge(repeat, cells));
        units.forEach(unit -> unit.cells().forEach(store::remove));
      }
    } finally {
      held.close();
    }
  }

  /** Reads all cells; where one is unreadable, forgets it and returns nothing. */
  private Map<GridUnit, List<CellResult>> read(List<GridUnit> units) {
    Map<GridUnit, List<CellResult>> cells = new LinkedHashMap<>();
    boolean whole = true;
    for (GridUnit unit : units) {
      List<CellResult> own = new ArrayList<>();
      for (GridUnit.Cell cell : unit.cells()) {
        Optional<CellResult> found = store.cell(cell);
        if (found.isEmpty()) {
          store.forgetDamaged(cell);
          whole = false;
        }
        found.ifPresent(own::add);
      }
      cells.put(unit, own);
    }
    return whole ? cells : Map.of();
  }

  private JudgedRepeat judge(int repeat, Map<GridUnit, List<CellResult>> units) {
    RepeatCells cells = new RepeatCells(units);
    List<ScoredArm> scored = cells.scored();
    String classifier = design.options().classifierNames().getFirst();
    Selection selection = Selection.of(repeat, scored, cells.failed(), classifier);
    Split split = repeats.split(repeat);
    List<DetectorScores> detectors =
        Detectors.score(design.options().detectors(), repeats.rows(repeat, RareRows.ALL));
    OpeningLog log = new OpeningLog();
    TestOpening.OpenedRepeat judged =
        new TestOpening(CostAndAlertMetrics.of(design.options()), mostRepeats())
            .judge(split, log, repeat, new TestOpening.ClosedScores(scored, detectors));
    List<Choice> choices = new ArrayList<>(selection.choices());
    choices.addAll(cells.picks());
    List<ArmTrouble> troubles = new ArrayList<>(cells.troubles());
    troubles.addAll(selection.troubles());
    RepeatResult result =
        new RepeatResult(
            repeat,
            PartSizes.of(split),
            choices,
            selection.joined(judged.evaluations()),
            troubles,
            selection.joined(judged.ranks()));
    return new JudgedRepeat(
        result,
        new ArmCosts(
            cells.fitSeconds(classifier),
            cells.scoreMillis(classifier),
            Map.of(),
            cells.unitSeconds()),
        log.openings(),
        judged
            .description()
            .with(cells.importance(), tuned(repeat), cells.teachers(repeat))
            .with(cells.sweeps(choices)));
  }

  /** Returns how many repeats there may be. */
  private int mostRepeats() {
    List<Integer> looks = design.options().looks();
    return looks.isEmpty() ? design.repeats() : looks.getLast();
  }

  /**
   * Returns how the classifiers were set; where another process computed the cells, chosen again.
   */
  private List<Tuned> tuned(int repeat) {
    boolean isRivalTuned =
        design.sources().stream()
            .flatMap(source -> source.arms().stream())
            .anyMatch(arm -> arm.fitting() == Fitting.TUNED);
    List<Tuned> all = new ArrayList<>();
    for (RareRows trainingSize : design.trainingSizes()) {
      Trainers trainers = repeats.rows(repeat, trainingSize).fit().trainers();
      for (String name : design.options().classifierNames()) {
        if (trainers.areTuned() || isRivalTuned) {
          Tuning.TunedSettings choice = trainers.tuned(name);
          all.add(
              new Tuned(
                  repeat,
                  trainingSize,
                  name,
                  choice.candidate().settings(),
                  choice.tried(),
                  !trainers.areTuned()));
        }
      }
    }
    return all;
  }
}
