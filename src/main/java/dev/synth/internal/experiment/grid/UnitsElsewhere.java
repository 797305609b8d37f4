package dev.synth.internal.experiment.grid;

import dev.synth.base.Context;
import dev.synth.base.Progress;
import java.util.List;

/**
 * Has an engine compute what is missing of a grid. The cells come to the grid's folder as they are
 * finished, as if this process had computed them; it judges the repeats, and goes on where it was
 * if it is killed.
 *
 * @param engine who computes
 * @param order the grid
 */
public record UnitsElsewhere(GridEngine engine, GridOrder order) {
  /** Computes what is missing. */
  void fill(GridDesign design, GridStore store, Context context) {
    List<String> missing =
        design.units().stream().filter(unit -> !store.hasAll(unit)).map(GridUnit::key).toList();
    if (missing.isEmpty()) {
      return;
    }
    try (Progress.Stage stage =
        context.progress().stage("computing elsewhere", missing.size(), "units")) {
      engine.compute(
          order.withRepeats(design.repeats()),
          missing,
          unit -> {
            unit.cells().forEach(store::writeText);
            stage.advance(1);
          },
          context.cancellation());
    }
  }
}
