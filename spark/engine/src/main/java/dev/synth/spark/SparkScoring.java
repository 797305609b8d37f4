package dev.synth.spark;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.internal.experiment.blocks.BlockFolder;
import dev.synth.internal.experiment.scoring.RowSource;
import dev.synth.internal.experiment.scoring.ScoredBlock;
import dev.synth.internal.experiment.scoring.ScoringEngine;
import dev.synth.internal.experiment.scoring.ScoringOrder;
import dev.synth.internal.experiment.scoring.ScoringTask;
import dev.synth.internal.table.stage.RowPart;
import dev.synth.internal.table.stage.TypedColumns;
import dev.synth.table.FileFormat;
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

  /** Each file is copied to the disk of an executor that looks for its rows, or scores some. */
  @Override
  public RowSource elsewhere(String rows, int rowsPerFile, Context context) {
    List<org.apache.hadoop.fs.Path> files = storage.matching(rows);
    if (files.isEmpty()) {
      throw Problem.data("no file matches '%s'", rows);
    }
    FileFormat format = format(files.getFirst());
    for (org.apache.hadoop.fs.Path file : files) {
      if (format(file) != format) {
        throw Problem.data(
            "'%s' names files of several formats ('%s' and '%s'); name files of one",
            rows, files.getFirst(), file);
      }
    }
    if (format == FileFormat.JSON) {
      return new RowSource(format, List.of(), TypedColumns.NONE, List.of());
    }
    List<String> names = files.stream().map(String::valueOf).toList();
    List<FoundRows> found = found(names, rowsPerFile, context);
    FoundRows first = found.getFirst();
    for (int i = 0; i < found.size(); i++) {
      if (!found.get(i).typed().equals(first.typed())) {
        throw Problem.data(
            "'%s' has other columns, or types of them, than the first file; all files must have the"
                + " same",
            names.get(i));
      }
    }
    List<RowPart> parts = found.stream().flatMap(file -> file.parts().stream()).toList();
    return new RowSource(format, parts, first.typed(), first.columns());
  }

  private List<FoundRows> found(List<String> files, int rows, Context context) {
    LongAccumulator read = spark.sc().longAccumulator();
    try (Progress.Stage stage = context.progress().stage("finding rows", files.size(), "files")) {
      return new Jobs(spark)
          .run(files, new FindFunction(storage, rows, read), read, stage, context);
    }
  }

  private static FileFormat format(org.apache.hadoop.fs.Path file) {
    return FileFormat.toRead(Path.of(file.getName()))
        .orElseThrow(
            () -> Problem.data("'%s' is of a kind that is not read; csv and Parquet are", file));
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
        (bundle, scored) -> new ScoringFunction(bundle, storage, order, place, scored),
        context);
  }
}
