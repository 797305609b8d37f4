package dev.synth.internal.experiment.arm;

import dev.synth.augment.AugmentationPlan;
import dev.synth.base.Context;
import dev.synth.classify.Classifier;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorOptions;
import dev.synth.internal.files.Stopwatch;
import dev.synth.internal.generate.draw.AcceptedRows;
import dev.synth.internal.generate.kinds.Generators;
import dev.synth.split.Augmented;
import java.util.List;
import java.util.Optional;

/**
 * An arm's training rows.
 *
 * @param augmented the real rows, and what joins them
 * @param rows where the real ones come from
 * @param fitSeconds how long the generator took to fit
 * @param drawSeconds how long the rows took to draw
 */
public record ArmRows(Augmented augmented, FitRows rows, double fitSeconds, double drawSeconds) {
  /**
   * A source's generator on some rows.
   *
   * @param generator the generator; empty where nothing is added
   * @param rows what it was fitted on
   * @param context where its random numbers come from
   * @param seconds how long it took to fit
   */
  public record Fitted(
      Optional<Generator> generator, FitRows rows, Context context, double seconds) {
    /** Fits a source's generator, if it has one. */
    public static Fitted of(Source source, FitRows rows) {
      Context own = rows.context().below(source.stream());
      GeneratorOptions options = source.options();
      if (options == null) {
        return new Fitted(Optional.empty(), rows, own, 0);
      }
      Stopwatch watch = Stopwatch.start();
      Generator generator = Generators.trainer(options).fit(rows.training(), own);
      return new Fitted(Optional.of(generator), rows, own, watch.seconds());
    }

    /** Takes a generator that has been fitted on the same rows already. */
    public static Fitted of(Source source, FitRows rows, FittedRepeat known) {
      Context own = rows.context().below(source.stream());
      return new Fitted(Optional.of(known.generator()), rows, own, known.fitSeconds());
    }

    /** Returns what the generator's training warned of. */
    public List<String> warnings() {
      return generator.map(each -> each.trainingLog().warnings()).orElse(List.of());
    }

    /** Draws an arm's rows. */
    public ArmRows draw(ArmPlan arm) {
      AugmentationPlan plan = arm.plan();
      if (plan == null || generator.isEmpty()) {
        return new ArmRows(rows.training().unaugmented(), rows, 0, 0);
      }
      Stopwatch watch = Stopwatch.start();
      AcceptedRows drawn =
          AcceptedRows.draw(
              generator.get(),
              rows.rules(),
              plan.rowsFor(rows.training()),
              FittedRepeat.drawing(context));
      Augmented augmented = rows.training().plus(drawn.accepted());
      return new ArmRows(augmented, rows, seconds, watch.seconds());
    }
  }

  /** Fits a classifier on these rows; its seeds are the same in every arm. */
  Classifier classifier(String name, ArmPlan arm) {
    rows.context().cancellation().check();
    return rows.trainers()
        .named(name)
        .fit(
            augmented,
            arm.weighting(),
            rows.features(),
            rows.context().below("classifier/" + name));
  }
}
