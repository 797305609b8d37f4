package dev.synth.spark;

import dev.synth.base.Context;
import dev.synth.base.Progress;
import dev.synth.internal.experiment.blocks.BlockFolder;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;

/** A Spark application whose executors write blocks of rows by a model that the driver sends. */
abstract class SparkBlocks {
  final JavaSparkContext spark;
  final Storage storage;

  SparkBlocks(JavaSparkContext spark) {
    this.spark = spark;
    this.storage = new Storage(spark.hadoopConfiguration());
  }

  /** Returns a folder that grows beside its place. */
  public BlockFolder folder(String target, boolean overwrite) {
    return SharedFolder.begin(storage, target, overwrite, spark.sc().applicationId());
  }

  /** Makes the work of an executor from the model, and from what counts the rows that are done. */
  interface ModelWork<A, T extends Serializable> {
    FlatMapFunction<Iterator<A>, Outcome<T>> of(Broadcast<StoredModel> model, LongAccumulator rows);
  }

  /**
   * Has tasks done.
   *
   * @param doing what is being done, for the user
   * @param rows how many rows there will be
   */
  <A, T extends Serializable> List<T> run(
      String doing,
      long rows,
      StoredModel stored,
      List<A> tasks,
      ModelWork<A, T> work,
      Context context) {
    Broadcast<StoredModel> model = sent(stored);
    LongAccumulator done = spark.sc().longAccumulator();
    try (Progress.Stage stage = context.progress().stage(doing, rows, "rows")) {
      return new Jobs(spark).run(tasks, work.of(model, done), done, stage, context);
    } finally {
      if (!spark.sc().isStopped()) {
        model.destroy();
      }
    }
  }

  /** Spark may end the application at this very moment, where no master answers. */
  private Broadcast<StoredModel> sent(StoredModel stored) {
    try {
      return spark.broadcast(stored);
    } catch (Exception e) { // Spark's are checked ones that no signature names
      throw Failures.told(spark, e);
    }
  }

  /** Ends the application. */
  public void close() {
    spark.close();
  }
}
