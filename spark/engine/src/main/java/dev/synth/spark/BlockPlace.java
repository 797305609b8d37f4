package dev.synth.spark;

import dev.synth.internal.experiment.blocks.BlockDrawer;
import dev.synth.internal.experiment.blocks.BlockTask;
import dev.synth.internal.experiment.blocks.DrawnBlock;
import dev.synth.internal.files.OutputFiles;
import java.io.Serializable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;

/** The growing folder of blocks as an executor sees it. */
final class BlockPlace implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The folder, in the growing one, of what no task has finished yet. */
  static final String ATTEMPTS = ".attempts";

  private static final String OWN_DISK = "file";

  private final Storage storage;
  private final String growing;

  /**
   * A place.
   *
   * @param growing the folder, with its scheme
   */
  BlockPlace(Storage storage, String growing) {
    this.storage = storage;
    this.growing = growing;
  }

  /**
   * Draws a block to a folder of this attempt alone, and moves the file into its place: Spark may
   * run two attempts of one task, or kill one.
   *
   * @throws dev.synth.base.Problem see {@link BlockDrawer#draw}
   */
  DrawnBlock draw(BlockDrawer drawer, BlockTask task) {
    Path place = new Path(growing);
    Path attempt = new Path(place, ATTEMPTS + "/" + TaskContext.get().taskAttemptId());
    boolean isOnDisk = OWN_DISK.equals(place.toUri().getScheme());
    java.nio.file.Path space =
        isOnDisk
            ? java.nio.file.Path.of(attempt.toUri().getPath())
            : LocalSpace.make("synth-block");
    try {
      OutputFiles.folder(space);
      DrawnBlock block = drawer.draw(task, space);
      Path whole = new Path(attempt, block.file());
      if (!isOnDisk) {
        storage.upload(space.resolve(block.file()), whole);
      }
      storage.move(whole, new Path(place, block.file()));
      return block;
    } finally {
      OutputFiles.remove(space);
      storage.remove(attempt);
    }
  }
}
