package dev.synth.spark;

import dev.synth.base.Context;
import dev.synth.base.Progress;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.util.LongAccumulator;

/** Tasks that executors do, while the driver looks on. */
final class Jobs {
  private static final String PARALLELISM = "spark.default.parallelism";
  private static final long LOOK_MILLIS = 200;

  private final JavaSparkContext spark;

  Jobs(JavaSparkContext spark) {
    this.spark = spark;
  }

  /**
   * Has tasks done and returns their values, in order.
   *
   * @param rows counts what is finished, for the stage of progress
   * @throws dev.synth.base.Problem if a task or the cluster fails
   */
  <A, T extends Serializable> List<T> run(
      List<A> tasks,
      FlatMapFunction<Iterator<A>, Outcome<T>> function,
      LongAccumulator rows,
      Progress.Stage stage,
      Context context) {
    try {
      JavaFutureAction<List<Outcome<T>>> job =
          spark.parallelize(tasks, partitions(tasks.size())).mapPartitions(function).collectAsync();
      List<T> values = new ArrayList<>();
      for (Outcome<T> outcome : await(job, rows, stage, context)) {
        values.add(outcome.get());
      }
      return values;
    } catch (Exception e) { // Spark's are checked ones that no signature names
      throw Failures.told(spark, e);
    }
  }

  /** A task a partition, unless the user's configuration says how many. */
  private int partitions(int tasks) {
    return spark.getConf().contains(PARALLELISM)
        ? Math.min(tasks, Math.max(1, spark.getConf().getInt(PARALLELISM, tasks)))
        : tasks;
  }

  private static <T> T await(
      JavaFutureAction<T> job, LongAccumulator rows, Progress.Stage stage, Context context) {
    long told = 0;
    while (true) {
      try {
        T outcomes = job.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        stage.advance(Math.max(0, rows.value() - told));
        return outcomes;
      } catch (TimeoutException e) {
        long now = rows.value();
        stage.advance(Math.max(0, now - told));
        told = Math.max(told, now);
        if (context.cancellation().isRequested()) {
          job.cancel(true);
          throw new CancellationException("stopped on request");
        }
      } catch (ExecutionException e) {
        throw Failures.gaveUp(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted");
      }
    }
  }
}
