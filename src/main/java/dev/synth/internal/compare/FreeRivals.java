package dev.synth.internal.compare;

import dev.synth.compare.Choice;
import dev.synth.compare.RepeatResult;
import dev.synth.compare.RepeatTable;
import dev.synth.evaluate.Addition;
import dev.synth.evaluate.Arm;
import dev.synth.internal.base.PlainText;
import dev.synth.split.RareRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The free baselines that an arm is held against. */
final class FreeRivals {
  private final RepeatTable table;

  FreeRivals(RepeatTable table) {
    this.table = table;
  }

  /**
   * Returns the free baselines on the same real rows and at the same class ratio, none of them
   * twice; beside {@code auto}, which picks a ratio by itself, at every ratio.
   */
  List<Arm> of(Arm arm) {
    Map<String, Arm> rivals = new LinkedHashMap<>();
    for (Arm baseline : table.arms()) {
      boolean sameRows =
          baseline.role() == Arm.Role.BASELINE && baseline.rareRows().equals(arm.rareRows());
      if (!sameRows || (arm.role() == Arm.Role.SELECTED && hasFailed(baseline))) {
        continue;
      }
      if (arm.role() == Arm.Role.AUTO) {
        rivals.put(baseline.label(), baseline);
      } else if (baseline.plan().equals(Addition.NOTHING) || baseline.plan().equals(arm.plan())) {
        rivals.put(baseline.name(), baseline);
      } else if (arm.role() == Arm.Role.SELECTED) {
        rivals.putIfAbsent(baseline.name(), baseline.withPlan(Addition.AS_SELECTED));
      }
    }
    return List.copyOf(rivals.values());
  }

  /**
   * Returns whether a baseline could not be made at some class ratio, which a repeat may have
   * chosen.
   */
  private boolean hasFailed(Arm baseline) {
    return table.failed().stream()
        .anyMatch(
            arm ->
                arm.name().equals(baseline.name()) && arm.rareRows().equals(baseline.rareRows()));
  }

  /**
   * Returns a rival as a repeat has it: at the class ratio that its validation rows chose, with the
   * labels that they chose where the rival's rows have these.
   */
  Arm in(RepeatResult repeat, Arm rival) {
    if (!rival.plan().equals(Addition.AS_SELECTED)) {
      return rival;
    }
    Arm chosen = rival.withPlan(choice(repeat, rival.rareRows()).arm().plan());
    return table.arms().contains(chosen) ? chosen : withOtherLabels(chosen);
  }

  /** Permuted rows have soft labels alone, whatever labels the rows of the chosen arm have. */
  private Arm withOtherLabels(Arm chosen) {
    return chosen.plan() instanceof Addition.Planned wanted
        ? table.arms().stream()
            .filter(arm -> arm.role() == chosen.role() && arm.name().equals(chosen.name()))
            .filter(arm -> arm.rareRows().equals(chosen.rareRows()))
            .filter(
                arm ->
                    arm.plan() instanceof Addition.Planned own && own.plan().equals(wanted.plan()))
            .findFirst()
            .orElse(chosen)
        : chosen;
  }

  private static Choice choice(RepeatResult repeat, RareRows rareRows) {
    return repeat.choices().stream()
        .filter(choice -> choice.ofSelection() && choice.rareRows().equals(rareRows))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    PlainText.of("repeat %d chose nothing", repeat.repeat())));
  }
}
