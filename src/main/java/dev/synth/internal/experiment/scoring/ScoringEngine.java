package dev.synth.internal.experiment.scoring;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.internal.experiment.blocks.BlockFolder;
import dev.synth.internal.experiment.engine.EngineProvider;
import dev.synth.internal.table.stage.RowPart;
import dev.synth.internal.table.stage.SourceFiles;
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
   * Finds the rows of files on another file system than this machine's own.
   *
   * @param rows a path or pattern with a scheme
   * @param rowsPerFile how many rows each part has, but for a file's last
   * @throws Problem if this engine reads no such files, there are none, or one cannot be read
   */
  default RowSource elsewhere(String rows, int rowsPerFile, Context context) {
    SourceFiles.resolve(rows); // which says that it is not on this machine
    throw new IllegalArgumentException(rows);
  }

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
