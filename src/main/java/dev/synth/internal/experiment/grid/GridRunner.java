package dev.synth.internal.experiment.grid;

import dev.synth.base.Cancellation;
import dev.synth.base.Problem;
import dev.synth.internal.base.Parallel;
import dev.synth.internal.base.Pause;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.experiment.arm.Repeats;
import dev.synth.internal.files.FileLocks;
import dev.synth.internal.report.wording.ArmTitle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Computes a grid, unit by unit, together with whatever other process computes the same one.
 *
 * <p>A unit is computed under its lock. Units that others hold are come back to, and computed here
 * if their holder has died meanwhile, since its lock has died with it.
 */
public final class GridRunner {
  /** The wait before another look at what other processes hold. */
  private static final long PATIENCE_MILLIS = 200;

  private final GridDesign design;
  private final GridStore store;
  private final Repeats repeats;
  private final UnitWorker worker;
  private final RepeatJudge judge;

  public GridRunner(GridDesign design, GridStore store, Repeats repeats, UnitWorker worker) {
    this.design = design;
    this.store = store;
    this.repeats = repeats;
    this.worker = worker;
    this.judge = new RepeatJudge(design, store, repeats);
  }

  /**
   * Computes until every repeat is judged, here or elsewhere.
   *
   * @param jobs how many units at once
   * @param finishedElsewhere whether another process has finished the whole run
   * @return false if another process has
   */
  public boolean run(int jobs, Cancellation cancellation, BooleanSupplier finishedElsewhere) {
    List<GridUnit> open = design.units();
    while (true) {
      List<Boolean> done = Parallel.map(open, jobs, unit -> attempt(unit, finishedElsewhere));
      if (finishedElsewhere.getAsBoolean()) {
        return false;
      }
      List<GridUnit> left = new ArrayList<>();
      for (int i = 0; i < open.size(); i++) {
        if (!done.get(i)) {
          left.add(open.get(i));
        }
      }
      boolean waits = left.isEmpty() || left.size() == open.size();
      open = left.isEmpty() ? unjudged() : left;
      if (open.isEmpty()) {
        return true;
      }
      cancellation.check();
      if (waits) {
        Pause.of(PATIENCE_MILLIS);
      }
    }
  }

  /**
   * The units of repeats that lack a result: because another is at it, or a cell was unreadable.
   */
  private List<GridUnit> unjudged() {
    return IntStream.rangeClosed(1, design.repeats())
        .filter(repeat -> !store.hasRepeat(repeat))
        .boxed()
        .flatMap(repeat -> design.units(repeat).stream())
        .toList();
  }

  /** Returns whether the unit is finished; false if another process is at it. */
  private boolean attempt(GridUnit unit, BooleanSupplier finishedElsewhere) {
    Optional<FileLocks.Held> lock = store.tryLock(unit.key());
    if (lock.isEmpty()) {
      return false;
    }
    FileLocks.Held held = lock.get();
    try {
      if (finishedElsewhere.getAsBoolean()) {
        return true;
      }
      if (store.hasAll(unit)) {
        worker.skip(unit);
      } else {
        compute(unit);
      }
    } finally {
      held.close();
    }
    judge.judgeIfComplete(unit.repeat());
    return true;
  }

  private void compute(GridUnit unit) {
    try {
      worker.compute(unit, repeats);
    } catch (Problem problem) {
      String arms = ArmTitle.of(unit.source().arms().getFirst().arm());
      throw problem.in(PlainText.of("repeat %d, %s", unit.repeat(), arms));
    }
  }
}
