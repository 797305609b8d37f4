package dev.synth.spark;

import dev.synth.base.Context;
import dev.synth.base.Progress;
import dev.synth.internal.experiment.blocks.BlockEngine;
import dev.synth.internal.experiment.blocks.BlockFolder;
import dev.synth.internal.experiment.blocks.BlockOrder;
import dev.synth.internal.experiment.blocks.BlockTask;
import dev.synth.internal.experiment.blocks.DrawnBlock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;

/** A Spark application that draws blocks. */
final class SparkEngine implements BlockEngine {
  private static final String PARALLELISM = "spark.default.parallelism";
  private static final long LOOK_MILLIS = 200;

  private final JavaSparkContext spark;
  private final Storage storage;

  SparkEngine(JavaSparkContext spark) {
    this.spark = spark;
    this.storage = new Storage(spark.hadoopConfiguration());
  }

  @Override
  public BlockFolder folder(String target, boolean overwrite) {
    return SharedFolder.begin(storage, target, overwrite, spark.sc().applicationId());
  }

  @Override
  public List<DrawnBlock> draw(
      Path run, BlockOrder order, List<BlockTask> tasks, BlockFolder folder, Context context) {
    long rows = tasks.stream().mapToLong(task -> Math.min(task.most(), order.rowsPerFile())).sum();
    Broadcast<StoredModel> model = spark.broadcast(StoredModel.read(run));
    LongAccumulator drawn = spark.sc().longAccumulator();
    BlockFunction function =
        new BlockFunction(model, order, ((SharedFolder) folder).place(), drawn);
    try (Progress.Stage stage = context.progress().stage("drawing", rows, "rows")) {
      JavaFutureAction<List<Outcome>> job =
          spark.parallelize(tasks, partitions(tasks.size())).mapPartitions(function).collectAsync();
      List<DrawnBlock> blocks = new ArrayList<>();
      for (Outcome outcome : await(job, drawn, stage, context)) {
        blocks.add(outcome.get());
      }
      return blocks;
    } catch (RuntimeException e) {
      throw Failures.told(spark, e);
    } finally {
      if (!spark.sc().isStopped()) {
        model.destroy();
      }
    }
  }

  /** A block a partition, unless the user's configuration says how many. */
  private int partitions(int blocks) {
    return spark.getConf().contains(PARALLELISM)
        ? Math.min(blocks, Math.max(1, spark.getConf().getInt(PARALLELISM, blocks)))
        : blocks;
  }

  private static List<Outcome> await(
      JavaFutureAction<List<Outcome>> job,
      LongAccumulator drawn,
      Progress.Stage stage,
      Context context) {
    long told = 0;
    while (true) {
      try {
        List<Outcome> outcomes = job.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        stage.advance(Math.max(0, drawn.value() - told));
        return outcomes;
      } catch (TimeoutException e) {
        long now = drawn.value();
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

  @Override
  public void close() {
    spark.close();
  }
}
