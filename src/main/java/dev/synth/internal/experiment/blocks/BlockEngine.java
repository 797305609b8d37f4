package dev.synth.internal.experiment.blocks;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * The machinery that draws blocks: the threads of this process, or the machines of a cluster. No
 * byte depends on which.
 */
public interface BlockEngine extends AutoCloseable {
  /** Makes an engine; the other engines than our own are found as services. */
  interface Provider {
    /** Returns the name by which people ask for the engine. */
    String name();

    /**
     * Starts the engine.
     *
     * @param jobs how many blocks this machine draws at once, where the engine has no answer itself
     * @throws Problem if it cannot be started
     */
    BlockEngine start(int jobs);
  }

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
