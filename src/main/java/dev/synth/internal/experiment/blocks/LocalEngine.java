package dev.synth.internal.experiment.blocks;

import dev.synth.base.Context;
import dev.synth.base.Progress;
import dev.synth.internal.base.Parallel;
import java.nio.file.Path;
import java.util.List;

/** The threads of this process. */
final class LocalEngine implements BlockEngine {
  private final int jobs;

  LocalEngine(int jobs) {
    this.jobs = jobs;
  }

  @Override
  public BlockFolder folder(String target, boolean overwrite) {
    return LocalFolder.begin(target, overwrite);
  }

  @Override
  public List<DrawnBlock> draw(
      Path run, BlockOrder order, List<BlockTask> tasks, BlockFolder folder, Context context) {
    BlockDrawer drawer = BlockDrawer.of(run, order, context.cancellation());
    Path growing = ((LocalFolder) folder).growing();
    long rows = tasks.stream().mapToLong(task -> Math.min(task.most(), order.rowsPerFile())).sum();
    try (Progress.Stage stage = context.progress().stage("drawing", rows, "rows")) {
      return Parallel.map(
          tasks,
          jobs,
          task -> {
            DrawnBlock block = drawer.draw(task, growing);
            stage.advance(block.rows());
            return block;
          });
    }
  }

  @Override
  public void close() {}
}
