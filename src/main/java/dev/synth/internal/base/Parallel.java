package dev.synth.internal.base;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Independent tasks on several threads, with their results in the order of the tasks. */
public final class Parallel {
  private Parallel() {}

  /**
   * Applies a pure function to each input.
   *
   * @param jobs how many at once, at least 1
   * @return the results, in the order of the inputs
   * @throws RuntimeException the first failure in the order of the inputs; the others are stopped
   */
  public static <A, B> List<B> map(List<A> inputs, int jobs, Function<A, B> function) {
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

  /**
   * Computes tasks ahead of their use and hands their results over in order, until enough. No
   * result depends on the number of jobs; at most twice as many results wait.
   *
   * @param jobs how many at once, at least 1; with 1, no task starts before it is needed
   * @param likely how many tasks are likely to suffice; more are started only one by one
   * @param task makes the result of a number, from 0
   * @param wantsMore takes a result, on the caller's thread, and says whether to go on
   */
  public static <B> void inOrder(
      int jobs, long likely, IntFunction<B> task, Predicate<B> wantsMore) {
    if (jobs == 1) {
      int next = 0;
      while (wantsMore.test(task.apply(next))) {
        next++;
      }
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(jobs);
    try {
      Deque<Future<B>> ahead = new ArrayDeque<>();
      int next = 0;
      do {
        while (ahead.isEmpty() || (ahead.size() < 2 * jobs && next < likely)) {
          int number = next++;
          Callable<B> call = () -> task.apply(number);
          ahead.add(pool.submit(call));
        }
      } while (wantsMore.test(await(ahead.remove())));
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
      throw new CancellationException("interrupted");
    }
  }
}
