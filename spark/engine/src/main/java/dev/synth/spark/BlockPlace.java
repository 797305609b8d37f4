package dev.synth.spark;

import dev.synth.internal.files.OutputFiles;
import java.io.Serializable;
import java.util.function.Function;
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
   * Has a block made in a folder of this attempt alone, and moves its file into the place: Spark
   * may run two attempts of one task, or kill one.
   *
   * @param maker makes a block, whose file it writes to a folder
   * @param name returns the name of a block's file
   * @throws dev.synth.base.Problem if the block cannot be made, or its file not be moved
   */
  <T> T put(Function<java.nio.file.Path, T> maker, Function<T, String> name) {
    Path place = new Path(growing);
    Path attempt = new Path(place, ATTEMPTS + "/" + TaskContext.get().taskAttemptId());
    boolean isOnDisk = OWN_DISK.equals(place.toUri().getScheme());
    java.nio.file.Path space =
        isOnDisk
            ? java.nio.file.Path.of(attempt.toUri().getPath())
            : LocalSpace.make("synth-block");
    try {
      OutputFiles.folder(space);
      T block = maker.apply(space);
      String file = name.apply(block);
      Path whole = new Path(attempt, file);
      if (!isOnDisk) {
        storage.upload(space.resolve(file), whole);
      }
      storage.move(whole, new Path(place, file));
      return block;
    } finally {
      OutputFiles.remove(space);
      storage.remove(attempt);
    }
  }
}
