package dev.synth.experiment;

import dev.synth.base.Cancellation;
import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.classify.SharedFeatures;
import dev.synth.split.Training;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Measures on this machine, in a few seconds, what a fit costs. No result depends on it.
 *
 * <p>A generator is fitted to the training rows it is meant for, and cut off after {@value
 * #LIMIT_MILLIS} ms; how far its training came says how long it would have taken. A classifier is
 * fitted to at most {@value #ROWS} rows, and its time grows with the rows.
 */
final class Pilot {
  private static final long LIMIT_MILLIS = 3_000;
  private static final int ROWS = 2_000;

  /** A slow machine is given so much longer to begin at all. */
  private static final int PATIENCE = 10;

  private final FitRows rows;

  Pilot(FitRows rows) {
    this.rows = rows;
  }

  /**
   * What a fit costs.
   *
   * @param seconds how long it takes
   * @param isLeast whether it may take much longer, since it did not say how far it was
   */
  record Cost(double seconds, boolean isLeast) {
    Cost plus(Cost other, double times) {
      return new Cost(seconds + times * other.seconds, isLeast || other.isLeast);
    }
  }

  /** Returns what a source's generator costs; nothing where it has none, or cannot be fitted. */
  Cost generator(Source source) {
    Cancellation cut = new Cancellation();
    Meter meter = new Meter();
    Context context = new Context(rows.context().seeds(), meter, cut);
    FitRows own =
        new FitRows(rows.training(), rows.rules(), rows.features(), rows.trainers(), context);
    Thread watchdog = Thread.ofPlatform().daemon().start(() -> cutLater(cut, meter));
    Stopwatch watch = Stopwatch.start();
    try {
      ArmRows.Fitted fitted = ArmRows.Fitted.of(source, own);
      return new Cost(fitted.seconds(), false);
    } catch (CancellationException e) {
      return meter.whole(watch.seconds());
    } catch (Problem problem) {
      ArmFailures.reason(problem); // such an arm fails in the run as well, and costs little
      return new Cost(0, false);
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

  /** Returns what a classifier costs on all training rows, with scoring; the first fit warms up. */
  Cost classifier(String name) {
    Training some = some(rows.training());
    FitRows own =
        new FitRows(some, rows.rules(), SharedFeatures.of(some), rows.trainers(), rows.context());
    ArmRows nothing = new ArmRows(some.unaugmented(), own, 0, 0);
    double seconds = 0;
    for (int attempt = 0; attempt < 2; attempt++) {
      Stopwatch watch = Stopwatch.start();
      nothing.classifier(name, AutoCandidates.NONE).score(some.rows().features());
      seconds = watch.seconds();
    }
    return new Cost(seconds * rows.training().rowCount() / some.rowCount(), false);
  }

  /** Rows of both classes at equal distances, half of them rare where there are so many. */
  private static Training some(Training all) {
    int rareStep = 1 + all.rareCount() * 2 / ROWS;
    int otherStep = 1 + (all.rowCount() - all.rareCount()) / ROWS;
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

  /** How far a training came. */
  private static final class Meter implements Progress {
    private Stopwatch started = Stopwatch.start();
    private long total;
    private final AtomicLong done = new AtomicLong();

    @Override
    public Stage stage(String name, long units, String unit) {
      started = Stopwatch.start();
      total = units;
      done.set(0);
      return done::addAndGet;
    }

    @Override
    public void note(String message) {}

    /** What the whole fit would have taken, of which so much has been spent. */
    Cost whole(double spent) {
      if (done.get() == 0) {
        return new Cost(spent, true);
      }
      double inStage = Math.min(spent, started.seconds());
      return new Cost(spent - inStage + inStage * total / done.get(), false);
    }
  }
}
