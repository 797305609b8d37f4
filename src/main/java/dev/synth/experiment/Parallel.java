package dev.synth.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Independent tasks on several threads, with their results in the order of the tasks. */
final class Parallel {
  private Parallel() {}

  /**
   * Applies a pure function to each input.
   *
   * @param jobs how many at once, at least 1
   * @return the results, in the order of the inputs
   * @throws RuntimeException the first failure in the order of the inputs; the others are stopped
   */
  static <A, B> List<B> map(List<A> inputs, int jobs, Function<A, B> function) {
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(jobs, Math.max(1, inputs.size())));
    try {
      List<Future<B>> futures = new ArrayList<>();
      for (A input : inputs) {
        Callable<B> task = () -> function.apply(input);
        futures.add(pool.submit(task));
      }
      List<B> results = new ArrayList<>();
      for (Future<B> future : futures) {
        results.add(await(future));
      }
      return results;
    } finally {
      pool.shutdownNow();
      pool.close();
    }
  }

  private static <B> B await(Future<B> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.util.concurrent.CancellationException("interrupted");
    }
  }
}
