package dev.synth.internal.experiment.grid;

import dev.synth.base.Cancellation;
import dev.synth.base.Problem;
import dev.synth.internal.experiment.engine.EngineProvider;
import java.util.List;
import java.util.function.Consumer;

/** Machines that compute units of a grid. No figure depends on how many there are. */
public interface GridEngine extends AutoCloseable {
  /** A way to start one. */
  interface Provider extends EngineProvider<GridEngine> {}

  /**
   * Computes units.
   *
   * @param units their keys
   * @param finished takes each unit's cells as they come, in any order, on the caller's thread
   * @throws Problem if a unit cannot be computed
   */
  void compute(
      GridOrder order, List<String> units, Consumer<UnitCells> finished, Cancellation cancellation);

  @Override
  void close();
}
