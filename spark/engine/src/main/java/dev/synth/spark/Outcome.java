package dev.synth.spark;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a task: a value, or a problem of the order, which no other executor could mend.
 * Problems of a machine are thrown instead, and Spark tries another one.
 *
 * @param <T> what the task makes
 */
record Outcome<T extends Serializable>(@Nullable T value, @Nullable Problem problem)
    implements Serializable {
  /**
   * Returns the outcomes of some tasks, up to the first that failed.
   *
   * @param work what makes a task's value
   * @throws Problem if the machine fails
   */
  static <A, T extends Serializable> Iterator<Outcome<T>> ofEach(
      Iterator<A> tasks, Function<A, T> work) {
    List<Outcome<T>> outcomes = new ArrayList<>();
    try {
      while (tasks.hasNext()) {
        outcomes.add(new Outcome<>(work.apply(tasks.next()), null));
      }
    } catch (Problem problem) {
      if (problem.exitCode() == ExitCode.ENVIRONMENT) {
        throw problem;
      }
      outcomes.add(new Outcome<>(null, problem));
    }
    return outcomes.iterator();
  }

  /** Returns the value. */
  T get() {
    if (problem != null) {
      throw problem;
    }
    if (value == null) {
      throw new IllegalStateException("neither value nor problem");
    }
    return value;
  }
}
