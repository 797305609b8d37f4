package dev.synth.internal.experiment.plan;

import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.evaluate.Fitting;
import dev.synth.evaluate.ImportanceOptions;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.CrossFit;
import dev.synth.internal.experiment.arm.FitRows;
import dev.synth.internal.experiment.arm.FittedRepeat;
import dev.synth.internal.experiment.arm.RepeatRows;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.internal.experiment.grid.GridDesign;
import dev.synth.internal.experiment.pick.AutoCandidates;
import dev.synth.internal.experiment.pick.AutoChoice;
import dev.synth.internal.experiment.pick.FoldTeacher;
import dev.synth.internal.experiment.pick.ModelFits;
import dev.synth.internal.experiment.plan.Pilot.Classifying;
import dev.synth.internal.experiment.plan.Pilot.Cost;
import dev.synth.internal.validate.Validator;
import dev.synth.split.RareRows;
import dev.synth.table.ColumnType;
import dev.synth.validate.ValidationOptions.Privacy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * About how long a run takes: its parts are counted, each at the cost that a {@link Pilot}
 * measures. Reading, splitting, figures and the writing of files are left out.
 */
public final class DurationEstimate {
  private static final double SECONDS_A_MINUTE = 60;

  private final RepeatRows rows;
  private final Pilot pilot;

  DurationEstimate(RepeatRows rows) {
    this.rows = rows;
    this.pilot = new Pilot(rows.fit());
  }

  /**
   * Returns the estimate of a grid as text.
   *
   * @param rows the first repeat's rows
   * @param jobs how many units are computed at once
   */
  public static String of(GridDesign design, RepeatRows rows, int jobs) {
    return text(new DurationEstimate(rows).grid(design, jobs), jobs) + looks(design.options());
  }

  /**
   * Returns the estimate of a whole run as text: a generator, its validation, and the evaluation
   * where the config has one.
   *
   * @param rows the first repeat's rows
   * @param jobs how many of the evaluation's units are computed at once
   */
  public static String of(ExperimentConfig config, RepeatRows rows, int jobs) {
    DurationEstimate estimate = new DurationEstimate(rows);
    Source generator =
        new Source(config.generator().kind(), config.generator(), List.of(AutoCandidates.NONE));
    Cost judging =
        estimate.pilot.validation(
            rows.split().validation(),
            FittedRepeat.rowsToAdd(config, rows.split()),
            config.validation());
    Cost fit = estimate.pilot.generator(generator);
    if (config.validation().privacy() == Privacy.FULL) {
      judging = judging.plus(fit, Validator.SHADOW_FITS / 2.0);
    }
    return config.evaluation() == null
        ? text(judging.plus(fit, 1), jobs)
        : text(estimate.grid(GridDesign.ofOne(config), jobs).plus(judging, 1), jobs)
            + looks(config.evaluation());
  }

  /** Returns the estimate of a pick alone as text. */
  public static String ofPick(FitRows rows, String classifier, int jobs) {
    Pilot pilot = new Pilot(rows);
    double tuning = rows.trainers().areTuned() ? pilot.tuning(classifier) : 0;
    Cost cost = picking(pilot, classifier, tuning, AutoCandidates.ofRows());
    int folds = AutoChoice.FOLDS;
    return text(new Cost(cost.seconds() / Math.min(jobs, folds), cost.isLeast()), jobs);
  }

  /** Returns the estimate of fitting one generator as text. */
  public static String of(Source source, FitRows rows) {
    return text(new Pilot(rows).generator(source), 1);
  }

  private Cost grid(GridDesign design, int jobs) {
    EvaluationOptions options = design.options();
    Map<String, Classifying> classifiers = new LinkedHashMap<>();
    options.classifierNames().forEach(name -> classifiers.put(name, pilot.classifier(name)));
    int repeats = design.repeats();
    int parts = repeats * design.trainingSizes().size();
    Cost cost = Cost.NOTHING.plus(part(design, classifiers), parts);
    cost = cost.plus(repeats * Pilot.detectors(options.detectors(), rows));
    cost = cost.plus(importance(design, classifiers));
    int units = parts * design.sources().size();
    return new Cost(cost.seconds() / Math.min(jobs, units), cost.isLeast());
  }

  /** All arms of one repeat on one number of real rare rows. */
  private Cost part(GridDesign design, Map<String, Classifying> classifiers) {
    EvaluationOptions options = design.options();
    int times = options.crossFit() ? 1 + CrossFit.FOLDS : 1;
    Cost cost = Cost.NOTHING;
    for (Source source : design.sources()) {
      cost = cost.plus(pilot.generator(source), times);
    }
    double heldOut = rows.split().validation().rowCount() + rows.split().test().rowCount();
    for (Map.Entry<String, Classifying> named : classifiers.entrySet()) {
      cost = cost.plus(times * arms(design, named.getKey(), named.getValue(), heldOut));
    }
    if (arms(design).anyMatch(arm -> arm.fitting() == Fitting.TUNED)) {
      for (String name : classifiers.keySet()) {
        cost = cost.plus(times * pilot.tuning(name));
      }
    }
    double tuningFirst = 0;
    if (options.tune()) {
      for (String name : classifiers.keySet()) {
        double tuning = pilot.tuning(name);
        tuningFirst = name.equals(options.classifierNames().getFirst()) ? tuning : tuningFirst;
        cost = cost.plus(times * tuning);
      }
    }
    if (design.haveTeacher()) {
      cost = cost.plus(times * pilot.teacher(options.classifierNames().getFirst()));
    }
    for (ArmPlan picked : arms(design).filter(ArmPlan::isPicked).toList()) {
      List<Source> candidates = ModelFits.candidates(picked);
      String first = options.classifierNames().getFirst();
      cost = cost.plus(picking(pilot, first, tuningFirst, candidates), 1);
    }
    return cost;
  }

  private static Stream<ArmPlan> arms(GridDesign design) {
    return design.sources().stream().flatMap(source -> source.arms().stream());
  }

  /**
   * Returns the seconds that all arms take to fit what stands in a classifier's place and to score
   * the held-out rows with it.
   */
  private double arms(GridDesign design, String name, Classifying own, double heldOut) {
    ModelFits fits = new ModelFits(rows.fit().trainers(), name);
    return arms(design)
        .mapToDouble(
            arm ->
                fits.models(arm) * own.fitSeconds()
                    + arm.arm().models() * own.secondsARow() * heldOut)
        .sum();
  }

  /** Every column of some validation rows is shuffled a few times, and all is scored. */
  double importance(GridDesign design, Map<String, Classifying> classifiers) {
    ImportanceOptions options = design.options().importance();
    if (!design.trainingSizes().contains(RareRows.ALL)) {
      return 0;
    }
    long arms =
        design.sources().stream()
            .flatMap(source -> source.arms().stream())
            .map(plan -> plan.arm().role())
            .filter(role -> role == Arm.Role.REFERENCE || role == Arm.Role.GENERATOR)
            .count();
    double scored =
        (double) Math.min(options.rows(), rows.split().validation().rowCount())
            * options.shuffles()
            * rows.training().rows().features().schema().columns().stream()
                .filter(column -> !(column.type() instanceof ColumnType.Identifier))
                .count();
    double seconds = classifiers.values().stream().mapToDouble(Classifying::secondsARow).sum();
    return Math.min(options.repeats(), design.repeats()) * arms * scored * seconds;
  }

  /**
   * Folds lack a part of the rows, and cost less by that share.
   *
   * @param tuning what choosing the classifier's settings on all rows takes; each fold does its own
   */
  private static Cost picking(Pilot pilot, String name, double tuning, List<Source> candidates) {
    double folds = AutoChoice.FOLDS;
    double share = 1 - 1 / folds;
    Classifying classifier = pilot.classifier(name);
    FoldTeacher needed = FoldTeacher.of(candidates);
    double last = needed == FoldTeacher.NONE ? 0 : pilot.teacher(name);
    double teacher = needed == FoldTeacher.PLAIN ? pilot.plainTeacher() : last;
    Cost cost = Cost.NOTHING.plus(folds * share * (tuning + teacher) + last);
    for (Source source : candidates) {
      cost = cost.plus(pilot.generator(source), folds * share);
    }
    double own =
        share * classifier.fitSeconds() + (1 - share) * pilot.rowCount() * classifier.secondsARow();
    return cost.plus(AutoChoice.fits(candidates) * own);
  }

  /** Such as: about 4 minutes with 2 jobs; rough, …. */
  private static String text(Cost cost, int jobs) {
    return PlainText.of(
        "%s %s with %d %s; rough: %s",
        cost.isLeast() ? "at least" : "about",
        duration(cost.seconds()),
        jobs,
        jobs == 1 ? "job" : "jobs",
        "its parts counted, each at its time in a short trial just now");
  }

  /**
   * Returns a note that the estimate is for the first look, or nothing where the number of repeats
   * is fixed.
   */
  private static String looks(EvaluationOptions options) {
    return options.looks().isEmpty()
        ? ""
        : PlainText.of(
            "; that is for the first %d repeats, and all %d take %s times as long",
            options.repeats(),
            options.mostRepeats(),
            PlainText.of("%.1f", (double) options.mostRepeats() / options.repeats()));
  }

  /** Two digits at most, since no more are true. */
  public static String duration(double seconds) {
    if (seconds < 1.5 * SECONDS_A_MINUTE) {
      return PlainText.of("%d s", Math.max(1, rounded(seconds)));
    }
    double minutes = seconds / SECONDS_A_MINUTE;
    return minutes < 90
        ? PlainText.of("%d minutes", rounded(minutes))
        : String.format(Locale.ROOT, "%.1f hours", minutes / 60);
  }

  private static long rounded(double number) {
    return number < 20 ? Math.round(number) : 5 * Math.round(number / 5);
  }
}
