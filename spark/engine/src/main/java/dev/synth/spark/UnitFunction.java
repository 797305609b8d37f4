package dev.synth.spark;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.internal.experiment.grid.GridOrder;
import dev.synth.internal.experiment.remote.UnitComputer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;

/** The work of an executor on some units of a grid. */
final class UnitFunction implements FlatMapFunction<Iterator<String>, UnitOutcome> {
  private static final long serialVersionUID = 1L;

  private final GridOrder order;
  private final SameVersion version = new SameVersion();

  UnitFunction(GridOrder order) {
    this.order = order;
  }

  @Override
  public Iterator<UnitOutcome> call(Iterator<String> units) {
    version.require();
    List<UnitOutcome> outcomes = new ArrayList<>();
    try {
      UnitComputer computer = OpenGrid.of(order);
      while (units.hasNext()) {
        outcomes.add(UnitOutcome.of(computer.compute(units.next())));
      }
    } catch (Problem problem) {
      if (problem.exitCode() == ExitCode.ENVIRONMENT) {
        throw problem;
      }
      outcomes.add(UnitOutcome.of(problem));
    }
    return outcomes.iterator();
  }
}
