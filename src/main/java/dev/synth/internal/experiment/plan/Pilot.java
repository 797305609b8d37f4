package dev.synth.internal.experiment.plan;

import dev.synth.base.Cancellation;
import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.classify.DetectorKind;
import dev.synth.generate.Generator;
import dev.synth.internal.classify.Candidate;
import dev.synth.internal.classify.ClassifierTrainer;
import dev.synth.internal.classify.ensemble.TeacherTrainer;
import dev.synth.internal.experiment.arm.ArmFailures;
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
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Measures on this machine, in a few seconds, what the parts of a run cost. No result depends on
 * it.
 *
 * <p>A generator is fitted to the training rows it is meant for, and cut off after {@value
 * #LIMIT_MILLIS} ms; how far its training came in the later half says how long it would have taken,
 * since a program is slow at first. So is the validation, of real rare rows drawn again in the
 * place of synthetic ones. A classifier is fitted to at most {@value #FEW_ROWS} rows of each class,
 * where that is quick to {@value #MANY_ROWS}, and its time grows with the rows.
 */
final class Pilot {
  private static final long LIMIT_MILLIS = 3_000;
  private static final int FEW_ROWS = 2_000;
  private static final int MANY_ROWS = 20_000;

  /** A fit to few rows that takes longer is not followed by one to many. */
  private static final double QUICK_SECONDS = 0.75;

  /** A slow machine is given so much longer to begin at all. */
  private static final int PATIENCE = 10;

  private final FitRows rows;
  private final Training few;
  private final Training many;

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
    Work fit = context -> ArmFit.of(source, rows.with(context));
    Cost cold = cutOff(fit);
    return 1_000 * cold.seconds() < LIMIT_MILLIS ? cutOff(fit) : cold;
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
    return cutOff(
        own -> new Validator().validate(rows.training(), validation, drawn, options, own));
  }

  /** Returns how many training rows there are. */
  int rowCount() {
    return rows.training().rowCount();
  }

  /** Something that takes long, and tells its context how far it is. */
  private interface Work {
    void run(Context context);
  }

  private Cost cutOff(Work work) {
    Cancellation cut = new Cancellation();
    Meter meter = new Meter(cut);
    Context context = new Context(rows.context().seeds(), meter, cut);
    Thread watchdog = Thread.ofPlatform().daemon().start(() -> cutLater(cut, meter));
    Stopwatch watch = Stopwatch.start();
    try {
      work.run(context);
      return new Cost(watch.seconds(), false);
    } catch (CancellationException e) {
      return meter.whole(watch.seconds());
    } catch (Problem problem) {
      ArmFailures.reason(problem); // it fails in the run as well, and costs little
      return Cost.NOTHING;
    } finally {
      watchdog.interrupt();
    }
  }

  /** Cuts at the limit, or later where not one step has been done by then. */
  private static void cutLater(Cancellation cut, Meter meter) {
    try {
      for (int limit = 0; limit == 0 || (limit < PATIENCE && meter.done.get() == 0); limit++) {
        Thread.sleep(LIMIT_MILLIS);
      }
      cut.request();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the fit was quicker
    }
  }

  /** Returns what a classifier costs with its default settings. */
  Classifying classifier(String name) {
    return trial(rows.trainers().candidates(name).getFirst().trainer());
  }

  /**
   * Returns how long it takes to choose a classifier's settings: every candidate learns from all
   * folds but one in turn and scores each row once.
   */
  double tuning(String name) {
    int folds = InnerFolds.FOLDS;
    if (rows.training().rareCount() * (folds - 1) / folds < Folds.FEWEST_RARE) {
      return 0;
    }
    double seconds = 0;
    for (Candidate candidate : rows.trainers().candidates(name)) {
      Classifying own = trial(candidate.trainer());
      seconds += (folds - 1) * own.fitSeconds() + own.secondsARow() * rows.training().rowCount();
    }
    return seconds;
  }

  /** Returns how long it takes to judge, blend and fit the teacher that labels rows. */
  double teacher(String student) {
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

  /** The progress of a training or of another piece of work. */
  private static final class Meter implements Progress {
    private final Cancellation cut;
    private Stopwatch started = Stopwatch.start();
    private long total;
    private final AtomicLong done = new AtomicLong();
    private long doneAtHalf;
    private double half;

    Meter(Cancellation cut) {
      this.cut = cut;
    }

    @Override
    public Stage stage(String name, long units, String unit) {
      started = Stopwatch.start();
      total = units;
      done.set(0);
      doneAtHalf = 0;
      half = 0;
      return this::advance;
    }

    private void advance(long units) {
      done.addAndGet(units);
      if (half == 0 && 2_000 * started.seconds() >= LIMIT_MILLIS) {
        doneAtHalf = done.get();
        half = started.seconds();
      }
      cut.check();
    }

    @Override
    public void note(String message) {}

    /** Returns what the whole work would have taken, of which so much has been spent. */
    Cost whole(double spent) {
      if (done.get() == 0) {
        return new Cost(spent, true);
      }
      double inStage = Math.min(spent, started.seconds());
      boolean isLate = done.get() > doneAtHalf;
      double seconds = isLate ? inStage - half : inStage;
      long units = isLate ? done.get() - doneAtHalf : done.get();
      return new Cost(spent + seconds * (total - done.get()) / units, false);
    }
  }
}
