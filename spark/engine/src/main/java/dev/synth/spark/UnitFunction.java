package dev.synth.spark;

import dev.synth.internal.experiment.grid.GridOrder;
import dev.synth.internal.experiment.grid.UnitCells;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;

/** The work of an executor on some units of a grid. */
final class UnitFunction implements FlatMapFunction<Iterator<String>, Outcome<UnitCells>> {
  private static final long serialVersionUID = 1L;

  private final GridOrder order;
  private final SameVersion version = new SameVersion();

  UnitFunction(GridOrder order) {
    this.order = order;
  }

  @Override
  public Iterator<Outcome<UnitCells>> call(Iterator<String> units) {
    version.require();
    return Outcome.ofEach(units, unit -> OpenGrid.of(order).compute(unit));
  }
}
