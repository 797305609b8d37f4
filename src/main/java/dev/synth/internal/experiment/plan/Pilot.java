package dev.synth.internal.experiment.plan;

import dev.synth.base.Context;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.classify.DetectorKind;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorOptions;
import dev.synth.internal.classify.ClassifierTrainer;
import dev.synth.internal.classify.TuningCandidate;
import dev.synth.internal.classify.ensemble.TeacherTrainer;
import dev.synth.internal.experiment.arm.ArmFit;
import dev.synth.internal.experiment.arm.Detectors;
import dev.synth.internal.experiment.arm.FitRows;
import dev.synth.internal.experiment.arm.InnerFolds;
import dev.synth.internal.experiment.arm.RepeatRows;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.internal.files.Stopwatch;
import dev.synth.internal.generate.draw.AcceptedRows;
import dev.synth.internal.generate.oversample.OversampleTrainer;
import dev.synth.internal.validate.Validator;
import dev.synth.split.Folds;
import dev.synth.split.HeldOut;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.validate.ValidationOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Measures on this machine, in a few seconds, what the parts of a run cost. No result depends on
 * it.
 *
 * <p>A generator is fitted to the training rows it is meant for, and cut off after some seconds.
 * Its progress in the later half says how long the training would have taken, since a program is
 * slow at first. So is the validation, of real rare rows drawn again in the place of synthetic
 * ones. A classifier is fitted to at most {@value #FEW_ROWS} rows of each class, where that is
 * quick to {@value #MANY_ROWS}, and its time grows with the rows. What was measured once is not
 * measured again.
 */
final class Pilot {
  private static final int FEW_ROWS = 2_000;
  private static final int MANY_ROWS = 20_000;

  /** A fit to few rows that takes longer is not followed by one to many. */
  private static final double QUICK_SECONDS = 0.75;

  private final FitRows rows;
  private final CutOff cutOff = CutOff.DEFAULT;
  private final Training few;
  private final Training many;
  private final Map<GeneratorOptions, Cost> generators = new HashMap<>();
  private final Map<String, Classifying> classifiers = new HashMap<>();
  private final Map<String, Double> tunings = new HashMap<>();
  private final Map<String, Double> teachers = new HashMap<>();

  Pilot(FitRows rows) {
    this.rows = rows;
    this.few = some(rows.training(), FEW_ROWS);
    this.many = some(rows.training(), MANY_ROWS);
  }

  /**
   * The cost of a fit.
   *
   * @param seconds how long it takes
   * @param isLeast whether it may take much longer, since it did not say how far it was
   */
  record Cost(double seconds, boolean isLeast) {
    static final Cost NOTHING = new Cost(0, false);

    Cost plus(Cost other, double times) {
      return new Cost(seconds + times * other.seconds, isLeast || other.isLeast);
    }

    Cost plus(double more) {
      return new Cost(seconds + more, isLeast);
    }
  }

  /**
   * The cost of a classifier.
   *
   * @param fitSeconds how long a fit on all training rows takes
   * @param secondsARow how long it takes to score a row
   */
  record Classifying(double fitSeconds, double secondsARow) {
    double seconds(double scoredRows) {
      return fitSeconds + secondsARow * scoredRows;
    }
  }

  /** Returns what a source's generator costs; nothing where it has none, or cannot be fitted. */
  Cost generator(Source source) {
    GeneratorOptions options = source.options();
    return options == null
        ? Cost.NOTHING
        : generators.computeIfAbsent(options, measured -> fitted(source));
  }

  private Cost fitted(Source source) {
    CutOff.LongTask fit = context -> ArmFit.of(source, rows.with(context));
    Cost cold = cutOff.time(fit, rows.context());
    return 1_000 * cold.seconds() < cutOff.limitMillis() ? cutOff.time(fit, rows.context()) : cold;
  }

  /**
   * Returns what judging synthetic rows costs.
   *
   * @param validation rows that the generator never sees
   * @param count how many synthetic rows
   */
  Cost validation(HeldOut<HeldOut.Validation> validation, int count, ValidationOptions options) {
    Context context = rows.context().below("pilot");
    Generator copies = new OversampleTrainer().fit(rows.training(), context);
    Synthetic drawn = AcceptedRows.draw(copies, rows.rules(), count, context).accepted();
    return cutOff.time(
        own -> new Validator().validate(rows.training(), validation, drawn, options, own),
        rows.context());
  }

  /** Returns how many training rows there are. */
  int rowCount() {
    return rows.training().rowCount();
  }

  /** Returns what a classifier costs with its default settings. */
  Classifying classifier(String name) {
    return classifiers.computeIfAbsent(
        name, measured -> trial(rows.trainers().candidates(name).getFirst().trainer()));
  }

  /**
   * Returns how long it takes to choose a classifier's settings: every candidate learns from all
   * folds but one in turn and scores each row once.
   */
  double tuning(String name) {
    return tunings.computeIfAbsent(name, this::tuned);
  }

  private double tuned(String name) {
    int folds = InnerFolds.FOLDS;
    if (rows.training().rareCount() * (folds - 1) / folds < Folds.FEWEST_RARE) {
      return 0;
    }
    double seconds = 0;
    for (TuningCandidate candidate : rows.trainers().candidates(name)) {
      Classifying own = trial(candidate.trainer());
      seconds += (folds - 1) * own.fitSeconds() + own.secondsARow() * rows.training().rowCount();
    }
    return seconds;
  }

  /** Returns how long it takes to judge, blend and fit the teacher that labels rows. */
  double teacher(String student) {
    return teachers.computeIfAbsent(student, this::taught);
  }

  private double taught(String student) {
    double seconds = 0;
    List<ClassifierTrainer> members = TeacherTrainer.members();
    for (ClassifierTrainer member : members) {
      Classifying own = trial(member);
      seconds += TeacherTrainer.fits(member) * own.fitSeconds();
      seconds += own.secondsARow() * rows.training().rowCount();
    }
    Classifying own = classifier(student);
    return seconds
        + (TeacherTrainer.FOLDS - 1) * own.fitSeconds()
        + own.secondsARow() * rows.training().rowCount();
  }

  /** Returns how long a teacher takes whose members weigh the same. */
  double plainTeacher() {
    return TeacherTrainer.members().stream()
        .mapToDouble(member -> trial(member).fitSeconds())
        .sum();
  }

  /** The fit to few rows warms up, unless it is all that there is time for. */
  private Classifying trial(ClassifierTrainer trainer) {
    Stopwatch watch = Stopwatch.start();
    Classifying first = trial(trainer, few);
    return watch.seconds() < QUICK_SECONDS ? trial(trainer, many) : first;
  }

  private Classifying trial(ClassifierTrainer trainer, Training some) {
    Stopwatch watch = Stopwatch.start();
    Classifier classifier =
        trainer.fit(some.unaugmented(), ClassWeighting.NONE, rows.context().below("pilot"));
    double fit = watch.seconds();
    watch = Stopwatch.start();
    classifier.score(some.rows().features());
    return new Classifying(
        fit * rows.training().rowCount() / some.rowCount(), watch.seconds() / some.rowCount());
  }

  /** Returns how long a repeat's detectors take. */
  static double detectors(List<DetectorKind> kinds, RepeatRows repeat) {
    Stopwatch watch = Stopwatch.start();
    Detectors.score(kinds, repeat);
    return watch.seconds();
  }

  /** Rows of both classes at equal distances, half of them rare where there are so many. */
  private static Training some(Training all, int most) {
    int rareStep = 1 + all.rareCount() * 2 / most;
    int otherStep = 1 + (all.rowCount() - all.rareCount()) / most;
    int[] seen = new int[2];
    return all.subset(
        IntStream.range(0, all.rowCount())
            .filter(
                row -> {
                  boolean rare = all.rows().isRare(row);
                  return seen[rare ? 1 : 0]++ % (rare ? rareStep : otherStep) == 0;
                })
            .toArray());
  }
}
