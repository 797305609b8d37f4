package dev.synth.spark;

import dev.synth.base.Context;
import dev.synth.base.Progress;
import dev.synth.internal.experiment.blocks.BlockEngine;
import dev.synth.internal.experiment.blocks.BlockFolder;
import dev.synth.internal.experiment.blocks.BlockOrder;
import dev.synth.internal.experiment.blocks.BlockTask;
import dev.synth.internal.experiment.blocks.DrawnBlock;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;

/** A Spark application that draws blocks. */
final class SparkEngine implements BlockEngine {
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
      return new Jobs(spark).run(tasks, function, drawn, stage, context);
    } finally {
      if (!spark.sc().isStopped()) {
        model.destroy();
      }
    }
  }

  @Override
  public void close() {
    spark.close();
  }
}
