package dev.synth.internal.experiment.arm;

import dev.synth.augment.Labels;
import dev.synth.base.Context;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.classify.ensemble.Taught;
import dev.synth.internal.classify.feature.SharedFeatures;
import dev.synth.internal.relation.Relations;
import dev.synth.split.Augmented;
import dev.synth.split.RowRules;
import dev.synth.split.SoftLabels;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows that generators and classifiers are fitted on, with what is learned from them once for all.
 *
 * @param training the rows
 * @param rules what a synthetic row must satisfy, learned from {@code training}
 * @param relations what holds in {@code training}
 * @param features the classifiers' features, learned from {@code training}
 * @param trainers who fits classifiers
 * @param context where random numbers come from; tells nobody
 */
public record FitRows(
    Training training,
    RowRules rules,
    Relations relations,
    SharedFeatures features,
    Trainers trainers,
    Context context) {
  /** Returns the same rows with random numbers from elsewhere. */
  public FitRows with(Context other) {
    return new FitRows(training, rules, relations, features, trainers, other);
  }

  /** Learns what is learned once. */
  public static FitRows of(Training training, ExperimentConfig config, Context context) {
    return of(training, config, context, false);
  }

  /**
   * Learns what is learned once.
   *
   * @param plainTeacher whether a teacher is one whose members weigh the same, judged by nobody
   */
  static FitRows of(
      Training training, ExperimentConfig config, Context context, boolean plainTeacher) {
    Relations relations = Relations.learn(training, config.relations());
    return new FitRows(
        training,
        RowRules.fit(training, config.rules(), relations.rules()),
        relations,
        SharedFeatures.of(training),
        Trainers.of(config, training, context.silent(), plainTeacher),
        context.silent());
  }

  /**
   * Returns the training rows with synthetic ones behind them. Where a teacher is to label these
   * and is worse than its student, none join them.
   */
  public Augmented augmented(Synthetic synthetic, Labels labels) {
    return switch (labels) {
      case Labels.Hard hard -> training.plus(synthetic);
      case Labels.Soft soft ->
          Optional.ofNullable(softLabels(synthetic, soft))
              .map(probabilities -> training.plus(synthetic, probabilities))
              .orElseGet(training::unaugmented);
    };
  }

  /**
   * Returns how rare the teacher of these rows calls synthetic ones; null where labels are hard, or
   * the teacher is not used.
   */
  public @Nullable SoftLabels softLabels(Synthetic synthetic, Labels labels) {
    return switch (labels) {
      case Labels.Hard hard -> null;
      case Labels.Soft soft ->
          Optional.ofNullable(trainers.teacher(features).teacher())
              .map(teacher -> teacher.label(synthetic))
              .orElse(null);
    };
  }

  /**
   * Returns the training rows, and these once more as rare as a teacher says that had not learned
   * from them. Where it is worse than its student, they stay as they are.
   */
  Augmented distilled() {
    return Optional.ofNullable(trainers.teacher(features).distilled())
        .orElseGet(training::unaugmented);
  }

  /** Returns the training rows with an arm's synthetic ones behind them. */
  Augmented augmented(Synthetic synthetic, ArmPlan arm) {
    return arm.isAdmitted() && arm.labels() instanceof Labels.Soft
        ? training.plus(synthetic, trainers.itself(features).label(synthetic))
        : augmented(synthetic, arm.labels());
  }

  /** Returns how the teacher did that has a part in an arm; null where none has. */
  public @Nullable Taught taught(ArmPlan arm) {
    return arm.isTaught() ? trainers.teacher(features).taught() : null;
  }
}
