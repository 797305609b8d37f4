package dev.synth.internal.experiment.arm;

import dev.synth.augment.AugmentationPlan;
import dev.synth.base.Context;
import dev.synth.evaluate.Fitting;
import dev.synth.generate.GeneratorOptions;
import dev.synth.generate.TrainingWarning;
import dev.synth.internal.files.Stopwatch;
import dev.synth.internal.generate.draw.AcceptedRows;
import java.util.List;
import java.util.Optional;

/**
 * A source's generator, fitted on some rows once for all its arms.
 *
 * @param fit the fitted generator; empty where nothing is added
 * @param rows what it was fitted on
 */
public record ArmFit(Optional<GeneratorFit> fit, FitRows rows) {
  /** Fits a source's generator, if it has one. */
  public static ArmFit of(Source source, FitRows rows) {
    Context own = rows.context().below(source.stream());
    GeneratorOptions options = source.options();
    return new ArmFit(
        Optional.ofNullable(options)
            .map(each -> GeneratorFit.of(each, rows.training(), rows.relations(), own)),
        rows);
  }

  /** Takes a generator that has been fitted on the same rows already. */
  public static ArmFit of(Source source, FitRows rows, FittedRepeat known) {
    Context own = rows.context().below(source.stream());
    return new ArmFit(
        Optional.of(new GeneratorFit(known.generator(), own, known.fitSeconds())), rows);
  }

  /** Returns what the generator's training warned of. */
  public List<TrainingWarning> warnings() {
    return fit.map(each -> each.generator().trainingLog().warnings()).orElse(List.of());
  }

  /** Samples an arm's rows. */
  public ArmRows draw(ArmPlan arm) {
    AugmentationPlan plan = arm.plan();
    if (plan == null || fit.isEmpty()) {
      boolean isDistilled = arm.fitting() == Fitting.SELF_DISTILLED;
      return new ArmRows(
          isDistilled ? rows.distilled() : rows.training().unaugmented(), rows, 0, 0);
    }
    Stopwatch watch = Stopwatch.start();
    AcceptedRows sampled = fit.get().sample(rows.rules(), plan.rowsFor(rows.training()));
    return new ArmRows(
        rows.augmented(sampled.accepted(), arm), rows, fit.get().seconds(), watch.seconds());
  }
}
