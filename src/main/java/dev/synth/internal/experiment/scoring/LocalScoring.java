package dev.synth.internal.experiment.scoring;

import dev.synth.base.Context;
import dev.synth.base.Progress;
import dev.synth.internal.base.Parallel;
import dev.synth.internal.bundle.Bundle;
import dev.synth.internal.bundle.BundleFiles;
import dev.synth.internal.experiment.blocks.BlockFolder;
import dev.synth.internal.experiment.blocks.LocalFolder;
import dev.synth.internal.table.stage.RowPart;
import java.nio.file.Path;
import java.util.List;

/** The threads of this process. */
final class LocalScoring implements ScoringEngine {
  private final int jobs;

  LocalScoring(int jobs) {
    this.jobs = jobs;
  }

  @Override
  public BlockFolder folder(String target, boolean overwrite) {
    return LocalFolder.begin(target, overwrite);
  }

  @Override
  public List<List<RowPart>> parts(List<String> files, int rows, Context context) {
    return Parallel.map(
        files,
        jobs,
        file -> {
          context.cancellation().check();
          return RowPart.ofText(file, rows);
        });
  }

  @Override
  public List<ScoredBlock> score(
      Path model,
      ScoringOrder order,
      List<ScoringTask> tasks,
      BlockFolder folder,
      Context context) {
    Bundle bundle = BundleFiles.read(model);
    Path growing = ((LocalFolder) folder).growing();
    long rows = tasks.stream().mapToLong(task -> task.part().rows()).sum();
    try (Progress.Stage stage = context.progress().stage("scoring", rows, "rows")) {
      return Parallel.map(
          tasks,
          jobs,
          task -> {
            ScoredBlock block =
                BlockScorer.score(bundle, order, task, growing, context.cancellation());
            stage.advance(block.rows());
            return block;
          });
    }
  }

  @Override
  public void close() {}
}
