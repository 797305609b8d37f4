package dev.synth.spark;

import dev.synth.base.Cancellation;
import dev.synth.internal.experiment.grid.GridEngine;
import dev.synth.internal.experiment.grid.GridOrder;
import dev.synth.internal.experiment.grid.UnitCells;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * A Spark application that computes the units of a grid, a job each, so that the cells of one are
 * safe at the driver while others are still computed.
 */
final class SparkGridEngine implements GridEngine {
  private static final String PARALLELISM = "spark.default.parallelism";
  private static final long LOOK_MILLIS = 100;

  private final JavaSparkContext spark;

  SparkGridEngine(JavaSparkContext spark) {
    this.spark = spark;
  }

  @Override
  public void compute(
      GridOrder order,
      List<String> units,
      Consumer<UnitCells> finished,
      Cancellation cancellation) {
    UnitFunction function = new UnitFunction(order);
    try {
      List<JavaFutureAction<List<Outcome<UnitCells>>>> jobs = new ArrayList<>();
      for (List<String> part : parts(units)) {
        jobs.add(spark.parallelize(part, 1).mapPartitions(function).collectAsync());
      }
      while (!jobs.isEmpty()) {
        takeFinished(jobs, finished);
        if (cancellation.isRequested()) {
          throw new CancellationException("stopped on request");
        }
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (Exception e) { // Spark's are checked ones that no signature names
      throw Failures.told(spark, e);
    }
  }

  /** A unit a job, unless the user's configuration says how many jobs. */
  private List<List<String>> parts(List<String> units) {
    int jobs = Math.clamp(spark.getConf().getInt(PARALLELISM, units.size()), 1, units.size());
    List<List<String>> parts = new ArrayList<>();
    for (int job = 0; job < jobs; job++) {
      int from = (int) ((long) units.size() * job / jobs);
      int to = (int) ((long) units.size() * (job + 1) / jobs);
      parts.add(new ArrayList<>(units.subList(from, to)));
    }
    return parts;
  }

  private static void takeFinished(
      List<JavaFutureAction<List<Outcome<UnitCells>>>> jobs, Consumer<UnitCells> finished)
      throws InterruptedException {
    for (Iterator<JavaFutureAction<List<Outcome<UnitCells>>>> each = jobs.iterator();
        each.hasNext(); ) {
      JavaFutureAction<List<Outcome<UnitCells>>> job = each.next();
      if (job.isDone()) {
        each.remove();
        try {
          for (Outcome<UnitCells> outcome : job.get()) {
            finished.accept(outcome.get());
          }
        } catch (ExecutionException e) {
          throw Failures.gaveUp(e);
        }
      }
    }
  }

  @Override
  public void close() {
    spark.close(); // ends the jobs that are left
  }
}
