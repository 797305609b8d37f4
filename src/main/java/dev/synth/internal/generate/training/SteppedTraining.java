package dev.synth.internal.generate.training;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.generate.Generator;
import dev.synth.generate.Scope;
import dev.synth.generate.TrainingLog;
import dev.synth.generate.TrainingNote;
import dev.synth.generate.TrainingWarning;
import dev.synth.internal.encode.FeatureEncoder;
import dev.synth.split.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * The course of a network's training, for a number of steps and not of epochs, so that few rows
 * don't mean little training.
 *
 * <p>From 40 rare rows on a fifth of them may be held back first, to choose the number of steps by
 * ({@link StepChoice}); the final model, which sees all rows, is trained for that many.
 *
 * @param kind the generator's kind, which its random streams are named after
 * @param scope whose rows it learns from
 * @param steps optimiser steps at most, at least 1
 * @param earlyStop whether held-back rows choose the number of steps
 */
public record SteppedTraining(String kind, Scope scope, int steps, boolean earlyStop) {
  /** Makes untrained models. */
  public interface Start {
    /**
     * Returns a model that is to be trained on the given rows.
     *
     * @param steps how many steps it will be trained for at most
     */
    ModelInTraining of(FeatureEncoder encoder, Training training, int steps, Context context);
  }

  /**
   * Trains.
   *
   * @throws Problem (data) where there is no rare row, or no column that varies
   */
  public Generator fit(Training training, Start start, Context context) {
    return fit(training, width -> steps, start, context);
  }

  /**
   * Trains, for fewer steps where rows are wide.
   *
   * @param stepsOfWidth how many steps rows are worth, by their width in encoded numbers; no more
   *     than {@link #steps} are taken
   * @throws Problem (data) where there is no rare row, or no column that varies
   */
  public Generator fit(
      Training training, IntUnaryOperator stepsOfWidth, Start start, Context context) {
    FeatureEncoder encoder = FeatureEncoder.fit(training.requireRare(), encoderScope());
    requireColumns(encoder);
    List<TrainingLog.Curve> curves = new ArrayList<>();
    List<TrainingNote> notes = new ArrayList<>();
    List<TrainingWarning> warnings = new ArrayList<>();
    int width = encoder.layout().width();
    int most = Math.min(steps, stepsOfWidth.applyAsInt(width));
    if (most < steps) {
      notes.add(new TrainingNote.FewerSteps(most, steps, width));
    }
    int chosen = most;
    Optional<EarlyStopSplit> heldBack =
        earlyStop
            ? EarlyStopSplit.of(training, context.seeds().stream(kind + "/held-back"))
            : Optional.empty();
    if (heldBack.isPresent()) {
      Context trial = context.below(kind + "/trial");
      try (ModelInTraining model = start.of(encoder, heldBack.get().rest(), most, trial)) {
        StepChoice choice = StepChoice.of(heldBack.get(), most, model, trial);
        chosen = choice.steps();
        curves.add(choice.score());
        notes.add(choice.note());
        warnings.addAll(memorisation(encoder, heldBack.get(), model));
      }
    } else if (earlyStop) {
      notes.add(new TrainingNote.NothingHeldBack(training.rareCount(), most));
    }
    try (ModelInTraining model =
            start.of(encoder, training, chosen, context.below(kind + "/final"));
        Progress.Stage stage = context.progress().stage("training", chosen, "steps")) {
      model.train(chosen, stage);
      curves.addAll(0, model.curves());
      warnings.addAll(model.warnings());
      return model.finish(new TrainingLog(curves, chosen, notes, warnings));
    }
  }

  /** Refuses a table that a network can't learn from. */
  public static void requireColumns(FeatureEncoder encoder) {
    if (encoder.layout().width() == 0) {
      throw Problem.data("every feature has one value only: there is nothing to learn");
    }
  }

  private static List<TrainingWarning> memorisation(
      FeatureEncoder encoder, EarlyStopSplit heldBack, ModelInTraining model) {
    return TrainingChecks.memorisation(
        encoder.encode(heldBack.rest().rare()), encoder.encode(heldBack.rows()), model.checked());
  }

  /** Returns whose quantiles the encoded rows follow. */
  private FeatureEncoder.QuantileRows encoderScope() {
    return switch (scope) {
      case RARE -> FeatureEncoder.QuantileRows.RARE;
      case ALL -> FeatureEncoder.QuantileRows.ALL;
    };
  }
}
