package dev.synth.internal.experiment.pick;

import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Fitting;
import dev.synth.internal.classify.ensemble.BagTrainer;
import dev.synth.internal.classify.ensemble.TeacherTrainer;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.InnerFolds;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.internal.experiment.arm.Trainers;
import java.util.List;

/**
 * The number of classifiers that are fitted for an arm in one repeat, with one classifier of the
 * config, counted from the plan alone.
 *
 * <p>It is the price of that arm alone. Arms of a run share their teacher, so that together they
 * take fewer. What is picked counts as the largest of what may be picked.
 */
public final class ModelFits {
  private final Trainers trainers;
  private final String classifier;

  /**
   * A way to count.
   *
   * @param trainers who fits the classifiers
   * @param classifier the classifier's name
   */
  public ModelFits(Trainers trainers, String classifier) {
    this.trainers = trainers;
    this.classifier = classifier;
  }

  /** Returns how many classifiers are fitted for an arm, its teacher's and settings' among them. */
  public long of(ArmPlan arm) {
    long settings = trainers.areTuned() ? tuning() : 0;
    return settings
        + (arm.isPicked() ? contest(arm) : teacher(arm.isTaught()) + tuned(arm) + models(arm));
  }

  /** Returns what {@code auto} and {@code best-free} pick from. */
  public static List<Source> candidates(ArmPlan unpicked) {
    return unpicked.arm().role() == Arm.Role.AUTO
        ? AutoCandidates.all()
        : BestFree.candidates(unpicked.isTaught());
  }

  /** Returns how many classifiers an arm fits to all rows, without a teacher's. */
  public long models(ArmPlan arm) {
    return switch (arm.fitting()) {
      case SINGLE, REGULARISED, SELF_DISTILLED, PICKED, TUNED -> 1;
      case BAG -> BagTrainer.MODELS;
      case BOOSTER_FOREST -> 2;
      case TEACHER -> 0;
    };
  }

  /** Each fold fits what is tried, one teacher for all, and chooses settings of its own. */
  private long contest(ArmPlan unpicked) {
    List<Source> candidates = candidates(unpicked);
    FoldTeacher needed = FoldTeacher.of(candidates);
    long teacher =
        switch (needed) {
          case NONE -> 0;
          case PLAIN -> TeacherTrainer.plainFits();
          case LEARNED -> trainers.teacherFits();
        };
    long inFolds = (teacher + (trainers.areTuned() ? tuning() : 0)) * InnerContest.FOLDS;
    return InnerContest.fits(candidates) + inFolds + teacher(needed != FoldTeacher.NONE) + 1;
  }

  private long teacher(boolean isTaught) {
    return isTaught ? trainers.teacherFits() : 0;
  }

  private long tuned(ArmPlan arm) {
    return arm.fitting() == Fitting.TUNED ? tuning() : 0;
  }

  private long tuning() {
    return (long) InnerFolds.FOLDS * trainers.candidates(classifier).size();
  }
}
