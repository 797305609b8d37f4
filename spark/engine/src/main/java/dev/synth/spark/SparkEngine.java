package dev.synth.spark;

import dev.synth.base.Context;
import dev.synth.internal.experiment.blocks.BlockEngine;
import dev.synth.internal.experiment.blocks.BlockFolder;
import dev.synth.internal.experiment.blocks.BlockOrder;
import dev.synth.internal.experiment.blocks.BlockTask;
import dev.synth.internal.experiment.blocks.DrawnBlock;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;

/** A Spark application that draws blocks. */
final class SparkEngine extends SparkBlocks implements BlockEngine {
  SparkEngine(JavaSparkContext spark) {
    super(spark);
  }

  @Override
  public List<DrawnBlock> draw(
      Path run, BlockOrder order, List<BlockTask> tasks, BlockFolder folder, Context context) {
    long rows = tasks.stream().mapToLong(task -> Math.min(task.most(), order.rowsPerFile())).sum();
    BlockPlace place = ((SharedFolder) folder).place();
    return run(
        "drawing",
        rows,
        StoredModel.read(run),
        tasks,
        (model, drawn) -> new BlockFunction(model, order, place, drawn),
        context);
  }
}
