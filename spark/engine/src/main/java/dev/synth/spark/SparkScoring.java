package dev.synth.spark;

import dev.synth.base.Context;
import dev.synth.base.Progress;
import dev.synth.internal.experiment.blocks.BlockFolder;
import dev.synth.internal.experiment.scoring.ScoredBlock;
import dev.synth.internal.experiment.scoring.ScoringEngine;
import dev.synth.internal.experiment.scoring.ScoringOrder;
import dev.synth.internal.experiment.scoring.ScoringTask;
import dev.synth.internal.table.stage.RowPart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;

/** A Spark application that scores blocks of rows. */
final class SparkScoring extends SparkBlocks implements ScoringEngine {
  SparkScoring(JavaSparkContext spark) {
    super(spark);
  }

  @Override
  public List<List<RowPart>> parts(List<String> files, int rows, Context context) {
    LongAccumulator read = spark.sc().longAccumulator();
    try (Progress.Stage stage = context.progress().stage("finding rows", files.size(), "files")) {
      List<ArrayList<RowPart>> parts =
          new Jobs(spark).run(files, new PartFunction(rows, read), read, stage, context);
      return List.copyOf(parts);
    }
  }

  @Override
  public List<ScoredBlock> score(
      Path model,
      ScoringOrder order,
      List<ScoringTask> tasks,
      BlockFolder folder,
      Context context) {
    long rows = tasks.stream().mapToLong(task -> task.part().rows()).sum();
    BlockPlace place = ((SharedFolder) folder).place();
    return run(
        "scoring",
        rows,
        StoredModel.ofBundle(model),
        tasks,
        (bundle, scored) -> new ScoringFunction(bundle, order, place, scored),
        context);
  }
}
