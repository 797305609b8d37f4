package dev.synth.internal.experiment.grid;

import dev.synth.base.Context;
import dev.synth.base.Progress;
import dev.synth.compare.Looks;
import dev.synth.compare.Protocol;
import dev.synth.compare.RepeatResult;
import dev.synth.internal.compare.Comparer;
import dev.synth.internal.compare.Diagnostics;
import dev.synth.internal.compare.ThresholdSweeps;
import dev.synth.internal.evaluate.RepeatDiagnostics;
import dev.synth.internal.experiment.arm.FittedRepeat;
import dev.synth.internal.experiment.arm.Repeats;
import dev.synth.internal.experiment.arm.Trainers;
import dev.synth.internal.report.wording.LookSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The findings of a finished grid.
 *
 * @param results one a repeat, in order
 * @param costs what the arms cost; for provenance alone
 * @param openings every opening of test rows
 * @param description what stands beside the results
 * @param sweeps what thresholds do on validation rows
 */
public record Evaluated(
    List<RepeatResult> results,
    ArmCosts costs,
    List<String> openings,
    Diagnostics description,
    ThresholdSweeps sweeps) {
  /** The knowledge without repeats, or with nothing beside them. */
  public Evaluated(List<RepeatResult> results, List<String> openings) {
    this(results, ArmCosts.NONE, openings, Diagnostics.of(List.of(), 1), ThresholdSweeps.NONE);
  }

  /**
   * Computes what is missing of a grid.
   *
   * @param design which cells there are
   * @param store where finished cells are and go
   * @param repeats the rows
   * @param first the first repeat's generator, where it has been fitted already, or null
   * @param elsewhere other machines that compute, or null
   */
  public record GridWork(
      GridDesign design,
      GridStore store,
      Repeats repeats,
      @Nullable FittedRepeat first,
      @Nullable UnitsElsewhere elsewhere) {
    /** The work of this process alone. */
    public GridWork(
        GridDesign design, GridStore store, Repeats repeats, @Nullable FittedRepeat first) {
      this(design, store, repeats, first, null);
    }

    /**
     * Computes; where the number of repeats is not fixed, adds some while they can help.
     *
     * @param jobs how many units at once; no result depends on it
     * @param finishedElsewhere whether another process has finished the whole run
     * @return what was found; empty if another process has finished the run
     * @throws IllegalStateException if a file that was computed anew can still not be read
     */
    public Optional<Evaluated> compute(
        int jobs, Context context, BooleanSupplier finishedElsewhere) {
      Protocol protocol = Protocol.of(design.options(), repeats.config().split());
      Optional<Evaluated> evaluated = computeAll(jobs, context, finishedElsewhere);
      for (int look : protocol.looks()) {
        if (evaluated.isEmpty() || look <= design.repeats()) {
          continue;
        }
        Looks looks = Comparer.look(protocol, evaluated.get().results());
        if (looks.stopped() != Looks.Stop.NOT_STOPPED) {
          break;
        }
        context.progress().note(LookSentence.ofMore(looks, look));
        GridWork more = new GridWork(design.withRepeats(look), store, repeats, first, elsewhere);
        evaluated = more.computeAll(jobs, context, finishedElsewhere);
      }
      return evaluated;
    }

    private Optional<Evaluated> computeAll(
        int jobs, Context context, BooleanSupplier finishedElsewhere) {
      if (elsewhere != null) {
        elsewhere.fill(design, store, context);
      }
      try (Progress.Stage stage = context.progress().stage("evaluating", design.cells(), "fits")) {
        UnitWorker worker = new UnitWorker(design.options(), store, stage, first);
        GridRunner runner = new GridRunner(design, store, repeats, worker);
        while (runner.run(jobs, context.cancellation(), finishedElsewhere)) {
          Optional<Evaluated> evaluated = gather();
          if (evaluated.isPresent() || !forgetDamaged()) {
            return evaluated;
          }
        }
        return Optional.empty();
      }
    }

    /** Removes judged repeats that cannot be read; false where none is there. */
    private boolean forgetDamaged() {
      boolean any = false;
      for (int repeat = 1; repeat <= design.repeats(); repeat++) {
        any |= store.repeat(repeat).isEmpty() && store.forgetDamaged(repeat);
      }
      return any;
    }

    /** Reads the judged repeats; empty where one is damaged, or all are gone with the grid. */
    private Optional<Evaluated> gather() {
      List<RepeatResult> results = new ArrayList<>();
      List<String> openings = new ArrayList<>();
      List<RepeatDiagnostics> descriptions = new ArrayList<>();
      List<ArmCosts> costs = new ArrayList<>();
      for (int repeat = 1; repeat <= design.repeats(); repeat++) {
        Optional<JudgedRepeat> judged = store.repeat(repeat);
        if (judged.isEmpty()) {
          return Optional.empty();
        }
        results.add(judged.get().result());
        openings.addAll(judged.get().openings());
        descriptions.add(judged.get().description());
        costs.add(judged.get().costs());
      }
      Trainers trainers = repeats.rows(1, design.trainingSizes().getFirst()).fit().trainers();
      return Optional.of(
          new Evaluated(
              results,
              ArmCosts.mean(costs, design.fits(trainers)),
              openings,
              Diagnostics.of(descriptions, design.options().importance().top()),
              ThresholdSweeps.of(descriptions)));
    }
  }
}
