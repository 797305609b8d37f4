package dev.synth.internal.experiment.blocks;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.internal.experiment.engine.EngineProvider;
import java.nio.file.Path;
import java.util.List;

/**
 * The machinery that draws blocks: the threads of this process, or the machines of a cluster. No
 * byte depends on which.
 */
public interface BlockEngine extends AutoCloseable {
  /** A way to start one. */
  interface Provider extends EngineProvider<BlockEngine> {}

  /**
   * Begins a folder of blocks.
   *
   * @param target its place
   * @param overwrite whether an older folder of blocks may be replaced
   * @throws Problem if something is in the way, or the folder cannot be written
   */
  BlockFolder folder(String target, boolean overwrite);

  /**
   * Draws blocks to a folder.
   *
   * @param run the folder of the run
   * @param folder what {@link #folder} of this engine gave
   * @param context whom to tell of drawn rows, and whether to stop
   * @return the blocks, in the order of the tasks
   * @throws Problem if a block cannot be drawn or written
   */
  List<DrawnBlock> draw(
      Path run, BlockOrder order, List<BlockTask> tasks, BlockFolder folder, Context context);

  @Override
  void close();
}
