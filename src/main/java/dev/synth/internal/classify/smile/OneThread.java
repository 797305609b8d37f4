package dev.synth.internal.classify.smile;

import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import smile.math.MathEx;

/**
 * The one thread that Smile learns in: it sums in parallel streams, whose order depends on their
 * pool's size, and draws from random numbers of the calling thread. In here it has one thread,
 * freshly seeded.
 */
final class OneThread {
  private OneThread() {}

  /** Returns what a task returns that runs alone, on Smile's random numbers of a seed. */
  static <T> T call(long seed, Callable<T> task) {
    SmileLog.silence();
    try (ForkJoinPool pool = new ForkJoinPool(1)) {
      return pool.submit(
              () -> {
                MathEx.setSeed(seed);
                return task.call();
              })
          .join();
    }
  }
}
