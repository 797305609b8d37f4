package dev.synth.internal.experiment.grid;

import dev.synth.compare.ArmTrouble;
import dev.synth.compare.Choice;
import dev.synth.evaluate.Arm;
import dev.synth.internal.evaluate.ArmImportance;
import dev.synth.internal.evaluate.TeacherRecord;
import dev.synth.internal.evaluate.ThresholdSweep;
import dev.synth.internal.holdout.ScoredArm;
import dev.synth.internal.report.wording.ArmTitle;
import dev.synth.split.RareRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All finished cells of a repeat.
 *
 * @param units what each unit's cells left, in order
 */
record RepeatCells(Map<GridUnit, List<CellResult>> units) {
  /** Returns what the cells left that could be computed. */
  List<ScoredArm> scored() {
    return units.values().stream()
        .flatMap(List::stream)
        .flatMap(
            cell ->
                switch (cell) {
                  case CellResult.Measured measured -> Stream.of(measured.scored());
                  case CellResult.Failed failed -> Stream.empty();
                })
        .toList();
  }

  /** Returns the arms that could not be made. */
  List<Arm> failed() {
    return troubles().stream().filter(ArmTrouble::failed).map(ArmTrouble::arm).toList();
  }

  /** Returns what went wrong, once an arm. */
  List<ArmTrouble> troubles() {
    Set<ArmTrouble> troubles = new LinkedHashSet<>();
    units
        .values()
        .forEach(
            cells -> {
              for (CellResult cell : cells) {
                switch (cell) {
                  case CellResult.Failed failed ->
                      troubles.add(ArmTrouble.failure(failed.arm(), failed.why()));
                  case CellResult.Measured measured ->
                      measured
                          .warnings()
                          .forEach(
                              warning ->
                                  troubles.add(
                                      ArmTrouble.warning(measured.scored().arm(), warning)));
                }
              }
            });
    return List.copyOf(troubles);
  }

  /** Returns what columns are worth to the classifiers that were asked. */
  List<ArmImportance> importance() {
    List<ArmImportance> all = new ArrayList<>();
    for (List<CellResult> cells : units.values()) {
      for (CellResult cell : cells) {
        if (cell instanceof CellResult.Measured own && own.importance() != null) {
          all.add(own.importance());
        }
      }
    }
    return all;
  }

  /** Returns what thresholds do: of each arm, and of procedures that took another arm's result. */
  List<ThresholdSweep> sweeps(List<Choice> choices) {
    List<ThresholdSweep> all = new ArrayList<>();
    for (List<CellResult> cells : units.values()) {
      for (CellResult cell : cells) {
        if (cell instanceof CellResult.Measured own && own.sweep() != null) {
          all.add(own.sweep());
        }
      }
    }
    List<ThresholdSweep> arms = List.copyOf(all);
    for (Choice choice : choices) {
      if (choice.ofSelection()) {
        arms.stream()
            .filter(sweep -> sweep.arm().equals(choice.arm()))
            .forEach(sweep -> all.add(sweep.as(Arm.selected(choice.rareRows()))));
      }
    }
    return all;
  }

  /** Returns what labelled rows, once a number of real rare rows. */
  List<TeacherRecord> teachers(int repeat) {
    Map<RareRows, TeacherRecord> teachers = new LinkedHashMap<>();
    units.forEach(
        (unit, cells) -> {
          for (CellResult cell : cells) {
            if (cell instanceof CellResult.Measured own && own.taught() != null) {
              teachers.putIfAbsent(
                  unit.rareRows(), new TeacherRecord(repeat, unit.rareRows(), own.taught()));
            }
          }
        });
    return List.copyOf(teachers.values());
  }

  /** Returns what was picked inside the training rows. */
  List<Choice> picks() {
    List<Choice> picks = new ArrayList<>();
    units.values().stream()
        .map(cells -> cells.getFirst().pick())
        .filter(Objects::nonNull)
        .forEach(picks::add);
    return picks;
  }

  /** Returns how long each arm takes to score a row with a classifier, in milliseconds. */
  Map<String, Double> scoreMillis(String classifier) {
    Map<String, Double> millis = new LinkedHashMap<>();
    for (List<CellResult> cells : units.values()) {
      for (CellResult cell : cells) {
        if (cell instanceof CellResult.Measured own
            && own.scored().classifier().equals(classifier)) {
          millis.put(ArmTitle.of(own.scored().arm()), own.scoreMillis());
        }
      }
    }
    return millis;
  }

  /** Returns how long each unit took, by its key; what failed took none. */
  Map<String, Double> unitSeconds() {
    Map<String, Double> seconds = new LinkedHashMap<>();
    units.forEach(
        (unit, cells) -> {
          double fit = 0;
          double classifiers = 0;
          Map<Arm, Double> draws = new LinkedHashMap<>();
          for (CellResult cell : cells) {
            if (cell instanceof CellResult.Measured own) {
              fit = Math.max(fit, own.fitSeconds());
              classifiers += own.classifierSeconds();
              draws.merge(own.scored().arm(), own.drawSeconds(), Math::max);
            }
          }
          double drawn = draws.values().stream().mapToDouble(Double::doubleValue).sum();
          seconds.put(unit.key(), fit + drawn + classifiers);
        });
    return seconds;
  }

  /** Returns what each arm costs with a classifier; a selection, all that it chose from. */
  Map<String, Double> fitSeconds(String classifier) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    units.forEach(
        (unit, cells) -> {
          double fit = 0;
          double rest = 0;
          for (CellResult cell : cells) {
            if (cell instanceof CellResult.Measured own
                && own.scored().classifier().equals(classifier)) {
              double rows = own.drawSeconds() + own.classifierSeconds();
              seconds.put(ArmTitle.of(own.scored().arm()), own.fitSeconds() + rows);
              fit = Math.max(fit, own.fitSeconds());
              rest += rows;
            }
          }
          Arm arm = unit.source().arms().getFirst().arm();
          if (arm.role() == Arm.Role.GENERATOR) {
            seconds.merge(ArmTitle.of(Arm.selected(arm.rareRows())), fit + rest, Double::sum);
          }
        });
    return seconds;
  }
}
