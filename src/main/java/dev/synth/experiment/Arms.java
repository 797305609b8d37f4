package dev.synth.experiment;

import dev.synth.augment.AugmentationPlan;
import dev.synth.base.Context;
import dev.synth.base.Progress;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.classify.ClassifierTrainer;
import dev.synth.classify.Classifiers;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.evaluate.Holdout;
import dev.synth.evaluate.PartSizes;
import dev.synth.evaluate.RepeatResult;
import dev.synth.evaluate.Scored;
import dev.synth.evaluate.ScoredRows;
import dev.synth.evaluate.Thresholds;
import dev.synth.generate.AcceptedRows;
import dev.synth.generate.Generator;
import dev.synth.generate.Generators;
import dev.synth.generate.OversampleOptions;
import dev.synth.split.Augmented;
import dev.synth.split.HeldOut;
import dev.synth.split.OpeningLog;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import java.util.ArrayList;
import java.util.List;

/** The arms of one repeat: the same classifiers and seeds on differently prepared training rows. */
final class Arms {
  private final ExperimentConfig config;
  private final EvaluationOptions options;
  private final String plan;

  Arms(ExperimentConfig config, EvaluationOptions options, AugmentationPlan plan) {
    this.config = config;
    this.options = options;
    this.plan = plan.describe();
  }

  /** Returns how many classifiers a repeat fits. */
  static int fitsPerRepeat(EvaluationOptions options) {
    return (options.baselines().size() + 1) * options.classifiers().size();
  }

  /**
   * Fits every arm's classifiers, chooses their thresholds on the validation rows, and only then
   * opens the test rows, once.
   */
  RepeatResult evaluate(
      FittedRepeat repeat, OpeningLog log, Context runContext, Progress.Stage stage) {
    Context context = FittedRepeat.contextOf(repeat.number(), runContext);
    LabelledTable validation = HeldOut.validationRows(repeat.split().validation());
    List<Scored> cells = new ArrayList<>();
    for (Prepared arm : prepare(repeat, context)) {
      for (ClassifierTrainer trainer : Classifiers.trainers(options.classifiers())) {
        context.cancellation().check();
        Classifier classifier =
            trainer.fit(arm.rows, arm.weighting, context.below("classifier/" + trainer.name()));
        ScoredRows scored = ScoredRows.of(classifier, validation);
        cells.add(
            new Scored(
                arm.arm,
                trainer.name(),
                Thresholds.choose(options.threshold(), scored),
                Curves.averagePrecision(scored),
                Holdout.score(repeat.split().test(), classifier)));
        stage.advance(1);
      }
    }
    return new RepeatResult(
        repeat.number(),
        PartSizes.of(repeat.split()),
        List.of(),
        Holdout.judge(repeat.split().test(), log, repeat.number(), cells));
  }

  private List<Prepared> prepare(FittedRepeat repeat, Context context) {
    Training training = repeat.split().training();
    List<Prepared> arms = new ArrayList<>();
    for (String baseline : options.baselines()) {
      arms.add(
          switch (baseline) {
            case "none" -> new Prepared(Arm.NONE, training.unaugmented(), ClassWeighting.NONE);
            case "class-weight" ->
                new Prepared(
                    Arm.baseline(baseline, ""), training.unaugmented(), ClassWeighting.BALANCED);
            case "oversample" ->
                new Prepared(
                    Arm.baseline(baseline, plan),
                    oversampled(repeat, context),
                    ClassWeighting.NONE);
            default -> throw new IllegalStateException("no baseline '%s'".formatted(baseline));
          });
    }
    arms.add(
        new Prepared(
            Arm.generator(config.generator().kind(), plan),
            training.plus(repeat.added().accepted()),
            ClassWeighting.NONE));
    return arms;
  }

  /** Repeats real rare rows, as many as the generator's arm adds. */
  private static Augmented oversampled(FittedRepeat repeat, Context context) {
    Context own = context.below("baseline/oversample");
    Training training = repeat.split().training();
    Generator generator = Generators.trainer(new OversampleOptions()).fit(training, own);
    int rows = repeat.added().accepted().rowCount();
    return training.plus(AcceptedRows.draw(generator, repeat.rules(), rows, own).accepted());
  }

  private record Prepared(Arm arm, Augmented rows, ClassWeighting weighting) {}
}
