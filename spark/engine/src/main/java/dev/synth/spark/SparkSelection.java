package dev.synth.spark;

import dev.synth.base.Context;
import dev.synth.base.Progress;
import dev.synth.internal.experiment.selection.FileTask;
import dev.synth.internal.experiment.selection.SelectionEngine;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;

/** A Spark application that answers queries of files, a file a task. */
final class SparkSelection implements SelectionEngine {
  private final JavaSparkContext spark;

  SparkSelection(JavaSparkContext spark) {
    this.spark = spark;
  }

  @Override
  public List<List<String>> answers(List<? extends FileTask> tasks, String doing, Context context) {
    LongAccumulator read = spark.sc().longAccumulator();
    List<List<String>> rows = new ArrayList<>();
    try (Progress.Stage stage = context.progress().stage(doing, tasks.size(), "files")) {
      new Jobs(spark)
          .<FileTask, ArrayList<ArrayList<String>>>run(
              List.copyOf(tasks), new QueryFunction(read), read, stage, context)
          .forEach(rows::addAll);
    }
    return rows;
  }

  @Override
  public void close() {
    spark.close();
  }
}
