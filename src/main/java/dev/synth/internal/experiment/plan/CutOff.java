package dev.synth.internal.experiment.plan;

import dev.synth.base.Cancellation;
import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.internal.experiment.arm.ArmFailures;
import dev.synth.internal.experiment.plan.Pilot.Cost;
import dev.synth.internal.files.Stopwatch;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A stopwatch for work that may take hours: what has not ended at a limit is cut off, and its time
 * is worked out from how far it came.
 *
 * @param limitMillis when work is cut off, in milliseconds, positive
 */
record CutOff(long limitMillis) {
  /** Three seconds, in which a slow program has become quick. */
  static final CutOff DEFAULT = new CutOff(3_000);

  /** The factor by which a slow machine is given longer to begin at all. */
  private static final int PATIENCE = 10;

  /** Something that takes long, and tells its context how far it is. */
  interface LongTask {
    void run(Context context);
  }

  /** Returns what a piece of work costs; nothing where the rows don't allow it. */
  Cost time(LongTask work, Context above) {
    Cancellation cut = new Cancellation();
    Meter meter = new Meter(cut, limitMillis);
    Context context = new Context(above.seeds(), meter, cut);
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
  private void cutLater(Cancellation cut, Meter meter) {
    try {
      for (int limit = 0; limit == 0 || (limit < PATIENCE && meter.done.get() == 0); limit++) {
        Thread.sleep(limitMillis);
      }
      cut.request();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the fit was quicker
    }
  }

  /** The progress of a training or of another piece of work. */
  private static final class Meter implements Progress {
    private final Cancellation cut;
    private final long limitMillis;
    private Stopwatch started = Stopwatch.start();
    private long total;
    private final AtomicLong done = new AtomicLong();
    private long doneAtHalf;
    private double half;

    Meter(Cancellation cut, long limitMillis) {
      this.cut = cut;
      this.limitMillis = limitMillis;
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
      if (half == 0 && 2_000 * started.seconds() >= limitMillis) {
        doneAtHalf = done.get();
        half = started.seconds();
      }
      cut.check();
    }

    @Override
    public void note(String message) {}

    /** Returns what the whole work would have taken, by the time that has been spent. */
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
