package dev.synth.spark;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.experiment.selection.FileTask;
import dev.synth.internal.experiment.selection.SelectionEngine;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.table.stage.SourceFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;

/** A Spark application that answers queries of files, a file a task. */
final class SparkSelection implements SelectionEngine {
  private final JavaSparkContext spark;

  /** What the user calls each file that was copied, by the path of its copy. */
  private final Map<String, String> copied = new TreeMap<>();

  SparkSelection(JavaSparkContext spark) {
    this.spark = spark;
  }

  /** Copies what another file system has, by the executors; a path without a scheme is one here. */
  @Override
  public SourceFiles files(String source, Path folder, Context context) {
    if (!SourceFiles.isRemote(source)) {
      return SourceFiles.resolve(source);
    }
    Storage storage = new Storage(spark.hadoopConfiguration());
    List<FetchedFile> files = new ArrayList<>();
    for (org.apache.hadoop.fs.Path file : storage.matching(source)) {
      String name = PlainText.of("%06d-%s", files.size(), file.getName());
      String copy = folder.resolve(name).toAbsolutePath().normalize().toString();
      files.add(new FetchedFile(file.toString(), copy));
      copied.put(copy, file.toString());
    }
    if (files.isEmpty()) {
      throw Problem.data("no file matches '%s'", source);
    }
    OutputFiles.folder(folder);
    LongAccumulator read = spark.sc().longAccumulator();
    try (Progress.Stage stage = context.progress().stage("fetching", files.size(), "files")) {
      new Jobs(spark)
          .<FetchedFile, String>run(files, new FetchFunction(storage, read), read, stage, context)
          .forEach(file -> SelectionEngine.requireThere(Path.of(file)));
    }
    return copies(folder);
  }

  /** Returns the copies that are whole; a machine that was lost may have left a part of one. */
  static SourceFiles copies(Path folder) {
    return SourceFiles.resolve(folder.resolve("[0-9]*").toString());
  }

  @Override
  public String named(Path file) {
    return copied.getOrDefault(file.toString(), file.toString());
  }

  @Override
  public Problem told(Problem problem) {
    return CopyNames.told(problem, copied);
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
