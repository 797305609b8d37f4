package dev.synth.internal.experiment.scoring;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.internal.experiment.blocks.BlockFolder;
import dev.synth.internal.experiment.engine.EngineProvider;
import dev.synth.internal.table.stage.RowPart;
import java.nio.file.Path;
import java.util.List;

/**
 * The machinery that scores blocks of rows: the threads of this process, or the machines of a
 * cluster. No byte depends on which.
 */
public interface ScoringEngine extends AutoCloseable {
  /** A way to start one. */
  interface Provider extends EngineProvider<ScoringEngine> {}

  /**
   * Begins a folder of blocks.
   *
   * @param target its place
   * @param overwrite whether an older folder of blocks may be replaced
   * @throws Problem if something is in the way, or the folder cannot be written
   */
  BlockFolder folder(String target, boolean overwrite);

  /**
   * Finds the parts of text files, which takes reading them.
   *
   * @param files their paths
   * @param rows how many rows each part has, but for a file's last
   * @return the parts of each file
   * @throws Problem if a file cannot be read
   */
  List<List<RowPart>> parts(List<String> files, int rows, Context context);

  /**
   * Scores blocks to a folder.
   *
   * @param model the bundle's folder
   * @param folder what {@link #folder} of this engine gave
   * @param context whom to tell of scored rows, and whether to stop
   * @return the blocks, in the order of the tasks
   * @throws Problem if a block cannot be scored or written
   */
  List<ScoredBlock> score(
      Path model, ScoringOrder order, List<ScoringTask> tasks, BlockFolder folder, Context context);

  @Override
  void close();
}
